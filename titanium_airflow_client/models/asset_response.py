"""The documented import path of `AssetResponse`. Written by tools/facade.py."""

from ..schemas.dataset import AssetResponse as AssetResponse
