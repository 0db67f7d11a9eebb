"""The documented import path of `Error`. Written by tools/facade.py."""

from ..schemas.error import Error as Error
