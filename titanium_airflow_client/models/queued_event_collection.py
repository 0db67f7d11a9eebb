"""The documented import path of `QueuedEventCollection`. Written by tools/facade.py."""

from ..schemas.dataset_event import QueuedEventCollection as QueuedEventCollection
