"""How many runs of each DAG are in each state, since Airflow 2.10."""

from __future__ import annotations

from .dag_run import DagStateName
from .model import UNSET, Model


class DagStatsStateCollectionItem(Model):
    """How many runs of a DAG are in a state."""

    state: DagStateName | str | None = UNSET
    """The state; the values that are known are those of `DagState`."""
    count: int | None = UNSET
    """How many runs are in it."""


class DagStatsCollectionItem(Model):
    """How many runs of a DAG are in each state."""

    dag_id: str | None = UNSET
    """The DAG ID."""
    stats: list[DagStatsStateCollectionItem] | None = UNSET
    """The states and their counts."""
    dag_display_name: str | None = UNSET
    """The name that the user interface shows, since Airflow 3.1."""


class DagStatsCollectionSchema(Model):
    """The run counts of DAGs."""

    dags: list[DagStatsCollectionItem] | None = UNSET
    """The DAGs."""
    total_entries: int | None = UNSET
    """How many DAGs there are."""
