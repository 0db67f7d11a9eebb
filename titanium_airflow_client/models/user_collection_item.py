"""The documented import path of `UserCollectionItem`. Written by tools/facade.py."""

from ..schemas.user import UserCollectionItem as UserCollectionItem
