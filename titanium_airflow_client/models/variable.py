"""The documented import path of `Variable`. Written by tools/facade.py."""

from ..schemas.variable import Variable as Variable
