"""The documented import path of `BulkDeleteActionPoolBody`. Written by tools/facade.py."""

from ..schemas.pool import BulkDeleteActionPoolBody as BulkDeleteActionPoolBody
