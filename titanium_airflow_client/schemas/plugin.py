"""The plugins of the server."""

from __future__ import annotations

from typing import Any

from .model import UNSET, Model


class PluginCollectionItem(Model):
    """A plugin, and what it adds to Airflow."""

    name: str | None = UNSET
    """Its name."""
    hooks: list[str | None] | None = UNSET
    """Its hooks."""
    executors: list[str | None] | None = UNSET
    """Its executors."""
    macros: list[str | dict[str, Any] | None] | None = UNSET
    """Its macros for templates; objects before Airflow 2.7."""
    flask_blueprints: list[str | dict[str, Any] | None] | None = UNSET
    """Its Flask blueprints; objects before Airflow 2.7."""
    appbuilder_views: list[dict[str, Any] | None] | None = UNSET
    """Its pages in the user interface."""
    appbuilder_menu_items: list[dict[str, Any] | None] | None = UNSET
    """Its items in the menus of the user interface."""
    global_operator_extra_links: list[str | dict[str, Any] | None] | None = UNSET
    """Its extra links for every operator; objects before Airflow 2.7."""
    operator_extra_links: list[str | dict[str, Any] | None] | None = UNSET
    """Its extra links for some operators; objects before Airflow 2.7."""
    source: str | None = UNSET
    """Where it comes from: a file or a package."""
    ti_deps: list[str] | None = UNSET
    """Its conditions for task instances to run, since Airflow 2.8."""
    listeners: list[str] | None = UNSET
    """Its listeners, since Airflow 2.8."""
    timetables: list[str] | None = UNSET
    """Its timetables, since Airflow 2.8."""
    fastapi_apps: list[dict[str, Any]] | None = UNSET
    """Its FastAPI applications, since Airflow 3.0."""
    fastapi_root_middlewares: list[dict[str, Any]] | None = UNSET
    """Its middlewares for the whole server, since Airflow 3.0."""
    external_views: list[dict[str, Any]] | None = UNSET
    """Its links from the user interface to elsewhere, since Airflow 3.1."""
    react_apps: list[dict[str, Any]] | None = UNSET
    """Its React applications in the user interface, since Airflow 3.1."""


class PluginImportErrorResponse(Model):
    """A plugin that fails to import."""

    source: str | None = UNSET
    """Where it comes from."""
    error: str | None = UNSET
    """What went wrong."""


class PluginImportErrorCollectionResponse(Model):
    """The plugins that fail to import, since Airflow 3.1."""

    import_errors: list[PluginImportErrorResponse] | None = UNSET
    """The plugins."""
    total_entries: int | None = UNSET
    """How many there are."""


class PluginCollection(Model):
    """A page of plugins."""

    plugins: list[PluginCollectionItem] | None = UNSET
    """The plugins of this page."""
    total_entries: int | None = UNSET
    """How many there are on all pages together."""
