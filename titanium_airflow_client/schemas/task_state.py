"""The states of task instances."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .open_enum import OpenEnum

TaskStateName: TypeAlias = Literal[
    "success",
    "running",
    "failed",
    "upstream_failed",
    "skipped",
    "up_for_retry",
    "up_for_reschedule",
    "queued",
    "none",
    "scheduled",
    "deferred",
    "removed",
    "restarting",
    "awaiting_input",
]
"""The values of `TaskState`, for editors."""


class TaskState(OpenEnum):
    """The state of a task instance. One that is not scheduled yet has the state None (null)."""

    SUCCESS = "success"
    """It ran, and succeeded."""
    RUNNING = "running"
    """A worker runs it."""
    FAILED = "failed"
    """It failed, and is not tried again."""
    UPSTREAM_FAILED = "upstream_failed"
    """It never ran, because a task before it failed."""
    SKIPPED = "skipped"
    """It was left out, by a branch for example."""
    UP_FOR_RETRY = "up_for_retry"
    """It failed, and waits for its next try."""
    UP_FOR_RESCHEDULE = "up_for_reschedule"
    """It is a sensor between two looks."""
    QUEUED = "queued"
    """It waits for a worker."""
    NONE = "none"
    """It is not scheduled yet; in filters only, and since Airflow 2.7 null is preferred."""
    SCHEDULED = "scheduled"
    """It may run, and waits for a slot."""
    DEFERRED = "deferred"
    """A trigger waits in its place, since Airflow 2.2."""
    REMOVED = "removed"
    """Its task is no longer in the DAG."""
    RESTARTING = "restarting"
    """It was cleared while it ran, and is ending so that it can start again, since Airflow 2.4.2."""
    AWAITING_INPUT = "awaiting_input"
    """It waits for a person to decide, since Airflow 3.3; deferred before."""


UpdateTaskStateName: TypeAlias = Literal["success", "failed", "skipped"]
"""The values of `UpdateTaskState`, for editors."""


class UpdateTaskState(OpenEnum):
    """The states that a person may give to a task instance; all others are the scheduler's."""

    SUCCESS = "success"
    """As if it had succeeded."""
    FAILED = "failed"
    """As if it had failed."""
    SKIPPED = "skipped"
    """As if it had been left out."""
