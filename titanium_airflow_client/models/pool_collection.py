"""The documented import path of `PoolCollection`. Written by tools/facade.py."""

from ..schemas.pool import PoolCollection as PoolCollection
