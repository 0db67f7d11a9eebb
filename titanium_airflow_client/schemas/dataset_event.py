"""When datasets were written, and which DAG runs that led to."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from .dag_run import BasicDAGRun
from .model import UNSET, Model, Otherwise, either, renamed


class DatasetEvent(Model):
    """A dataset was written, since Airflow 2.4; Airflow 3 calls it an asset."""

    otherwise: ClassVar[Otherwise] = {
        "dataset_id": renamed("asset_id"),
        "asset_id": renamed("dataset_id"),
        "dataset_uri": renamed("uri"),
        "uri": renamed("dataset_uri"),
    }

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

    asset_id: int | None = UNSET
    """The asset ID, since Airflow 3.0: `dataset_id` before."""
    uri: str | None = UNSET
    """The URI of the asset, since Airflow 3.0: `dataset_uri` before."""
    name: str | None = UNSET
    """The name of the asset, since Airflow 3.0."""
    group: str | None = UNSET
    """What kind of asset it is, since Airflow 3.0."""
    partition_key: str | None = UNSET
    """The partition of the asset that was written, since Airflow 3.2."""


class DatasetEventCollection(Model):
    """A page of dataset events."""

    otherwise: ClassVar[Otherwise] = either("dataset_events", "asset_events")

    dataset_events: list[DatasetEvent] | None = UNSET
    """The events of this page."""
    total_entries: int | None = UNSET
    """How many there are on all pages together."""

    asset_events: list[DatasetEvent] | None = UNSET
    """The events of this page, since Airflow 3.0."""


class AssetEventResponse(DatasetEvent):
    """An asset was written, since Airflow 3.0: a dataset event by its newer name."""


class AssetEventCollectionResponse(Model):
    """A page of asset events, since Airflow 3.0."""

    asset_events: list[AssetEventResponse] | None = UNSET
    """The events of this page."""
    total_entries: int | None = UNSET
    """How many there are on all pages together."""


class AssetEventAccessControl(Model):
    """Whose DAGs an asset event may start where teams share an Airflow, since Airflow 3.3."""

    consumer_teams: list[str] | None = UNSET
    """Those of these teams, beside the teams of who tells of it."""
    allow_global: bool | None = UNSET
    """Whether those that belong to no team, too; True when left out."""


class CreateDatasetEvent(Model):
    """Says that a dataset was written, since Airflow 2.9."""

    required_fields: ClassVar[tuple[str, ...]] = ("dataset_uri",)

    dataset_uri: str | None = UNSET
    """The URI of the dataset."""
    extra: dict[str, Any] | None = UNSET
    """What to add to the event."""

    partition_key: str | None = UNSET
    """The partition that was written, since Airflow 3.2."""
    access_control: AssetEventAccessControl | None = UNSET
    """Whose DAGs it may start, since Airflow 3.3."""


class CreateAssetEventsBody(Model):
    """Says that an asset was written, since Airflow 3.0."""

    required_fields: ClassVar[tuple[str, ...]] = ("asset_id",)

    asset_id: int | None = UNSET
    """The asset ID."""
    extra: dict[str, Any] | None = UNSET
    """What to add to the event."""
    partition_key: str | None = UNSET
    """The partition that was written, since Airflow 3.2."""
    access_control: AssetEventAccessControl | None = UNSET
    """Whose DAGs it may start, since Airflow 3.3."""


class MaterializeAssetBody(Model):
    """The DAG run that is to write an asset, since Airflow 3.2.1."""

    dag_run_id: str | None = UNSET
    """The DAG run ID. When you leave it out, Airflow makes one."""
    logical_date: datetime | None = UNSET
    """The date that it runs for; none, when you leave it out."""
    data_interval_start: datetime | None = UNSET
    """Where the interval that it covers begins; set both ends or none."""
    data_interval_end: datetime | None = UNSET
    """Where the interval that it covers ends."""
    run_after: datetime | None = UNSET
    """When it may start; now, when you leave it out."""
    conf: dict[str, Any] | None = UNSET
    """The parameters to start it with."""
    note: str | None = UNSET
    """What to note about it."""
    partition_key: str | None = UNSET
    """The partition that it is to write."""


class QueuedEvent(Model):
    """A dataset was written, and a DAG that waits for others too has not run yet, since Airflow 2.9."""

    uri: str | None = UNSET
    """The URI of the dataset."""
    dag_id: str | None = UNSET
    """The DAG that waits."""
    created_at: datetime | None = UNSET
    """When it was queued."""

    asset_id: int | None = UNSET
    """The asset ID, since Airflow 3.0."""
    dag_display_name: str | None = UNSET
    """The name of the DAG that the user interface shows, since Airflow 3.1."""


class QueuedEventCollection(Model):
    """The queued events, since Airflow 2.9."""

    otherwise: ClassVar[Otherwise] = {"datasets": renamed("queued_events")}

    datasets: list[QueuedEvent] | None = UNSET
    """The events, in the document; Airflow sends `queued_events` instead."""
    total_entries: int | None = UNSET
    """How many there are."""
    queued_events: list[QueuedEvent] | None = UNSET
    """The events, as Airflow really sends them."""
