"""The documented import path of `AssetStateStoreCollectionResponse`. Written by tools/facade.py."""

from ..schemas.asset_state_store import AssetStateStoreCollectionResponse as AssetStateStoreCollectionResponse
