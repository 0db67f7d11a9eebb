"""The documented import path of `BulkBodyConnectionBody`. Written by tools/facade.py."""

from ..schemas.connection import BulkBodyConnectionBody as BulkBodyConnectionBody
