"""When datasets were written, and which DAG runs that led to."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from .dag_run import BasicDAGRun
from .model import UNSET, Model


class DatasetEvent(Model):
    """A dataset was written, since Airflow 2.4."""

    dataset_id: int | None = UNSET
    """The dataset ID."""
    dataset_uri: str | None = UNSET
    """The URI of the dataset."""
    extra: dict[str, Any] | None = UNSET
    """What whoever wrote it adds."""
    source_dag_id: str | None = UNSET
    """The DAG that wrote it; null when it came by the API."""
    source_task_id: str | None = UNSET
    """The task that wrote it."""
    source_run_id: str | None = UNSET
    """The DAG run that wrote it."""
    source_map_index: int | None = UNSET
    """The map index of the task instance that wrote it, -1 when that is not mapped."""
    created_dagruns: list[BasicDAGRun] | None = UNSET
    """The DAG runs that it triggered."""
    timestamp: datetime | None = UNSET
    """When it was written."""
    id: int | None = UNSET
    """The dataset event ID; sent by Airflow, though its document does not say so."""


class DatasetEventCollection(Model):
    """A page of dataset events."""

    dataset_events: list[DatasetEvent] | None = UNSET
    """The events of this page."""
    total_entries: int | None = UNSET
    """How many there are on all pages together."""


class CreateDatasetEvent(Model):
    """Says that a dataset was written, since Airflow 2.9."""

    required_fields: ClassVar[tuple[str, ...]] = ("dataset_uri",)

    dataset_uri: str | None = UNSET
    """The URI of the dataset."""
    extra: dict[str, Any] | None = UNSET
    """What to add to the event."""


class QueuedEvent(Model):
    """A dataset was written, and a DAG that waits for others too has not run yet, since Airflow 2.9."""

    uri: str | None = UNSET
    """The URI of the dataset."""
    dag_id: str | None = UNSET
    """The DAG that waits."""
    created_at: datetime | None = UNSET
    """When it was queued."""


class QueuedEventCollection(Model):
    """The queued events, since Airflow 2.9."""

    datasets: list[QueuedEvent] | None = UNSET
    """The events, in the document; Airflow sends `queued_events` instead."""
    total_entries: int | None = UNSET
    """How many there are."""
    queued_events: list[QueuedEvent] | None = UNSET
    """The events, as Airflow really sends them."""
