"""Filters by when runs started or ended: to Airflow 3, those that have not yet do so now."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

STATES = ("queued", "running", "success", "failed")
NOT_YET = {"start_date": {"queued"}, "end_date": {"queued", "running"}}
"""The states in which a run has no such date."""
NEVER = datetime(1970, 1, 1, tzinfo=timezone.utc)


def what_has_dates(words: dict[str, Any], states: str = "state") -> dict[str, Any]:
    """Airflow 2 leaves out what has not started or ended: here, only the states are asked for that have."""
    for name, without in NOT_YET.items():
        if any(words.get(f"{name}_{end}") is not None for end in ("gte", "gt", "lte", "lt")):
            asked = words.get(states) or STATES
            left = [state for state in ([asked] if isinstance(asked, str) else asked) if state not in without]
            words |= {states: left} if left else {f"{name}_lte": NEVER}
    return words
