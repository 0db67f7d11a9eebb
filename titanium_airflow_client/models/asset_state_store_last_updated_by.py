"""The documented import path of `AssetStateStoreLastUpdatedBy`. Written by tools/facade.py."""

from ..schemas.asset_state_store import AssetStateStoreLastUpdatedBy as AssetStateStoreLastUpdatedBy
