"""The documented import path of `EventLogCollection`. Written by tools/facade.py."""

from ..schemas.event_log import EventLogCollection as EventLogCollection
