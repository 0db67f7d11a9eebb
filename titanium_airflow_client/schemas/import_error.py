"""DAG files that fail to import."""

from __future__ import annotations

from datetime import datetime

from .model import UNSET, Model, ReadOnly


class ImportError(Model):
    """A DAG file that fails to import."""

    import_error_id: ReadOnly[int | None] = UNSET
    """The import error ID."""
    timestamp: ReadOnly[datetime | None] = UNSET
    """When it was noticed."""
    filename: ReadOnly[str | None] = UNSET
    """The path of the file."""
    stack_trace: ReadOnly[str | None] = UNSET
    """The traceback, in full."""
    bundle_name: ReadOnly[str | None] = UNSET
    """The bundle that the file belongs to, since Airflow 3.0."""


class ImportErrorCollection(Model):
    """A page of import errors."""

    import_errors: list[ImportError] | None = UNSET
    """The import errors of this page."""
    total_entries: int | None = UNSET
    """How many there are on all pages together."""
