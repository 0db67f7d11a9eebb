"""The documented import path of `BulkCreateActionVariableBody`. Written by tools/facade.py."""

from ..schemas.variable import BulkCreateActionVariableBody as BulkCreateActionVariableBody
