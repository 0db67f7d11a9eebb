"""The documented import path of `DagScheduleDatasetReference`. Written by tools/facade.py."""

from ..schemas.dataset import DagScheduleDatasetReference as DagScheduleDatasetReference
