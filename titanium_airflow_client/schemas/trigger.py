"""Triggers: what waits in the place of a deferred task instance."""

from __future__ import annotations

from datetime import datetime

from .model import UNSET, Model


class Trigger(Model):
    """What waits in the place of a deferred task instance."""

    id: int | None = UNSET
    """The trigger ID."""
    classpath: str | None = UNSET
    """The path of its class."""
    kwargs: str | None = UNSET
    """The arguments of its class, as Python text."""
    created_date: datetime | None = UNSET
    """When it was created."""
    triggerer_id: int | None = UNSET
    """The ID of the triggerer job that runs it."""
    queue: str | None = UNSET
    """The queue of triggerers that it is sent to, since Airflow 3.2."""
