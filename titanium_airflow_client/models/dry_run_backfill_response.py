"""The documented import path of `DryRunBackfillResponse`. Written by tools/facade.py."""

from ..schemas.backfill import DryRunBackfillResponse as DryRunBackfillResponse
