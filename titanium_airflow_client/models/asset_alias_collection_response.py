"""The documented import path of `AssetAliasCollectionResponse`. Written by tools/facade.py."""

from ..schemas.dataset import AssetAliasCollectionResponse as AssetAliasCollectionResponse
