"""The documented import path of `BackfillPostBody`. Written by tools/facade.py."""

from ..schemas.backfill import BackfillPostBody as BackfillPostBody
