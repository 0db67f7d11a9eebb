"""Which Airflow the server runs."""

from __future__ import annotations

from .model import UNSET, Model


class VersionInfo(Model):
    """The release of Airflow."""

    version: str | None = UNSET
    """The release, such as `2.11.2`."""
    git_version: str | None = UNSET
    """The release and the commit that it was built from, if that is known."""
