"""The documented import path of `AssetEventResponse`. Written by tools/facade.py."""

from ..schemas.dataset_event import AssetEventResponse as AssetEventResponse
