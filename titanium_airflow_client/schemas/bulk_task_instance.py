"""Many changes of task instances in one request, since Airflow 3.1."""

from __future__ import annotations

from typing import ClassVar

from .bulk import BulkActionNotOnExistenceName
from .model import UNSET, Model
from .task_state import UpdateTaskStateName


class BulkTaskInstanceBody(Model):
    """A task instance, and what to change of it."""

    required_fields: ClassVar[tuple[str, ...]] = ("task_id",)

    new_state: UpdateTaskStateName | str | None = UNSET
    """The state to set; the values that are known are those of `UpdateTaskState`."""
    note: str | None = UNSET
    """The text to note, at most 1000 characters."""
    include_upstream: bool | None = UNSET
    """The tasks before it too; False by default."""
    include_downstream: bool | None = UNSET
    """The tasks after it too; False by default."""
    include_future: bool | None = UNSET
    """Its later DAG runs too; False by default."""
    include_past: bool | None = UNSET
    """Its earlier DAG runs too; False by default."""
    task_id: str | None = UNSET
    """The task ID."""
    map_index: int | None = UNSET
    """Its number, if it is mapped; all of them when it is not set."""
    dag_id: str | None = UNSET
    """The DAG ID, where the operation was given `~`; since Airflow 3.2."""
    dag_run_id: str | None = UNSET
    """The DAG run ID, where the operation was given `~`; since Airflow 3.2."""


class BulkUpdateActionBulkTaskInstanceBody(Model, tag_field="action", tag="update"):
    """Change these task instances."""

    entities: list[BulkTaskInstanceBody] | None = UNSET
    """The task instances, each with what to change of it."""
    action_on_non_existence: BulkActionNotOnExistenceName | str | None = UNSET
    """What to do about one that does not exist, `fail` by default: see `BulkActionNotOnExistence`."""
    update_mask: list[str] | None = UNSET
    """The fields to change, all that are set by default; since Airflow 3.2."""


class BulkDeleteActionBulkTaskInstanceBody(Model, tag_field="action", tag="delete"):
    """Delete these task instances."""

    entities: list[str | BulkTaskInstanceBody] | None = UNSET
    """The task instances, or only their task IDs."""
    action_on_non_existence: BulkActionNotOnExistenceName | str | None = UNSET
    """What to do about one that does not exist, `fail` by default: see `BulkActionNotOnExistence`."""


class BulkBodyBulkTaskInstanceBody(Model):
    """What to do, one after the other."""

    required_fields: ClassVar[tuple[str, ...]] = ("actions",)

    actions: list[BulkUpdateActionBulkTaskInstanceBody | BulkDeleteActionBulkTaskInstanceBody] | None = UNSET
    """The changes, each `{"action": "update", "entities": [...]}` or `{"action": "delete", "entities": [...]}`."""
