"""The documented import path of `SchedulerStatus`. Written by tools/facade.py."""

from ..schemas.health import SchedulerStatus as SchedulerStatus
