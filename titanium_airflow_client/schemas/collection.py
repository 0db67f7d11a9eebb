"""What all collections have in common."""

from __future__ import annotations

from .model import UNSET, Model


class CollectionInfo(Model):
    """How large a collection is."""

    total_entries: int | None = UNSET
    """How many there are on all pages together."""
