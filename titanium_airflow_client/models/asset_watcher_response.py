"""The documented import path of `AssetWatcherResponse`. Written by tools/facade.py."""

from ..schemas.dataset import AssetWatcherResponse as AssetWatcherResponse
