"""The documented import path of `CollectionInfo`. Written by tools/facade.py."""

from ..schemas.collection import CollectionInfo as CollectionInfo
