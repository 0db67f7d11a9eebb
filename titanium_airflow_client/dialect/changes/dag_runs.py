"""How Airflow 3 must be asked about DAG runs."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from ...encode import aware
from ...exceptions import UnsupportedOperation
from .. import Change, refused
from .dates import what_has_dates

ORDERS = {"execution_date": "logical_date", "external_trigger": None}


def trigger(fields: dict[str, Any]) -> dict[str, Any]:
    """Airflow 3 makes a run without a date where none is given: v1's is now, and its ID is made of the date."""
    fields = dict(fields)
    older = fields.pop("execution_date", None)
    if older is not None:
        if fields.get("logical_date") not in (None, older) and aware(fields["logical_date"]) != aware(older):
            raise refused("post_dag_run", "logical_date conflicts with execution_date, its older name")
        fields["logical_date"] = older
    day = aware(fields.setdefault("logical_date", datetime.now(timezone.utc))) if has_date(fields) else None
    if day is not None and fields.get("dag_run_id") is None:
        fields["dag_run_id"] = f"manual__{day.isoformat()}"
    return fields


def has_date(fields: dict[str, Any]) -> bool:
    """Whether a run has a date: one that is given, or now; with null it has none."""
    return "logical_date" not in fields or fields["logical_date"] is not None


def list_dag_runs(fields: dict[str, Any]) -> dict[str, Any]:
    """The filters of a list of runs, under the names of Airflow 3."""
    words = {name.replace("execution_date", "logical_date"): value for name, value in fields.items()}
    if order_by := words.get("order_by"):
        name = order_by.removeprefix("-")
        wanted = ORDERS.get(name, name)
        if wanted is None:
            raise UnsupportedOperation(f"get_dag_runs_batch: Airflow 3 cannot sort by {name}")
        words["order_by"] = "-" + wanted if order_by.startswith("-") else wanted
    return what_has_dates(words, "states")


CHANGES = {
    "get_dag_runs": Change(
        words=what_has_dates, orders=ORDERS, cursors=frozenset({"id", "dag_id", "dag_run_id", "run_id"})
    ),
    "get_dag_runs_batch": Change(body=list_dag_runs),
    "post_dag_run": Change(body=trigger),
}

RECIPES = {
    "get_dag_runs": "dag_runs",
    "post_dag_run": "trigger",
    "wait_dag_run_until_finished": "dag_runs",
}
