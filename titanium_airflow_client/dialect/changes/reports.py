"""How Airflow 3 must be asked for what it only tells: events, statistics, warnings, providers."""

from __future__ import annotations

from collections.abc import Iterable

from .. import Change


def separately(names: str | Iterable[str]) -> list[str]:
    """Airflow 2 also takes a list as one text with commas, which no name has."""
    names = [names] if isinstance(names, str) else names
    return [part for name in names for part in name.split(",")]


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
        },
    ),
}

RECIPES = {
    "get_dag_stats": "reports",
    "get_providers": "reports",
}
