"""The documented import path of `BulkCreateActionConnectionBody`. Written by tools/facade.py."""

from ..schemas.connection import BulkCreateActionConnectionBody as BulkCreateActionConnectionBody
