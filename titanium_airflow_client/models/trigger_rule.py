"""The documented import path of `TriggerRule`. Written by tools/facade.py."""

from ..schemas.task import TriggerRule as TriggerRule
