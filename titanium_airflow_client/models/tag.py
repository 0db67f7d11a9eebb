"""The documented import path of `Tag`. Written by tools/facade.py."""

from ..schemas.dag import Tag as Tag
