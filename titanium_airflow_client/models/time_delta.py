"""The documented import path of `TimeDelta`. Written by tools/facade.py."""

from ..schemas.schedule_interval import TimeDelta as TimeDelta
