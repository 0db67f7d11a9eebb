"""The documented import path of `UserCollectionItemRolesInner`. Written by tools/facade.py."""

from ..schemas.user import UserCollectionItemRolesInner as UserCollectionItemRolesInner
