"""The documented import path of `BulkUpdateActionConnectionBody`. Written by tools/facade.py."""

from ..schemas.connection import BulkUpdateActionConnectionBody as BulkUpdateActionConnectionBody
