"""Connections: how Airflow reaches other systems."""

from __future__ import annotations

from typing import ClassVar

from .model import UNSET, Model, Secret


class ConnectionCollectionItem(Model):
    """A connection as a list shows it, without its secrets."""

    connection_id: str | None = UNSET
    """The connection ID. It cannot be changed."""
    conn_type: str | None = UNSET
    """What kind of system it reaches, such as `postgres`."""
    description: str | None = UNSET
    """What it is for, since Airflow 2.4."""
    host: str | None = UNSET
    """The host of the system."""
    login: str | None = UNSET
    """The user name."""
    schema: str | None = UNSET
    """The schema, or whatever the kind of connection calls so."""
    port: int | None = UNSET
    """The port on the host."""


class Connection(ConnectionCollectionItem):
    """A connection, whole."""

    required_to_create: ClassVar[tuple[str, ...]] = ("connection_id", "conn_type")

    password: Secret[str | None] = UNSET
    """The password. It can be written, but Airflow 2 never sends it."""
    extra: Secret[str | None] = UNSET
    """Everything else that this kind of connection needs, as JSON text; what Airflow sends has `***` for secrets."""


class ConnectionCollection(Model):
    """A page of connections."""

    connections: list[ConnectionCollectionItem] | None = UNSET
    """The connections of this page."""
    total_entries: int | None = UNSET
    """How many there are on all pages together."""


class ConnectionTest(Model):
    """What came of testing a connection, since Airflow 2.2."""

    status: bool | None = UNSET
    """Whether the system was reached."""
    message: str | None = UNSET
    """How it went, in words."""
