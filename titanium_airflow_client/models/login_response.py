"""The documented import path of `LoginResponse`. Written by tools/facade.py."""

from ..schemas.login import LoginResponse as LoginResponse
