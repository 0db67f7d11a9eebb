"""The documented import path of `ConnectionCollectionItem`. Written by tools/facade.py."""

from ..schemas.connection import ConnectionCollectionItem as ConnectionCollectionItem
