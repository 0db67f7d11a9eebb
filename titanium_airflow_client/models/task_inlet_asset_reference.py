"""The documented import path of `TaskInletAssetReference`. Written by tools/facade.py."""

from ..schemas.dataset import TaskInletAssetReference as TaskInletAssetReference
