"""Task instances: a task in one DAG run."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from .dag_version import DagVersionResponse
from .job import Job
from .model import UNSET, Model, Otherwise, either
from .sla_miss import SLAMiss
from .task_state import TaskStateName
from .trigger import Trigger


class TaskInstance(Model):
    """A task in one DAG run, at its latest try."""

    otherwise: ClassVar[Otherwise] = either("execution_date", "logical_date")

    task_id: str | None = UNSET
    """The task ID."""
    task_display_name: str | None = UNSET
    """The name that the user interface shows, since Airflow 2.9."""
    dag_id: str | None = UNSET
    """The DAG ID."""
    dag_run_id: str | None = UNSET
    """The DAG run ID, since Airflow 2.3."""
    execution_date: datetime | None = UNSET
    """The logical date of the DAG run."""
    start_date: datetime | None = UNSET
    """When it started."""
    end_date: datetime | None = UNSET
    """When it ended."""
    duration: float | None = UNSET
    """How long it ran, in seconds."""
    state: TaskStateName | str | None = UNSET
    """Its state, null when it is not scheduled yet; the values that are known are those of `TaskState`."""
    try_number: int | None = UNSET
    """Which try this is: 1 for the first, 0 before it."""
    map_index: int | None = UNSET
    """Its number among the instances of a mapped task, -1 when it is not mapped, since Airflow 2.3."""
    max_tries: int | None = UNSET
    """How often it may be tried again."""
    hostname: str | None = UNSET
    """The host that it ran on."""
    unixname: str | None = UNSET
    """The user that it ran as."""
    pool: str | None = UNSET
    """The pool whose slots it takes."""
    pool_slots: int | None = UNSET
    """How many slots of the pool it takes."""
    queue: str | None = UNSET
    """The queue of workers that it is sent to."""
    priority_weight: int | None = UNSET
    """Its priority over others when slots are scarce."""
    operator: str | None = UNSET
    """The name of its operator."""
    queued_when: datetime | None = UNSET
    """When it was queued."""
    pid: int | None = UNSET
    """The ID of its process."""
    executor: str | None = UNSET
    """The executor that runs it, null for the default one, since Airflow 2.10."""
    executor_config: str | None = UNSET
    """What it asks of its executor, as Python text."""
    sla_miss: SLAMiss | None = UNSET
    """That it was late, if it was."""
    rendered_map_index: str | None = UNSET
    """What it is called among the instances of a mapped task, since Airflow 2.9."""
    rendered_fields: dict[str, Any] | None = UNSET
    """Its templates with everything filled in, since Airflow 2.3."""
    trigger: Trigger | None = UNSET
    """What waits in its place while it is deferred, since Airflow 2.5."""
    triggerer_job: Job | None = UNSET
    """The process that runs this trigger, since Airflow 2.5."""
    note: str | None = UNSET
    """What people noted about it, since Airflow 2.5."""

    id: str | None = UNSET
    """Its own ID, a UUID, since Airflow 3.0."""
    logical_date: datetime | None = UNSET
    """The logical date of the DAG run, since Airflow 3.0, where a run may have none: `execution_date` before."""
    run_after: datetime | None = UNSET
    """The time before which the DAG run does not start, since Airflow 3.0."""
    scheduled_when: datetime | None = UNSET
    """When it was scheduled, since Airflow 3.0."""
    dag_version: DagVersionResponse | None = UNSET
    """The version of the DAG that it runs with, since Airflow 3.0."""
    dag_display_name: str | None = UNSET
    """The name that the user interface shows for the DAG, since Airflow 3.1."""
    operator_name: str | None = UNSET
    """The name of its operator as its author chose it, such as `@task`, since Airflow 3.1."""


class TaskInstanceCollection(Model):
    """A page of task instances."""

    task_instances: list[TaskInstance] | None = UNSET
    """The task instances of this page."""
    total_entries: int | None = UNSET
    """How many there are on all pages together; null for pages by cursor on some releases."""
    total_entries_limit: int | None = UNSET
    """Beyond this number they are not counted, since Airflow 3.3.2: of pages by cursor."""
    next_cursor: str | None = UNSET
    """The cursor of the next page, since Airflow 3.2.2; null on the last one."""
    previous_cursor: str | None = UNSET
    """The cursor of the page before, since Airflow 3.2.2; null on the first one."""


class ListTaskInstanceForm(Model):
    """Which task instances to list."""

    page_offset: int | None = UNSET
    """How many to leave out at the beginning; before Airflow 2.10 no notice is taken."""
    page_limit: int = 100
    """How many to list; before Airflow 2.10 all are."""
    dag_ids: list[str] | None = UNSET
    """Only those of these DAGs."""
    dag_run_ids: list[str] | None = UNSET
    """Only those of these DAG runs, since Airflow 2.7.1."""
    task_ids: list[str] | None = UNSET
    """Only those of these tasks, since Airflow 2.7.1."""
    execution_date_gte: datetime | None = UNSET
    """Only from this logical date on."""
    execution_date_lte: datetime | None = UNSET
    """Only up to this logical date."""
    start_date_gte: datetime | None = UNSET
    """Only those that started at this time or later."""
    start_date_lte: datetime | None = UNSET
    """Only those that started at this time or earlier."""
    end_date_gte: datetime | None = UNSET
    """Only those that ended at this time or later."""
    end_date_lte: datetime | None = UNSET
    """Only those that ended at this time or earlier."""
    duration_gte: float | None = UNSET
    """Only those that ran at least this long, in whole seconds."""
    duration_lte: float | None = UNSET
    """Only those that ran at most this long, in whole seconds."""
    state: list[TaskStateName | str | None] | None = UNSET
    """Only those in one of these states; None finds those that are not scheduled yet."""
    pool: list[str] | None = UNSET
    """Only those of these pools."""
    queue: list[str] | None = UNSET
    """Only those of these queues."""
    executor: list[str] | None = UNSET
    """Only those of these executors, since Airflow 2.10."""
    order_by: str | None = UNSET
    """What to sort by, such as `start_date`, descending with a `-` before it; since Airflow 3.0."""
    run_after_gte: datetime | None = UNSET
    """Only those whose run may start at this time or later; since Airflow 3.0."""
    run_after_lte: datetime | None = UNSET
    """Only those whose run may start at this time or earlier; since Airflow 3.0."""
    run_after_gt: datetime | None = UNSET
    """Only those whose run may start after this time; since Airflow 3.1."""
    run_after_lt: datetime | None = UNSET
    """Only those whose run may start before this time; since Airflow 3.1."""
    logical_date_gt: datetime | None = UNSET
    """Only after this logical date; since Airflow 3.1."""
    logical_date_lt: datetime | None = UNSET
    """Only before this logical date; since Airflow 3.1."""
    start_date_gt: datetime | None = UNSET
    """Only those that started after this time; since Airflow 3.1."""
    start_date_lt: datetime | None = UNSET
    """Only those that started before this time; since Airflow 3.1."""
    end_date_gt: datetime | None = UNSET
    """Only those that ended after this time; since Airflow 3.1."""
    end_date_lt: datetime | None = UNSET
    """Only those that ended before this time; since Airflow 3.1."""
    duration_gt: float | None = UNSET
    """Only those that ran longer than this, in seconds; since Airflow 3.1."""
    duration_lt: float | None = UNSET
    """Only those that ran less long than this, in seconds; since Airflow 3.1."""
