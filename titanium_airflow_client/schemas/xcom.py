"""XComs: what task instances leave for each other."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from .model import UNSET, Model


class XComCollectionItem(Model):
    """An XCom as a list shows it, without its value."""

    key: str | None = UNSET
    """Its key, `return_value` for what a task returned."""
    timestamp: datetime | None = UNSET
    """When it was left."""
    execution_date: datetime | None = UNSET
    """The logical date of the DAG run."""
    map_index: int | None = UNSET
    """The map index of the task instance, -1 when it is not mapped, since Airflow 2.7."""
    task_id: str | None = UNSET
    """The task ID."""
    dag_id: str | None = UNSET
    """The DAG ID."""


class XComCollection(Model):
    """A page of XComs."""

    xcom_entries: list[XComCollectionItem] | None = UNSET
    """The XComs of this page."""
    total_entries: int | None = UNSET
    """How many there are on all pages together."""


class XCom(XComCollectionItem):
    """An XCom, whole."""

    value: Any = UNSET
    """What was left: text, or any JSON value with `stringify=False` since Airflow 2.10."""
