"""The provider packages of the server."""

from __future__ import annotations

from .model import UNSET, Model


class Provider(Model):
    """A provider package."""

    package_name: str | None = UNSET
    """The name of the package."""
    description: str | None = UNSET
    """What it is for."""
    version: str | None = UNSET
    """Its version."""
    documentation_url: str | None = UNSET
    """Where it is described, since Airflow 3.1.6."""


class ProviderCollection(Model):
    """The provider packages."""

    providers: list[Provider] | None = UNSET
    """The packages."""


class GetProviders200Response(ProviderCollection):
    """The provider packages, and how many there are."""

    total_entries: int | None = UNSET
    """How many there are."""
