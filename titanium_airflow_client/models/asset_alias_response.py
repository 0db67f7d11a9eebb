"""The documented import path of `AssetAliasResponse`. Written by tools/facade.py."""

from ..schemas.dataset import AssetAliasResponse as AssetAliasResponse
