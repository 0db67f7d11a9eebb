"""The documented import path of `BackfillCollectionResponse`. Written by tools/facade.py."""

from ..schemas.backfill import BackfillCollectionResponse as BackfillCollectionResponse
