"""The documented import path of `CronExpression`. Written by tools/facade.py."""

from ..schemas.schedule_interval import CronExpression as CronExpression
