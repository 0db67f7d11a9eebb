"""The documented import path of `Action`. Written by tools/facade.py."""

from ..schemas.role import Action as Action
