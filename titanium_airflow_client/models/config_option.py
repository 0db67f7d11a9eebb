"""The documented import path of `ConfigOption`. Written by tools/facade.py."""

from ..schemas.config import ConfigOption as ConfigOption
