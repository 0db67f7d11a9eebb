"""The documented import path of `AssetEventCollectionResponse`. Written by tools/facade.py."""

from ..schemas.dataset_event import AssetEventCollectionResponse as AssetEventCollectionResponse
