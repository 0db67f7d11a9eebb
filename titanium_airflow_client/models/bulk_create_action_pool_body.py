"""The documented import path of `BulkCreateActionPoolBody`. Written by tools/facade.py."""

from ..schemas.pool import BulkCreateActionPoolBody as BulkCreateActionPoolBody
