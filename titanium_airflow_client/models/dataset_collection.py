"""The documented import path of `DatasetCollection`. Written by tools/facade.py."""

from ..schemas.dataset import DatasetCollection as DatasetCollection
