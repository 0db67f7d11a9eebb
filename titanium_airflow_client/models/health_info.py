"""The documented import path of `HealthInfo`. Written by tools/facade.py."""

from ..schemas.health import HealthInfo as HealthInfo
