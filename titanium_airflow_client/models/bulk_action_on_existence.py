"""The documented import path of `BulkActionOnExistence`. Written by tools/facade.py."""

from ..schemas.bulk import BulkActionOnExistence as BulkActionOnExistence
