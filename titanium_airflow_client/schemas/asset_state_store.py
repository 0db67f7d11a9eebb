"""What Airflow remembers of assets from run to run, since Airflow 3.3."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar, Literal

from .model import UNSET, Model


class AssetStateStoreLastUpdatedBy(Model):
    """Who last wrote an entry of an asset's state store."""

    kind: Literal["task", "watcher", "api"] | str | None = UNSET
    """What it was."""
    dag_id: str | None = UNSET
    """Of a task: its DAG."""
    run_id: str | None = UNSET
    """Of a task: its DAG run."""
    task_id: str | None = UNSET
    """Of a task: its ID."""
    map_index: int | None = UNSET
    """Of a task: its map index, -1 when it is not mapped."""


class AssetStateStoreResponse(Model):
    """An entry of an asset's state store."""

    key: str | None = UNSET
    """Its key."""
    value: Any = UNSET
    """Its value: any JSON but null."""
    updated_at: datetime | None = UNSET
    """When it was last written."""
    last_updated_by: AssetStateStoreLastUpdatedBy | None = UNSET
    """Who wrote it then."""


class AssetStateStoreCollectionResponse(Model):
    """A page of the entries of an asset's state store."""

    asset_state_store: list[AssetStateStoreResponse] | None = UNSET
    """The entries of this page."""
    total_entries: int | None = UNSET
    """How many there are on all pages together."""


class AssetStateStoreBody(Model):
    """The value of an entry to be written."""

    required_fields: ClassVar[tuple[str, ...]] = ("value",)

    value: Any = UNSET
    """The value: any JSON but null."""
