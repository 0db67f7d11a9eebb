"""The documented import path of `TaskOutletDatasetReference`. Written by tools/facade.py."""

from ..schemas.dataset import TaskOutletDatasetReference as TaskOutletDatasetReference
