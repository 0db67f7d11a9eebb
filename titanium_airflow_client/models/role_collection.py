"""The documented import path of `RoleCollection`. Written by tools/facade.py."""

from ..schemas.role import RoleCollection as RoleCollection
