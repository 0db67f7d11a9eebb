"""Jobs: the long-running processes of the server."""

from __future__ import annotations

from datetime import datetime

from .model import UNSET, Model


class Job(Model):
    """A long-running process, such as a triggerer."""

    id: int | None = UNSET
    """The job ID."""
    dag_id: str | None = UNSET
    """The DAG ID, if it works for one."""
    state: str | None = UNSET
    """The state of the process, such as `running`."""
    job_type: str | None = UNSET
    """What it does, such as `TriggererJob`."""
    start_date: datetime | None = UNSET
    """When it started."""
    end_date: datetime | None = UNSET
    """When it ended."""
    latest_heartbeat: datetime | None = UNSET
    """When it last gave a sign of life."""
    executor_class: str | None = UNSET
    """The executor that it uses."""
    hostname: str | None = UNSET
    """The host that it runs on."""
    unixname: str | None = UNSET
    """The user that it runs as."""
    dag_display_name: str | None = UNSET
    """The name that the user interface shows for the DAG, since Airflow 3.1."""


class JobCollectionResponse(Model):
    """A page of jobs, since Airflow 3.0."""

    jobs: list[Job] | None = UNSET
    """The jobs of this page."""
    total_entries: int | None = UNSET
    """How many there are on all pages together."""
