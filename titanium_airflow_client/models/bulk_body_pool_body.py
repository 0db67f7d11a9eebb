"""The documented import path of `BulkBodyPoolBody`. Written by tools/facade.py."""

from ..schemas.pool import BulkBodyPoolBody as BulkBodyPoolBody
