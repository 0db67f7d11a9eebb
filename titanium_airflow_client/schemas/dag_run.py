"""DAG runs: what a DAG did, does or is to do for one interval."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar, Literal, TypeAlias

from .model import UNSET, Model, ReadOnly
from .open_enum import OpenEnum
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


RunTypeName: TypeAlias = Literal["backfill", "manual", "scheduled", "dataset_triggered"]
"""What can start a DAG run, for editors."""


class DAGRun(Model):
    """A run of a DAG."""

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


class DAGRunCollection(Model):
    """A page of DAG runs."""

    dag_runs: list[DAGRun] | None = UNSET
    """The DAG runs of this page."""
    total_entries: int | None = UNSET
    """How many there are on all pages together."""


class BasicDAGRun(Model):
    """A DAG run in short, since Airflow 2.4."""

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
    """The DAG run ID, as Airflow really sends it."""


class UpdateDagRunState(Model):
    """The new state of a DAG run, since Airflow 2.2."""

    required_fields: ClassVar[tuple[str, ...]] = ("state",)

    state: Literal["success", "failed", "queued"] | str | None = UNSET
    """The state to set; `queued` runs it again, since Airflow 2.4."""


class SetDagRunNote(Model):
    """A note about a DAG run, since Airflow 2.5."""

    required_fields: ClassVar[tuple[str, ...]] = ("note",)

    note: str | None = UNSET
    """The text, at most 1000 characters."""


class ClearDagRun(Model):
    """How to clear a DAG run, so that all of its tasks run again, since Airflow 2.4."""

    dry_run: bool = True
    """Only say what would be cleared. True unless you say otherwise!"""


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
