"""The documented import path of `DryRunBackfillCollectionResponse`. Written by tools/facade.py."""

from ..schemas.backfill import DryRunBackfillCollectionResponse as DryRunBackfillCollectionResponse
