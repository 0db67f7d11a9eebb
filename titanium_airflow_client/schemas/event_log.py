"""Who did what: the log of what people do by the user interface, the command line and the API."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from .model import UNSET, Model, Otherwise, ReadOnly, either


class EventLog(Model):
    """Something that was done."""

    otherwise: ClassVar[Otherwise] = either("execution_date", "logical_date")

    event_log_id: ReadOnly[int | None] = UNSET
    """The event log ID."""
    when: ReadOnly[datetime | None] = UNSET
    """When it was done."""
    dag_id: ReadOnly[str | None] = UNSET
    """The DAG ID, if it was done to a DAG."""
    task_id: ReadOnly[str | None] = UNSET
    """The task ID, if it was done to a task."""
    run_id: ReadOnly[str | None] = UNSET
    """The DAG run ID, if it was done to a DAG run, since Airflow 2.9."""
    map_index: ReadOnly[int | None] = UNSET
    """The map index, if it was done to a mapped task instance, since Airflow 2.10."""
    try_number: ReadOnly[int | None] = UNSET
    """The try, if it was done to one, since Airflow 2.10."""
    event: ReadOnly[str | None] = UNSET
    """What was done, such as `trigger`."""
    execution_date: ReadOnly[datetime | None] = UNSET
    """The logical date of what it was done to, if that has one."""
    owner: ReadOnly[str | None] = UNSET
    """Who did it."""
    extra: ReadOnly[str | None] = UNSET
    """Everything else that is known of it, such as the whole command."""
    logical_date: ReadOnly[datetime | None] = UNSET
    """The logical date of what it was done to, since Airflow 3.0: `execution_date` before."""
    dag_display_name: ReadOnly[str | None] = UNSET
    """The name that the user interface shows for the DAG, since Airflow 3.1."""
    task_display_name: ReadOnly[str | None] = UNSET
    """The name that the user interface shows for the task, since Airflow 3.1.2."""


class EventLogCollection(Model):
    """A page of the event log."""

    event_logs: list[EventLog] | None = UNSET
    """The entries of this page."""
    total_entries: int | None = UNSET
    """How many there are on all pages together."""
