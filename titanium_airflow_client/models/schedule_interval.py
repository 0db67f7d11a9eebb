"""The documented import path of `ScheduleInterval`. Written by tools/facade.py."""

from ..schemas.schedule_interval import ScheduleInterval as ScheduleInterval
