"""The documented import path of `UserCollection`. Written by tools/facade.py."""

from ..schemas.user import UserCollection as UserCollection
