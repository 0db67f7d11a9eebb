"""Datasets, and who reads and writes them, since Airflow 2.4."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from .model import UNSET, Model, Otherwise, either


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


class TaskInletAssetReference(Model):
    """A task that reads an asset, since Airflow 3.1."""

    dag_id: str | None = UNSET
    """The DAG ID."""
    task_id: str | None = UNSET
    """The task ID."""
    created_at: datetime | None = UNSET
    """When the task was first seen to read it."""
    updated_at: datetime | None = UNSET
    """When that was last changed."""


class AssetAliasResponse(Model):
    """A name that stands for assets which are known only when a task runs."""

    id: int | None = UNSET
    """The alias ID."""
    name: str | None = UNSET
    """The name of the alias."""
    group: str | None = UNSET
    """The group that it belongs to, since Airflow 3.0."""


class LastAssetEventResponse(Model):
    """The last update of an asset, since Airflow 3.1."""

    id: int | None = UNSET
    """The asset event ID; null when it was never updated."""
    timestamp: datetime | None = UNSET
    """When that was."""


class AssetWatcherResponse(Model):
    """What watches for updates of an asset that Airflow does not make itself, since Airflow 3.2."""

    name: str | None = UNSET
    """The name of the watcher."""
    trigger_id: int | None = UNSET
    """The trigger that does the watching."""
    created_date: datetime | None = UNSET
    """When that was created."""


class Dataset(Model):
    """Data that tasks write, and that DAGs wait for; Airflow 3 calls it an asset."""

    otherwise: ClassVar[Otherwise] = either("consuming_dags", "scheduled_dags")

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
    aliases: list[AssetAliasResponse] | None = UNSET
    """Its aliases with ID and name; sent since Airflow 2.10, though the document does not say so."""

    name: str | None = UNSET
    """Its name, since Airflow 3.0; the URI, where its author gives none."""
    group: str | None = UNSET
    """What kind of asset it is, since Airflow 3.0."""
    scheduled_dags: list[DagScheduleDatasetReference] | None = UNSET
    """The DAGs that it triggers, since Airflow 3.1: `consuming_dags` before."""
    consuming_tasks: list[TaskInletAssetReference] | None = UNSET
    """The tasks that read it, since Airflow 3.1."""
    last_asset_event: LastAssetEventResponse | None = UNSET
    """Its last update, since Airflow 3.1."""
    watchers: list[AssetWatcherResponse] | None = UNSET
    """What watches for updates of it, since Airflow 3.2."""


class DatasetCollection(Model):
    """A page of datasets."""

    otherwise: ClassVar[Otherwise] = either("datasets", "assets")

    datasets: list[Dataset] | None = UNSET
    """The datasets of this page."""
    total_entries: int | None = UNSET
    """How many there are on all pages together."""

    assets: list[Dataset] | None = UNSET
    """The datasets of this page, since Airflow 3.0."""


class AssetResponse(Dataset):
    """An asset, since Airflow 3.0: a dataset by its newer name."""


class AssetCollectionResponse(Model):
    """A page of assets, since Airflow 3.0."""

    assets: list[AssetResponse] | None = UNSET
    """The assets of this page."""
    total_entries: int | None = UNSET
    """How many there are on all pages together."""


class AssetAliasCollectionResponse(Model):
    """A page of asset aliases, since Airflow 3.0."""

    asset_aliases: list[AssetAliasResponse] | None = UNSET
    """The aliases of this page."""
    total_entries: int | None = UNSET
    """How many there are on all pages together."""
