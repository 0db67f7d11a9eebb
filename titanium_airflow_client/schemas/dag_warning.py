"""What Airflow finds odd about DAGs that it can nevertheless run."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from .model import UNSET, Model, ReadOnly

DagWarningTypeName: TypeAlias = Literal[
    "asset conflict", "dataset conflict", "non-existent pool", "runtime varying value"
]
"""The kinds of warning, for editors."""


class DagWarning(Model):
    """Something odd about a DAG, such as a pool that does not exist."""

    dag_id: ReadOnly[str | None] = UNSET
    """The DAG ID."""
    warning_type: ReadOnly[DagWarningTypeName | str | None] = UNSET
    """The kind of warning. Airflow 3 says `asset conflict`, where Airflow 2 says `dataset conflict`."""
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
