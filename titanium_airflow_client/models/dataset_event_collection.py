"""The documented import path of `DatasetEventCollection`. Written by tools/facade.py."""

from ..schemas.dataset_event import DatasetEventCollection as DatasetEventCollection
