"""How the parts of the server are."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from .model import UNSET, Model, ReadOnly
from .open_enum import OpenEnum

HealthStatusName: TypeAlias = Literal["healthy", "unhealthy"]
"""The values of `HealthStatus`, for editors."""


class HealthStatus(OpenEnum):
    """Whether a part of the server works. One that is not in use has the status None (null)."""

    HEALTHY = "healthy"
    """It works."""
    UNHEALTHY = "unhealthy"
    """It does not answer, or its last heartbeat is too long ago."""


class MetadatabaseStatus(Model):
    """How the metadata database is."""

    status: HealthStatusName | str | None = UNSET
    """Whether it answers; the values that are known are those of `HealthStatus`."""


class SchedulerStatus(Model):
    """How the scheduler is."""

    status: HealthStatusName | str | None = UNSET
    """Whether it works; the values that are known are those of `HealthStatus`."""
    latest_scheduler_heartbeat: ReadOnly[datetime | None] = UNSET
    """When it last gave a sign of life."""


class TriggererStatus(Model):
    """How the triggerer is, since Airflow 2.6.2."""

    status: HealthStatusName | str | None = UNSET
    """Whether it works; the values that are known are those of `HealthStatus`."""
    latest_triggerer_heartbeat: ReadOnly[datetime | None] = UNSET
    """When it last gave a sign of life."""


class DagProcessorStatus(Model):
    """How the stand-alone DAG processor is, since Airflow 2.6.3."""

    status: HealthStatusName | str | None = UNSET
    """Whether it works; the values that are known are those of `HealthStatus`."""
    latest_dag_processor_heartbeat: ReadOnly[datetime | None] = UNSET
    """When it last gave a sign of life."""


class HealthInfo(Model):
    """How the parts of the server are."""

    metadatabase: MetadatabaseStatus | None = UNSET
    """The metadata database."""
    scheduler: SchedulerStatus | None = UNSET
    """The scheduler."""
    triggerer: TriggererStatus | None = UNSET
    """The triggerer, since Airflow 2.6.2."""
    dag_processor: DagProcessorStatus | None = UNSET
    """The stand-alone DAG processor, since Airflow 2.6.3."""
