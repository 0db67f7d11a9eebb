"""The documented import path of `Config`. Written by tools/facade.py."""

from ..schemas.config import Config as Config
