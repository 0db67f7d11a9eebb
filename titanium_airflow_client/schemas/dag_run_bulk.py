"""Many DAG runs in one request: changed, deleted or cleared; and their partitions. Since Airflow 3.3."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar, Literal

from .bulk import BulkActionNotOnExistenceName
from .dag_run import DAGRun, DagStateName
from .model import UNSET, Model
from .task_instance import TaskInstance


class BulkDAGRunBody(Model):
    """A DAG run that is meant, and what to change about it."""

    required_fields: ClassVar[tuple[str, ...]] = ("dag_run_id",)

    dag_run_id: str | None = UNSET
    """The DAG run ID."""
    dag_id: str | None = UNSET
    """The DAG ID; needed where the path says `~` for all DAGs."""
    state: Literal["success", "failed", "queued"] | str | None = UNSET
    """The state to set."""
    note: str | None = UNSET
    """The note to set, at most 1000 characters."""


class BulkUpdateActionBulkDAGRunBody(Model, tag_field="action", tag="update"):
    """Change DAG runs."""

    entities: list[BulkDAGRunBody] | None = UNSET
    """The runs, and what to change about each."""
    update_mask: list[str] | None = UNSET
    """The fields to change, all that are set by default."""
    action_on_non_existence: BulkActionNotOnExistenceName | str | None = UNSET
    """What to do about runs that do not exist, `fail` by default."""


class BulkDeleteActionBulkDAGRunBody(Model, tag_field="action", tag="delete"):
    """Delete DAG runs."""

    entities: list[str | BulkDAGRunBody] | None = UNSET
    """The runs; of those of the path's own DAG the ID is enough."""
    action_on_non_existence: BulkActionNotOnExistenceName | str | None = UNSET
    """What to do about runs that do not exist, `fail` by default."""


class BulkBodyBulkDAGRunBody(Model):
    """Many changes of DAG runs in one request."""

    required_fields: ClassVar[tuple[str, ...]] = ("actions",)

    actions: list[BulkUpdateActionBulkDAGRunBody | BulkDeleteActionBulkDAGRunBody] | None = UNSET
    """What to do, one after another."""


class BulkDAGRunClearBody(Model):
    """Which DAG runs to clear, so that all of their tasks run again: by ID, by partition key or by partition date."""

    dry_run: bool = True
    """Only say what would be cleared. True unless you say otherwise!"""
    dag_runs: list[BulkDAGRunBody] | None = UNSET
    """The runs, by ID."""
    partition_key: str | None = UNSET
    """The runs of this partition."""
    partition_date_start: datetime | None = UNSET
    """The runs of partitions from this date on."""
    partition_date_end: datetime | None = UNSET
    """The runs of partitions up to this date."""
    only_failed: bool | None = UNSET
    """Only the task instances that failed, False by default."""
    only_new: bool | None = UNSET
    """Only tasks that the DAG got since the runs were made, False by default."""
    run_on_latest_version: bool | None = UNSET
    """Whether they run again with the latest version of the DAG."""
    note: str | None = UNSET
    """What to note about the runs."""


class ClearDagRunsResponse(Model):
    """The DAG runs that were cleared; after a dry run, the task instances that would be."""

    dag_runs: list[DAGRun] | None = UNSET
    """The DAG runs, queued again."""
    task_instances: list[TaskInstance] | None = UNSET
    """After a dry run: the task instances; of tasks that are new, the names alone."""
    total_entries: int | None = UNSET
    """How many there are."""
    total_entries_limit: int | None = UNSET
    """Beyond this number they are not counted, since Airflow 3.3.2; null for all of them."""
    next_cursor: str | None = UNSET
    """The cursor of a next page; null, as there are no pages."""
    previous_cursor: str | None = UNSET
    """The cursor of a page before it; null, as there are no pages."""


class ClearPartitionsBody(Model):
    """Whose partitions to forget: those of one run, of a key, or of a time."""

    dry_run: bool = True
    """Only count them. True unless you say otherwise!"""
    run_id: str | None = UNSET
    """The run of this ID."""
    partition_key: str | None = UNSET
    """The runs of this partition."""
    partition_date_start: datetime | None = UNSET
    """The runs of partitions from this date on."""
    partition_date_end: datetime | None = UNSET
    """The runs of partitions up to this date."""
    clear_task_instances: bool | None = UNSET
    """Whether their task instances are cleared too, False by default."""


class ClearPartitionsResponse(Model):
    """How many partitions were forgotten, or would be."""

    dag_runs_cleared: int | None = UNSET
    """How many runs have lost their partition."""
    task_instances_cleared: int | None = UNSET
    """How many task instances were cleared."""
    dry_run: bool | None = UNSET
    """Whether it was only counted."""


class DAGRunResult(Model):
    """How a DAG run ended, since Airflow 3.1."""

    state: DagStateName | str | None = UNSET
    """Its state."""
    results: dict[str, Any] | None = UNSET
    """What the tasks returned that were asked for, by task ID; of a mapped task the list."""
