"""The documented import path of `MaterializeAssetBody`. Written by tools/facade.py."""

from ..schemas.dataset_event import MaterializeAssetBody as MaterializeAssetBody
