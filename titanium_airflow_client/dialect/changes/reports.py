"""How Airflow 3 must be asked for what it only tells: events, statistics, warnings, providers."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from ...encode import aware
from .. import Change


def separately(names: str | Iterable[str]) -> list[str]:
    """Airflow 2 also takes a list as one text with commas, which no name has."""
    names = [names] if isinstance(names, str) else names
    return [part for name in names for part in name.split(",")]


def with_zone(moment: datetime | str) -> datetime | str:
    """The event log of Airflow 3 fails over a time without a zone (500): it is in UTC, as everywhere."""
    if isinstance(moment, str):
        try:
            return aware(datetime.fromisoformat(moment))
        except ValueError:
            return moment  # with a Z, or no time at all: the server knows
    return moment


CHANGES = {
    "get_dag_stats": Change(values={"dag_ids": separately}),
    "get_dag_warnings": Change(
        defaults={"order_by": "timestamp"},
        values={"warning_type": lambda kind: "asset conflict" if kind == "dataset conflict" else kind},
    ),
    "get_event_logs": Change(
        orders={"execution_date": "logical_date"},
        values={
            "included_events": separately,
            "excluded_events": separately,
            "before": with_zone,
            "after": with_zone,
        },
    ),
}

RECIPES = {
    "get_dag_stats": "reports",
    "get_providers": "reports",
}
