"""The documented import path of `HealthStatus`. Written by tools/facade.py."""

from ..schemas.health import HealthStatus as HealthStatus
