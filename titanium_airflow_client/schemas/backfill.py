"""Backfills, since Airflow 3.0: the runs of a DAG that are made for a time in the past."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar, Literal, TypeAlias

from .model import UNSET, Model
from .open_enum import OpenEnum

ReprocessBehaviorName: TypeAlias = Literal["failed", "completed", "none"]
"""The values of `ReprocessBehavior`, for editors."""


class ReprocessBehavior(OpenEnum):
    """Which of the runs that are there already run again."""

    FAILED = "failed"
    """Those that failed."""
    COMPLETED = "completed"
    """Those that failed and those that succeeded."""
    NONE = "none"
    """None of them."""


class BackfillPostBody(Model):
    """A backfill to make."""

    required_fields: ClassVar[tuple[str, ...]] = ("dag_id", "from_date", "to_date")

    dag_id: str | None = UNSET
    """The DAG ID."""
    from_date: datetime | None = UNSET
    """The first date to make a run for."""
    to_date: datetime | None = UNSET
    """The last one."""
    run_backwards: bool | None = UNSET
    """Whether the latest date runs first; False by default."""
    dag_run_conf: dict[str, Any] | None = UNSET
    """The parameters that the runs are started with."""
    reprocess_behavior: ReprocessBehaviorName | str | None = UNSET
    """Which of the runs that are there already run again, `none` by default."""
    max_active_runs: int | None = UNSET
    """How many of its runs may be active at once, 10 by default."""
    run_on_latest_version: bool | None = UNSET
    """Whether runs that run again take the latest version of the DAG, since Airflow 3.1.6."""


class BackfillResponse(Model):
    """A backfill."""

    id: int | None = UNSET
    """The backfill ID."""
    dag_id: str | None = UNSET
    """The DAG ID."""
    from_date: datetime | None = UNSET
    """The first date that it makes a run for."""
    to_date: datetime | None = UNSET
    """The last one."""
    dag_run_conf: dict[str, Any] | None = UNSET
    """The parameters that its runs are started with."""
    is_paused: bool | None = UNSET
    """Whether its runs wait."""
    reprocess_behavior: ReprocessBehaviorName | str | None = UNSET
    """Which of the runs that were there already run again."""
    max_active_runs: int | None = UNSET
    """How many of its runs may be active at once."""
    created_at: datetime | None = UNSET
    """When it was made."""
    completed_at: datetime | None = UNSET
    """When it ended, or was cancelled; null until then."""
    updated_at: datetime | None = UNSET
    """When it was last changed."""
    dag_display_name: str | None = UNSET
    """The name that the user interface shows for the DAG, since Airflow 3.1."""


class BackfillCollectionResponse(Model):
    """A page of backfills."""

    backfills: list[BackfillResponse] | None = UNSET
    """The backfills of this page."""
    total_entries: int | None = UNSET
    """How many there are on all pages together."""


class DryRunBackfillResponse(Model):
    """A run that a backfill would make."""

    logical_date: datetime | None = UNSET
    """The date that it would run for."""
    partition_key: str | None = UNSET
    """The partition that it would run for, since Airflow 3.2."""
    partition_date: datetime | None = UNSET
    """The date of the partition, since Airflow 3.2."""


class DryRunBackfillCollectionResponse(Model):
    """The runs that a backfill would make."""

    backfills: list[DryRunBackfillResponse] | None = UNSET
    """The runs."""
    total_entries: int | None = UNSET
    """How many there are."""
