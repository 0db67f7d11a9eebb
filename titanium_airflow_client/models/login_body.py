"""The documented import path of `LoginBody`. Written by tools/facade.py."""

from ..schemas.login import LoginBody as LoginBody
