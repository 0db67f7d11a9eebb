"""Connections: how Airflow reaches other systems."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, Literal

from .bulk import BulkActionNotOnExistenceName, BulkActionOnExistenceName
from .model import UNSET, Model, Secret


class ConnectionCollectionItem(Model):
    """A connection as a list shows it: without its secrets, which Airflow 3 shows as `***`."""

    never_null: ClassVar[tuple[str, ...]] = ("team_name",)

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
    password: Secret[str | None] = UNSET
    """The password. It can be written, but Airflow 2 never sends it, and Airflow 3 sends `***`."""
    extra: Secret[str | None] = UNSET
    """All else that this kind of connection needs, as JSON text with `***` for secrets; in lists since Airflow 3.0."""
    team_name: str | None = UNSET
    """The team that it belongs to, since Airflow 3.2; only where the server is shared by teams."""


class Connection(ConnectionCollectionItem):
    """A connection, whole."""

    required_to_create: ClassVar[tuple[str, ...]] = ("connection_id", "conn_type")


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


class BulkCreateActionConnectionBody(Model, tag_field="action", tag="create"):
    """Make connections."""

    required_fields: ClassVar[tuple[str, ...]] = ("entities",)

    entities: list[Connection] | None = UNSET
    """The connections; `connection_id` and `conn_type` are required."""
    action_on_existence: BulkActionOnExistenceName | str | None = UNSET
    """What to do about those that are there already, `fail` by default."""


class BulkUpdateActionConnectionBody(Model, tag_field="action", tag="update"):
    """Change connections."""

    required_fields: ClassVar[tuple[str, ...]] = ("entities",)

    entities: list[Connection] | None = UNSET
    """The connections, and what to change about each; `connection_id` and `conn_type` are required."""
    update_mask: list[str] | None = UNSET
    """The fields to change, all that are set by default; since Airflow 3.2."""
    action_on_non_existence: BulkActionNotOnExistenceName | str | None = UNSET
    """What to do about those that are not there, `fail` by default."""


class BulkDeleteActionConnectionBody(Model, tag_field="action", tag="delete"):
    """Delete connections."""

    required_fields: ClassVar[tuple[str, ...]] = ("entities",)

    entities: list[str] | None = UNSET
    """The IDs of the connections."""
    action_on_non_existence: BulkActionNotOnExistenceName | str | None = UNSET
    """What to do about those that are not there, `fail` by default."""


class BulkBodyConnectionBody(Model):
    """Many changes of connections in one request, since Airflow 3.0."""

    required_fields: ClassVar[tuple[str, ...]] = ("actions",)

    actions: (
        list[BulkCreateActionConnectionBody | BulkUpdateActionConnectionBody | BulkDeleteActionConnectionBody] | None
    ) = UNSET
    """What to do, one after another."""


class ConnectionTestRequestBody(Connection):
    """A connection to be tested by a worker, since Airflow 3.3."""

    commit_on_success: bool | None = UNSET
    """Whether to store the connection when the system was reached; False when left out."""
    executor: str | None = UNSET
    """The executor that is to test it, where the server has several."""
    queue: str | None = UNSET
    """The queue of the worker that is to test it, where the executor has queues."""


class ConnectionTestQueuedResponse(Model):
    """A test of a connection that waits for a worker, since Airflow 3.3."""

    token: str | None = UNSET
    """What to ask for its result with."""
    connection_id: str | None = UNSET
    """The connection ID."""
    state: str | None = UNSET
    """How far it is: `pending` at first."""


class AsyncConnectionTestResponse(ConnectionTestQueuedResponse):
    """How far a test of a connection is, since Airflow 3.3."""

    state: Literal["pending", "queued", "running", "success", "failed"] | str | None = UNSET
    """How far it is."""
    result_message: str | None = UNSET
    """How it went, in words; null before its end."""
    created_at: datetime | None = UNSET
    """When it was asked for."""
