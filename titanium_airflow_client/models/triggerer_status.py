"""The documented import path of `TriggererStatus`. Written by tools/facade.py."""

from ..schemas.health import TriggererStatus as TriggererStatus
