"""The documented import path of `BackfillResponse`. Written by tools/facade.py."""

from ..schemas.backfill import BackfillResponse as BackfillResponse
