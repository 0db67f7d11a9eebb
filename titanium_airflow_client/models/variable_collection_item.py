"""The documented import path of `VariableCollectionItem`. Written by tools/facade.py."""

from ..schemas.variable import VariableCollectionItem as VariableCollectionItem
