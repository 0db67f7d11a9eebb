"""The documented import path of `DatasetEvent`. Written by tools/facade.py."""

from ..schemas.dataset_event import DatasetEvent as DatasetEvent
