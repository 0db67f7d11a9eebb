"""The documented import path of `Role`. Written by tools/facade.py."""

from ..schemas.role import Role as Role
