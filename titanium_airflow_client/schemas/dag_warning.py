"""What Airflow finds odd about DAGs that it can nevertheless run."""

from __future__ import annotations

from datetime import datetime

from .model import UNSET, Model, ReadOnly


class DagWarning(Model):
    """Something odd about a DAG, such as a pool that does not exist."""

    dag_id: ReadOnly[str | None] = UNSET
    """The DAG ID."""
    warning_type: ReadOnly[str | None] = UNSET
    """The kind of warning, such as `non-existent pool`."""
    message: ReadOnly[str | None] = UNSET
    """What is odd, in words."""
    timestamp: ReadOnly[datetime | None] = UNSET
    """When it was noticed."""
    dag_display_name: ReadOnly[str | None] = UNSET
    """The name that the user interface shows for the DAG, since Airflow 3.1."""


class DagWarningCollection(Model):
    """A page of DAG warnings."""

    dag_warnings: list[DagWarning] | None = UNSET
    """The warnings of this page."""
    total_entries: int | None = UNSET
    """How many there are on all pages together."""
