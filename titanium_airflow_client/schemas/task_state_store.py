"""What task instances keep from one try to the next, since Airflow 3.3."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from .model import UNSET, Model


class TaskStateStoreResponse(Model):
    """A value that a task instance keeps."""

    key: str | None = UNSET
    """Its key."""
    value: Any = UNSET
    """The value, any JSON."""
    updated_at: datetime | None = UNSET
    """When it was last written."""
    expires_at: datetime | None = UNSET
    """When it is forgotten; null for never."""


class TaskStateStoreCollectionResponse(Model):
    """A page of the values that a task instance keeps."""

    task_state_store: list[TaskStateStoreResponse] | None = UNSET
    """The values of this page, in the order of their keys."""
    total_entries: int | None = UNSET
    """How many there are on all pages together."""


class TaskStateStoreBody(Model):
    """A value to keep."""

    required_fields: ClassVar[tuple[str, ...]] = ("value",)

    value: Any = UNSET
    """The value: any JSON but null."""
    expires_at: datetime | None = UNSET
    """When to forget it, null for never; when it is not set, the server's `default_retention_days` hold."""


class TaskStateStorePatchBody(Model):
    """Another value for a key that is there; when it is forgotten stays the same."""

    required_fields: ClassVar[tuple[str, ...]] = ("value",)

    value: Any = UNSET
    """The value: any JSON but null."""
