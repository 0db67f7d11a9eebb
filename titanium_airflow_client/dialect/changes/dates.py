"""Filters by when something started or ended: to Airflow 3, what has not yet does so now."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from ...encode import aware


def what_has_dates(words: dict[str, Any]) -> dict[str, Any]:
    """Airflow 2 leaves out what has not started or ended; up to this moment, so does Airflow 3."""
    for name in ("start_date", "end_date"):
        if any(words.get(f"{name}_{end}") is not None for end in ("gte", "gt", "lte", "lt")):
            now = datetime.now(timezone.utc)
            last = moment(words.get(f"{name}_lte") or now)
            if last is not None:
                words[f"{name}_lte"] = min(last, now)
    return words


def moment(given: Any) -> datetime | None:
    """A date as a filter has it; None for what is none, which the server shall say."""
    if isinstance(given, str):
        try:
            given = datetime.fromisoformat(given.replace("Z", "+00:00"))
        except ValueError:
            return None
    return aware(given) if isinstance(given, datetime) else None
