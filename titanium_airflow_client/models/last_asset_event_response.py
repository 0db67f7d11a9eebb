"""The documented import path of `LastAssetEventResponse`. Written by tools/facade.py."""

from ..schemas.dataset import LastAssetEventResponse as LastAssetEventResponse
