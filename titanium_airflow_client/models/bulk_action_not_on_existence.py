"""The documented import path of `BulkActionNotOnExistence`. Written by tools/facade.py."""

from ..schemas.bulk import BulkActionNotOnExistence as BulkActionNotOnExistence
