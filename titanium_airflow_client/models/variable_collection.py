"""The documented import path of `VariableCollection`. Written by tools/facade.py."""

from ..schemas.variable import VariableCollection as VariableCollection
