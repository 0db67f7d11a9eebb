"""The documented import path of `VersionInfo`. Written by tools/facade.py."""

from ..schemas.version import VersionInfo as VersionInfo
