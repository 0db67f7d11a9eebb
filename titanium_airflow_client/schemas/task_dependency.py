"""Why a task instance does not run yet, since Airflow 2.10."""

from __future__ import annotations

from .model import UNSET, Model


class TaskFailedDependency(Model):
    """A condition that is not met."""

    name: str | None = UNSET
    """The name of the condition, such as `Trigger Rule`."""
    reason: str | None = UNSET
    """Why it is not met."""


class TaskInstanceDependencyCollection(Model):
    """The conditions that keep a task instance from running."""

    dependencies: list[TaskFailedDependency] | None = UNSET
    """The conditions that are not met."""
