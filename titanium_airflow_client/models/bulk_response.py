"""The documented import path of `BulkResponse`. Written by tools/facade.py."""

from ..schemas.bulk import BulkResponse as BulkResponse
