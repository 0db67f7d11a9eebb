"""The documented import path of `Pool`. Written by tools/facade.py."""

from ..schemas.pool import Pool as Pool
