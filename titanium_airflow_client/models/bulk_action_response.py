"""The documented import path of `BulkActionResponse`. Written by tools/facade.py."""

from ..schemas.bulk import BulkActionResponse as BulkActionResponse
