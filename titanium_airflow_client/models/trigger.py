"""The documented import path of `Trigger`. Written by tools/facade.py."""

from ..schemas.trigger import Trigger as Trigger
