"""The earlier tries of task instances, since Airflow 2.10."""

from __future__ import annotations

from datetime import datetime

from .dag_version import DagVersionResponse
from .model import UNSET, Model
from .task_state import TaskStateName


class TaskInstanceHistory(Model):
    """One try of a task instance."""

    task_id: str | None = UNSET
    """The task ID."""
    task_display_name: str | None = UNSET
    """The name that the user interface shows."""
    dag_id: str | None = UNSET
    """The DAG ID."""
    dag_run_id: str | None = UNSET
    """The DAG run ID."""
    start_date: datetime | None = UNSET
    """When the try started."""
    end_date: datetime | None = UNSET
    """When the try ended."""
    duration: float | None = UNSET
    """How long it ran, in seconds."""
    state: TaskStateName | str | None = UNSET
    """How it ended; the values that are known are those of `TaskState`."""
    try_number: int | None = UNSET
    """Which try it was: 1 for the first."""
    map_index: int | None = UNSET
    """The number among the instances of a mapped task, -1 when it is not mapped."""
    max_tries: int | None = UNSET
    """How often it could be tried again."""
    hostname: str | None = UNSET
    """The host that it ran on."""
    unixname: str | None = UNSET
    """The user that it ran as."""
    pool: str | None = UNSET
    """The pool whose slots it took."""
    pool_slots: int | None = UNSET
    """How many slots of the pool it took."""
    queue: str | None = UNSET
    """The queue of workers that it was sent to."""
    priority_weight: int | None = UNSET
    """Its priority over others when slots were scarce."""
    operator: str | None = UNSET
    """The name of its operator."""
    queued_when: datetime | None = UNSET
    """When it was queued."""
    pid: int | None = UNSET
    """The ID of its process."""
    executor: str | None = UNSET
    """The executor that ran it, null for the default one."""
    executor_config: str | None = UNSET
    """What it asked of its executor, as Python text."""

    scheduled_when: datetime | None = UNSET
    """When it was scheduled, since Airflow 3.0."""
    dag_version: DagVersionResponse | None = UNSET
    """The version of the DAG that it ran with, since Airflow 3.0."""
    dag_display_name: str | None = UNSET
    """The name that the user interface shows for the DAG, since Airflow 3.1."""
    operator_name: str | None = UNSET
    """The name of its operator as its author chose it, since Airflow 3.1."""


class TaskInstanceHistoryCollection(Model):
    """The tries of a task instance."""

    task_instances_history: list[TaskInstanceHistory] | None = UNSET
    """The tries, in the document; Airflow sends `task_instances` instead."""
    total_entries: int | None = UNSET
    """How many there are."""
    task_instances: list[TaskInstanceHistory] | None = UNSET
    """The tries, as Airflow really sends them."""
