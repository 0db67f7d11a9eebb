"""The documented import path of `User`. Written by tools/facade.py."""

from ..schemas.user import User as User
