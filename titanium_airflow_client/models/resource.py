"""The documented import path of `Resource`. Written by tools/facade.py."""

from ..schemas.role import Resource as Resource
