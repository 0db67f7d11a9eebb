"""The documented import path of `AssetStateStoreResponse`. Written by tools/facade.py."""

from ..schemas.asset_state_store import AssetStateStoreResponse as AssetStateStoreResponse
