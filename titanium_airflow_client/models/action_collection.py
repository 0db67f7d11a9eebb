"""The documented import path of `ActionCollection`. Written by tools/facade.py."""

from ..schemas.role import ActionCollection as ActionCollection
