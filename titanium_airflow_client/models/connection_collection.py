"""The documented import path of `ConnectionCollection`. Written by tools/facade.py."""

from ..schemas.connection import ConnectionCollection as ConnectionCollection
