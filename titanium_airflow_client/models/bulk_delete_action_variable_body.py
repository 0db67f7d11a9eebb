"""The documented import path of `BulkDeleteActionVariableBody`. Written by tools/facade.py."""

from ..schemas.variable import BulkDeleteActionVariableBody as BulkDeleteActionVariableBody
