"""The documented import path of `AssetStateStoreBody`. Written by tools/facade.py."""

from ..schemas.asset_state_store import AssetStateStoreBody as AssetStateStoreBody
