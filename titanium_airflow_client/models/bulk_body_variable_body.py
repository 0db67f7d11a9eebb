"""The documented import path of `BulkBodyVariableBody`. Written by tools/facade.py."""

from ..schemas.variable import BulkBodyVariableBody as BulkBodyVariableBody
