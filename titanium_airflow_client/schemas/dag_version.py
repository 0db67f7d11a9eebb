"""The versions of a DAG, since Airflow 3.0: a new one for each run of a file that has changed."""

from __future__ import annotations

from datetime import datetime

from .model import UNSET, Model


class DagVersionResponse(Model):
    """A version of a DAG."""

    id: str | None = UNSET
    """The ID of the version, a UUID."""
    version_number: int | None = UNSET
    """Its number within the DAG: 1 for the first."""
    dag_id: str | None = UNSET
    """The DAG ID."""
    bundle_name: str | None = UNSET
    """The bundle that the DAG's file belongs to."""
    bundle_version: str | None = UNSET
    """The version of the bundle, such as a commit; null where bundles have none."""
    created_at: datetime | None = UNSET
    """When it was first seen."""
    dag_display_name: str | None = UNSET
    """The name that the user interface shows, since Airflow 3.1."""
    bundle_url: str | None = UNSET
    """Where to look at the bundle, if that is known."""


class DAGVersionCollectionResponse(Model):
    """A page of the versions of DAGs."""

    dag_versions: list[DagVersionResponse] | None = UNSET
    """The versions of this page."""
    total_entries: int | None = UNSET
    """How many there are on all pages together."""
