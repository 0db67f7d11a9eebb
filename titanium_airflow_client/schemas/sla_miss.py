"""Task instances that took longer than their service level agreement allows."""

from __future__ import annotations

from datetime import datetime

from .model import UNSET, Model, ReadOnly


class SLAMiss(Model):
    """A task instance that was late."""

    task_id: ReadOnly[str | None] = UNSET
    """The task ID."""
    dag_id: str | None = UNSET
    """The DAG ID."""
    execution_date: datetime | None = UNSET
    """The logical date of the DAG run."""
    email_sent: bool | None = UNSET
    """Whether an e-mail told of it."""
    timestamp: datetime | None = UNSET
    """When it was noticed."""
    description: str | None = UNSET
    """What is known of it."""
    notification_sent: bool | None = UNSET
    """Whether the DAG's own callback was told."""
