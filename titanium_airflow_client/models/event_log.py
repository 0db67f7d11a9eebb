"""The documented import path of `EventLog`. Written by tools/facade.py."""

from ..schemas.event_log import EventLog as EventLog
