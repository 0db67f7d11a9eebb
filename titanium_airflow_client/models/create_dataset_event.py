"""The documented import path of `CreateDatasetEvent`. Written by tools/facade.py."""

from ..schemas.dataset_event import CreateDatasetEvent as CreateDatasetEvent
