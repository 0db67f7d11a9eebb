"""The documented import path of `AssetCollectionResponse`. Written by tools/facade.py."""

from ..schemas.dataset import AssetCollectionResponse as AssetCollectionResponse
