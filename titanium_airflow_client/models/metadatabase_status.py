"""The documented import path of `MetadatabaseStatus`. Written by tools/facade.py."""

from ..schemas.health import MetadatabaseStatus as MetadatabaseStatus
