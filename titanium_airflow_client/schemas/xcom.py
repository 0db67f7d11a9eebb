"""XComs: what task instances leave for each other."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from .model import UNSET, Model, Otherwise, either


class XComCollectionItem(Model):
    """An XCom as a list shows it, without its value."""

    otherwise: ClassVar[Otherwise] = either("execution_date", "logical_date")

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

    logical_date: datetime | None = UNSET
    """The logical date of the DAG run, since Airflow 3.0, where a run may have none: `execution_date` before."""
    run_id: str | None = UNSET
    """The DAG run ID, since Airflow 3.0."""
    dag_display_name: str | None = UNSET
    """The name that the user interface shows for the DAG, since Airflow 3.1."""
    task_display_name: str | None = UNSET
    """The name that the user interface shows for the task, since Airflow 3.1."""
    run_after: datetime | None = UNSET
    """The time before which the DAG run does not start, since Airflow 3.1.8."""


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


class XComCreateBody(Model):
    """An XCom to leave in the name of a task instance, since Airflow 3.0."""

    required_fields: ClassVar[tuple[str, ...]] = ("key",)

    key: str | None = UNSET
    """Its key."""
    value: Any = None
    """What to leave: any JSON value."""
    map_index: int | None = UNSET
    """The map index of the task instance, -1 by default: not mapped."""


class XComUpdateBody(Model):
    """Another value for an XCom, since Airflow 3.0."""

    value: Any = None
    """What to leave instead: any JSON value."""
    map_index: int | None = UNSET
    """The map index of the task instance, -1 by default: not mapped."""
