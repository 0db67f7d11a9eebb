"""DAG runs: what a DAG did, does or is to do for one interval."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar, Literal, TypeAlias

from .dag_version import DagVersionResponse
from .model import UNSET, Model, Otherwise, ReadOnly, either, renamed
from .open_enum import OpenEnum
from .run_type import RunTypeName
from .task_instance import TaskInstance, TaskInstanceCollection

DagStateName: TypeAlias = Literal["queued", "running", "success", "failed"]
"""The values of `DagState`, for editors."""


class DagState(OpenEnum):
    """The state of a DAG run."""

    QUEUED = "queued"
    """It waits for other runs of its DAG."""
    RUNNING = "running"
    """Its tasks are being run."""
    SUCCESS = "success"
    """It ended, and its last tasks succeeded or were skipped."""
    FAILED = "failed"
    """It ended, and one of its last tasks failed."""


TriggeredByName: TypeAlias = Literal["cli", "operator", "rest_api", "ui", "test", "timetable", "asset", "backfill"]
"""By what way a DAG run was started, for editors."""

STARTED_BY_SOMEBODY = frozenset({"manual", "asset_materialization", "operator_triggered"})
"""The types of run that no scheduler starts."""


def _seconds(run: Any) -> float | None:
    """How long a run took, of which Airflow 2 tells the beginning and the end."""
    start, end = run.start_date, run.end_date
    return None if start is None or end is None else (end - start).total_seconds()


class DAGRun(Model):
    """A run of a DAG."""

    otherwise: ClassVar[Otherwise] = {
        "logical_date": renamed("execution_date"),
        "execution_date": renamed("logical_date"),
        "external_trigger": lambda run: None if (kind := run.run_type) is None else kind in STARTED_BY_SOMEBODY,
        "duration": _seconds,
    }

    dag_run_id: str | None = UNSET
    """The DAG run ID, unique in its DAG. When you leave it out, Airflow makes one of the logical date."""
    dag_id: ReadOnly[str | None] = UNSET
    """The DAG ID."""
    logical_date: datetime | None = UNSET
    """The date that it runs for, unique in its DAG; now, when you leave it out. Since Airflow 2.2."""
    execution_date: datetime | None = UNSET
    """The older name of `logical_date`; when you set both, they must be the same."""
    start_date: ReadOnly[datetime | None] = UNSET
    """When it started."""
    end_date: ReadOnly[datetime | None] = UNSET
    """When it ended."""
    data_interval_start: datetime | None = UNSET
    """Where the interval that it covers begins, since Airflow 2.4; set both ends or none."""
    data_interval_end: datetime | None = UNSET
    """Where the interval that it covers ends, since Airflow 2.4."""
    last_scheduling_decision: ReadOnly[datetime | None] = UNSET
    """When the scheduler last looked at it, since Airflow 2.4."""
    run_type: ReadOnly[RunTypeName | str | None] = UNSET
    """What started it, since Airflow 2.4."""
    state: ReadOnly[DagStateName | str | None] = UNSET
    """Its state; the values that are known are those of `DagState`."""
    external_trigger: ReadOnly[bool | None] = UNSET
    """Whether somebody started it, and not the scheduler."""
    conf: dict[str, Any] | None = UNSET
    """The parameters that it was started with."""
    note: str | None = UNSET
    """What people noted about it, since Airflow 2.5."""

    run_after: datetime | None = UNSET
    """The time before which it does not start, now by default; since Airflow 3.0."""
    partition_key: str | None = UNSET
    """The partition that it runs for, since Airflow 3.2."""
    queued_at: ReadOnly[datetime | None] = UNSET
    """When it was queued, since Airflow 3.0."""
    triggered_by: ReadOnly[TriggeredByName | str | None] = UNSET
    """What started it, such as `rest_api`; since Airflow 3.0."""
    dag_versions: ReadOnly[list[DagVersionResponse] | None] = UNSET
    """The versions of the DAG that its tasks ran with, since Airflow 3.0."""
    bundle_version: ReadOnly[str | None] = UNSET
    """The version of the bundle that it runs with, since Airflow 3.0.2."""
    duration: ReadOnly[float | None] = UNSET
    """How long it ran, in seconds, since Airflow 3.1; before, from its start to its end."""
    triggering_user_name: ReadOnly[str | None] = UNSET
    """Who started it, since Airflow 3.1."""
    dag_display_name: ReadOnly[str | None] = UNSET
    """The name that the user interface shows for the DAG, since Airflow 3.1."""
    partition_date: ReadOnly[datetime | None] = UNSET
    """The date of the partition that it runs for, since Airflow 3.3."""


class DAGRunCollection(Model):
    """A page of DAG runs."""

    dag_runs: list[DAGRun] | None = UNSET
    """The DAG runs of this page."""
    total_entries: int | None = UNSET
    """How many there are on all pages together; null for pages by cursor on some releases."""
    total_entries_limit: int | None = UNSET
    """Beyond this number they are not counted, since Airflow 3.3.2: of pages by cursor."""
    next_cursor: str | None = UNSET
    """The cursor of the next page, since Airflow 3.2.2; null on the last one."""
    previous_cursor: str | None = UNSET
    """The cursor of the page before, since Airflow 3.2.2; null on the first one."""


class BasicDAGRun(Model):
    """A DAG run in short, since Airflow 2.4."""

    otherwise: ClassVar[Otherwise] = either("run_id", "dag_run_id")

    run_id: str | None = UNSET
    """The DAG run ID, in the document; Airflow sends `dag_run_id` instead."""
    dag_id: ReadOnly[str | None] = UNSET
    """The DAG ID."""
    logical_date: datetime | None = UNSET
    """The date that it runs for."""
    start_date: ReadOnly[datetime | None] = UNSET
    """When it started."""
    end_date: ReadOnly[datetime | None] = UNSET
    """When it ended."""
    data_interval_start: ReadOnly[datetime | None] = UNSET
    """Where the interval that it covers begins."""
    data_interval_end: ReadOnly[datetime | None] = UNSET
    """Where the interval that it covers ends."""
    state: ReadOnly[DagStateName | str | None] = UNSET
    """Its state; the values that are known are those of `DagState`."""
    dag_run_id: str | None = UNSET
    """The DAG run ID, as Airflow 2 really sends it."""
    partition_key: str | None = UNSET
    """The partition that it runs for, since Airflow 3.2."""
    triggering: bool | None = UNSET
    """Whether the event really triggered it, since Airflow 3.3.2."""


class UpdateDagRunState(Model):
    """The new state of a DAG run, since Airflow 2.2."""

    required_fields: ClassVar[tuple[str, ...]] = ("state",)

    state: Literal["success", "failed", "queued"] | str | None = UNSET
    """The state to set; `queued` runs it again, since Airflow 2.4."""
    note: str | None = UNSET
    """What to note about it, in the same request; since Airflow 3.0."""


class SetDagRunNote(Model):
    """A note about a DAG run, since Airflow 2.5."""

    required_fields: ClassVar[tuple[str, ...]] = ("note",)

    note: str | None = UNSET
    """The text, at most 1000 characters."""


class ClearDagRun(Model):
    """How to clear a DAG run, so that all of its tasks run again, since Airflow 2.4."""

    dry_run: bool = True
    """Only say what would be cleared. True unless you say otherwise!"""
    only_failed: bool | None = UNSET
    """Only the task instances that failed, False by default; since Airflow 3.0."""
    only_new: bool | None = UNSET
    """Only tasks that the DAG got since the run was made, False by default; since Airflow 3.2.2."""
    run_on_latest_version: bool | None = UNSET
    """Whether it runs again with the latest version of the DAG, since Airflow 3.1."""
    note: str | None = UNSET
    """What to note about the run, since Airflow 3.3."""


class ClearDagRun200Response(DAGRun):
    """The DAG run that was cleared; after a dry run, the task instances that would be."""

    task_instances: list[TaskInstance] | None = UNSET
    """After a dry run: the task instances. Airflow 2 says only their names and dates."""
    total_entries: int | None = UNSET
    """After a dry run: how many there are."""

    @property
    def actual_instance(self) -> DAGRun | TaskInstanceCollection:
        """The one of the two that it is: clients of other generators reach through a wrapper of this name."""
        if self.task_instances is None:
            return self
        return TaskInstanceCollection(task_instances=self.task_instances, total_entries=self.total_entries)


class ListDagRunsForm(Model):
    """Which DAG runs to list."""

    order_by: str | None = UNSET
    """The field to sort by; descending with a `-` before it. Since Airflow 2.1."""
    page_offset: int | None = UNSET
    """How many to leave out at the beginning."""
    page_limit: int = 100
    """How many to list."""
    dag_ids: list[str] | None = UNSET
    """Only those of these DAGs."""
    states: list[DagStateName | str] | None = UNSET
    """Only those in one of these states, since Airflow 2.3."""
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
    run_after_gte: datetime | None = UNSET
    """Only those that may start at this time or later; since Airflow 3.0."""
    run_after_lte: datetime | None = UNSET
    """Only those that may start at this time or earlier; since Airflow 3.0."""
    run_after_gt: datetime | None = UNSET
    """Only those that may start after this time; since Airflow 3.1."""
    run_after_lt: datetime | None = UNSET
    """Only those that may start before this time; since Airflow 3.1."""
    logical_date_gt: datetime | None = UNSET
    """Only those that run for a date after this time; since Airflow 3.1."""
    logical_date_lt: datetime | None = UNSET
    """Only those that run for a date before this time; since Airflow 3.1."""
    start_date_gt: datetime | None = UNSET
    """Only those that started after this time; since Airflow 3.1."""
    start_date_lt: datetime | None = UNSET
    """Only those that started before this time; since Airflow 3.1."""
    end_date_gt: datetime | None = UNSET
    """Only those that ended after this time; since Airflow 3.1."""
    end_date_lt: datetime | None = UNSET
    """Only those that ended before this time; since Airflow 3.1."""
    duration_gte: float | None = UNSET
    """Only those that ran at least so many seconds; since Airflow 3.2."""
    duration_gt: float | None = UNSET
    """Only those that ran more than so many seconds; since Airflow 3.2."""
    duration_lte: float | None = UNSET
    """Only those that ran at most so many seconds; since Airflow 3.2."""
    duration_lt: float | None = UNSET
    """Only those that ran less than so many seconds; since Airflow 3.2."""
    conf_contains: str | None = UNSET
    """Only those whose parameters, as JSON, have this text in them; since Airflow 3.2."""
