"""The documented import path of `ConfigSection`. Written by tools/facade.py."""

from ..schemas.config import ConfigSection as ConfigSection
