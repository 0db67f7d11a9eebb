"""The documented import path of `BulkUpdateActionVariableBody`. Written by tools/facade.py."""

from ..schemas.variable import BulkUpdateActionVariableBody as BulkUpdateActionVariableBody
