"""The documented import path of `AssetEventAccessControl`. Written by tools/facade.py."""

from ..schemas.dataset_event import AssetEventAccessControl as AssetEventAccessControl
