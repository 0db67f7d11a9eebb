"""The documented import path of `Connection`. Written by tools/facade.py."""

from ..schemas.connection import Connection as Connection
