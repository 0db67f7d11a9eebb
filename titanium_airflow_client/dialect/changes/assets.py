"""How Airflow 3 must be asked about datasets: it calls them assets, and names them by ID."""

from __future__ import annotations

from collections.abc import Sequence

from .. import Change
from .dags import literally


def one_by_one(dag_ids: str | Sequence[str]) -> Sequence[str]:
    """Airflow 2 takes them as one text with commas, too."""
    return dag_ids.split(",") if isinstance(dag_ids, str) else dag_ids


CHANGES = {
    "get_datasets": Change(defaults={"only_active": False}, values={"dag_ids": one_by_one, "uri_pattern": literally}),
    "get_dataset_events": Change(query={"dataset_id": "asset_id"}),
}

RECIPES = {
    "create_dataset_event": "datasets",
    "delete_dag_dataset_queued_event": "datasets",
    "delete_dataset_queued_events": "datasets",
    "get_dag_dataset_queued_event": "datasets",
    "get_dag_dataset_queued_events": "datasets",
    "get_dataset": "datasets",
    "get_dataset_queued_events": "datasets",
}
