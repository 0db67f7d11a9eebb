"""The documented import path of `ActionResource`. Written by tools/facade.py."""

from ..schemas.role import ActionResource as ActionResource
