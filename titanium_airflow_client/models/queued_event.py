"""The documented import path of `QueuedEvent`. Written by tools/facade.py."""

from ..schemas.dataset_event import QueuedEvent as QueuedEvent
