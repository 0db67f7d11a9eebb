"""Changes to task instances: the bodies that ask for them, and the references that say what changed."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from .model import UNSET, Model, Otherwise, ReadOnly, either
from .task_state import UpdateTaskStateName


class ClearTaskInstances(Model):
    """Which task instances of a DAG to clear, so that they run again."""

    dry_run: bool = True
    """Only say what would be cleared. True unless you say otherwise!"""
    task_ids: list[str | tuple[str, int]] | None = UNSET
    """Only these tasks, at least one, all when it is not set; since Airflow 3.0 also `("task", 2)`: that map index."""
    start_date: datetime | None = UNSET
    """Only from this logical date on; not together with `dag_run_id`."""
    end_date: datetime | None = UNSET
    """Only up to this logical date; not together with `dag_run_id`."""
    only_failed: bool = True
    """Only those that failed; set it to False when you set `only_running`."""
    only_running: bool = False
    """Only those that run."""
    include_subdags: bool | None = UNSET
    """Those of SubDAGs too, and of the DAGs that an `ExternalTaskMarker` names."""
    include_parentdag: bool | None = UNSET
    """When the DAG is a SubDAG, those of the DAG around it too."""
    reset_dag_runs: bool | None = UNSET
    """Set their DAG runs running again; without it, cleared task instances of a finished DAG run stay as they are."""
    dag_run_id: str | None = UNSET
    """Only those of this DAG run, since Airflow 2.4."""
    include_upstream: bool = False
    """The tasks before them too, since Airflow 2.4."""
    include_downstream: bool = False
    """The tasks after them too, since Airflow 2.4."""
    include_future: bool = False
    """Those of later DAG runs too, since Airflow 2.4."""
    include_past: bool = False
    """Those of earlier DAG runs too, since Airflow 2.4."""
    run_on_latest_version: bool | None = UNSET
    """Run them with the latest version of the DAG, since Airflow 3.1; its settings decide where that is left out."""
    prevent_running_task: bool | None = UNSET
    """Change nothing while one of them runs, but answer 409, since Airflow 3.2; False by default."""
    note: str | None = UNSET
    """What to note about them, at most 1000 characters, since Airflow 3.3."""


class UpdateTaskInstancesState(Model):
    """Which task instances get a new state: one, and on demand those around it."""

    required_fields: ClassVar[tuple[str, ...]] = ("task_id", "new_state")

    dry_run: bool = True
    """Only say what would change. True unless you say otherwise!"""
    task_id: str | None = UNSET
    """The task ID."""
    execution_date: datetime | None = UNSET
    """The logical date of the DAG run; either this or `dag_run_id`."""
    dag_run_id: str | None = UNSET
    """The DAG run ID, since Airflow 2.3; either this or `execution_date`."""
    include_upstream: bool = False
    """The tasks before it too."""
    include_downstream: bool = False
    """The tasks after it too."""
    include_future: bool = False
    """Its later DAG runs too."""
    include_past: bool = False
    """Its earlier DAG runs too."""
    new_state: UpdateTaskStateName | str | None = UNSET
    """The state to set; the values that are known are those of `UpdateTaskState`."""


class UpdateTaskInstance(Model):
    """The new state of a task instance, since Airflow 2.5."""

    required_fields: ClassVar[tuple[str, ...]] = ("new_state",)

    dry_run: bool = True
    """Only say what would change. True unless you say otherwise!"""
    new_state: UpdateTaskStateName | str | None = UNSET
    """The state to set; the values that are known are those of `UpdateTaskState`."""
    note: str | None = UNSET
    """What to note about it, in the same request; since Airflow 3.0."""
    include_upstream: bool | None = UNSET
    """The tasks before it too; since Airflow 3.0."""
    include_downstream: bool | None = UNSET
    """The tasks after it too; since Airflow 3.0."""
    include_future: bool | None = UNSET
    """Its later DAG runs too; since Airflow 3.0."""
    include_past: bool | None = UNSET
    """Its earlier DAG runs too; since Airflow 3.0."""


class PatchTaskInstanceBody(Model):
    """What to change of task instances, since Airflow 3.0: the state, the note, or both."""

    new_state: UpdateTaskStateName | str | None = UNSET
    """The state to set; the values that are known are those of `UpdateTaskState`."""
    note: str | None = UNSET
    """The text to note, at most 1000 characters; an empty one removes it."""
    include_upstream: bool | None = UNSET
    """The state is that of the tasks before it too; False by default."""
    include_downstream: bool | None = UNSET
    """The state is that of the tasks after it too; False by default."""
    include_future: bool | None = UNSET
    """The state is that of its later DAG runs too; False by default."""
    include_past: bool | None = UNSET
    """The state is that of its earlier DAG runs too; False by default."""


class SetTaskInstanceNote(Model):
    """A note about a task instance, since Airflow 2.5."""

    required_fields: ClassVar[tuple[str, ...]] = ("note",)

    note: str | None = UNSET
    """The text, at most 1000 characters."""


class TaskInstanceReference(Model):
    """The name of a task instance: its task, its DAG and its DAG run."""

    otherwise: ClassVar[Otherwise] = either("execution_date", "logical_date")
    excerpt: ClassVar[bool] = True  # Airflow 3 sends the whole task instance

    task_id: ReadOnly[str | None] = UNSET
    """The task ID."""
    dag_id: ReadOnly[str | None] = UNSET
    """The DAG ID."""
    execution_date: ReadOnly[datetime | None] = UNSET
    """The logical date of its DAG run."""
    dag_run_id: ReadOnly[str | None] = UNSET
    """The DAG run ID."""
    logical_date: ReadOnly[datetime | None] = UNSET
    """The logical date of its DAG run, since Airflow 3.0: `execution_date` before."""


class TaskInstanceReferenceCollection(Model):
    """The task instances that a change touched, or would touch."""

    excerpt: ClassVar[bool] = True

    task_instances: list[TaskInstanceReference] | None = UNSET
    """The task instances."""
