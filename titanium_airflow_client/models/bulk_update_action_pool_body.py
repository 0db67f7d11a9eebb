"""The documented import path of `BulkUpdateActionPoolBody`. Written by tools/facade.py."""

from ..schemas.pool import BulkUpdateActionPoolBody as BulkUpdateActionPoolBody
