"""Datasets, and who reads and writes them, since Airflow 2.4."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from .model import UNSET, Model


class TaskOutletDatasetReference(Model):
    """A task that writes a dataset."""

    dag_id: str | None = UNSET
    """The DAG ID."""
    task_id: str | None = UNSET
    """The task ID."""
    created_at: datetime | None = UNSET
    """When the task was first seen to write it."""
    updated_at: datetime | None = UNSET
    """When that was last changed."""


class DagScheduleDatasetReference(Model):
    """A DAG that a dataset triggers."""

    dag_id: str | None = UNSET
    """The DAG ID."""
    created_at: datetime | None = UNSET
    """When the DAG was first seen to depend on it."""
    updated_at: datetime | None = UNSET
    """When that was last changed."""


class Dataset(Model):
    """Data that tasks write, and that DAGs wait for."""

    id: int | None = UNSET
    """The dataset ID."""
    uri: str | None = UNSET
    """What names it, such as `s3://bucket/file`."""
    extra: dict[str, Any] | None = UNSET
    """What its author adds."""
    created_at: datetime | None = UNSET
    """When it was first seen."""
    updated_at: datetime | None = UNSET
    """When its description was last changed."""
    consuming_dags: list[DagScheduleDatasetReference] | None = UNSET
    """The DAGs that it triggers."""
    producing_tasks: list[TaskOutletDatasetReference] | None = UNSET
    """The tasks that write it."""
    aliases: list[dict[str, Any]] | None = UNSET
    """Its aliases with ID and name; sent since Airflow 2.10, though the document does not say so."""


class DatasetCollection(Model):
    """A page of datasets."""

    datasets: list[Dataset] | None = UNSET
    """The datasets of this page."""
    total_entries: int | None = UNSET
    """How many there are on all pages together."""
