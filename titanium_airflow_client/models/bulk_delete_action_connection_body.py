"""The documented import path of `BulkDeleteActionConnectionBody`. Written by tools/facade.py."""

from ..schemas.connection import BulkDeleteActionConnectionBody as BulkDeleteActionConnectionBody
