"""Connections: list, make, read, change, delete and test them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import NoneType
from typing import Any

from ..operation import C, delete, get, patch, post, with_http_info, without_preload_content
from ..paging import every
from ..request import Options, Request, Unpack
from ..schemas.bulk import BulkResponse
from ..schemas.connection import (
    AsyncConnectionTestResponse,
    BulkBodyConnectionBody,
    Connection,
    ConnectionCollection,
    ConnectionCollectionItem,
    ConnectionTest,
    ConnectionTestQueuedResponse,
    ConnectionTestRequestBody,
)
from .many_settings import ManyConnections


class ConnectionApi(ManyConnections[C]):
    """List, make, read, change, delete and test connections: how Airflow reaches other systems.

    Every operation also takes the keywords of `titanium_airflow_client.request.Options`, and raises an `ApiException`
    of the class of its status: 401 and 403 always, the others as told.
    """

    @delete("/connections/{connection_id}")
    def delete_connection(self, connection_id: str, **options: Unpack[Options]) -> Request[None]:
        """Delete a connection.

        `DELETE /connections/{connection_id}`.

        - `connection_id`: the connection ID.

        Returns nothing. Raises `NotFoundException`.
        """
        return Request(into=NoneType, path={"connection_id": connection_id}, options=options)

    delete_connection_with_http_info = with_http_info(delete_connection)
    delete_connection_without_preload_content = without_preload_content(delete_connection)

    @get("/connections/{connection_id}")
    def get_connection(self, connection_id: str, **options: Unpack[Options]) -> Request[Connection]:
        """Get one connection of the metadata database; those of a secrets backend or the environment are not there.

        `GET /connections/{connection_id}`.

        - `connection_id`: the connection ID.

        Returns a `Connection`: without its password, and with `***` for the secrets in `extra`. Raises
        `NotFoundException`.
        """
        return Request(into=Connection, path={"connection_id": connection_id}, options=options)

    get_connection_with_http_info = with_http_info(get_connection)
    get_connection_without_preload_content = without_preload_content(get_connection)

    @get("/connections")
    def get_connections(
        self,
        limit: int | None = None,
        offset: int | None = None,
        order_by: str | Sequence[str] | None = None,
        connection_id_pattern: str | None = None,
        connection_id_prefix_pattern: str | None = None,
        **options: Unpack[Options],
    ) -> Request[ConnectionCollection]:
        """List the connections of the metadata database without their secrets, one page at a time.

        `GET /connections`.

        - `limit`: how many to return; 100 by default, and the server lowers what is above its own maximum (100).
        - `offset`: how many to skip; 0 by default.
        - `order_by`: `id` (the default), `connection_id`, `conn_type`, `description`, `host` or `port`, descending with
          a `-` before it; since Airflow 2.1, several of them since Airflow 3.1.
        - `connection_id_pattern`: only connections with this text in their ID, in any case of letters; `%` and `_` are
          wildcards; since Airflow 3.0.
        - `connection_id_prefix_pattern`: only connections whose ID begins with this text; since Airflow 3.2.2.

        Returns a `ConnectionCollection` with the total on all pages. Raises `BadRequestException` for no field to sort
        by.
        """
        query = {
            "limit": limit,
            "offset": offset,
            "order_by": order_by,
            "connection_id_pattern": connection_id_pattern,
            "connection_id_prefix_pattern": connection_id_prefix_pattern,
        }
        return Request(into=ConnectionCollection, query=query, options=options)

    get_connections_with_http_info = with_http_info(get_connections)
    get_connections_without_preload_content = without_preload_content(get_connections)
    iter_connections = every(get_connections, ConnectionCollectionItem, "connection_id")

    @patch("/connections/{connection_id}")
    def patch_connection(
        self,
        connection_id: str,
        connection: Connection | ConnectionCollectionItem | Mapping[str, Any],
        update_mask: Sequence[str] | None = None,
        **options: Unpack[Options],
    ) -> Request[Connection]:
        """Change a connection. What is not set stays as it is.

        `PATCH /connections/{connection_id}`.

        - `connection_id`: the connection ID. It cannot be changed.
        - `connection`: the new values, `{"host": "db.example.com"}`. An `extra` as `get_connection` returns it, with
          `***` for its secrets, is refused for Airflow 2, which would store the stars; Airflow 3 keeps the secrets.
        - `update_mask`: the fields to update, `["host"]`, all that are set by default.

        Returns the `Connection` as it is then. Raises `NotFoundException`, and `BadRequestException` for another ID,
        and for a mask that names what is not set.
        """
        return Request(
            into=Connection,
            path={"connection_id": connection_id},
            query={"update_mask": update_mask},
            body=connection,
            body_type=Connection,
            options=options,
        )

    patch_connection_with_http_info = with_http_info(patch_connection)
    patch_connection_without_preload_content = without_preload_content(patch_connection)

    @post("/connections")
    def post_connection(
        self, connection: Connection | Mapping[str, Any], **options: Unpack[Options]
    ) -> Request[Connection]:
        """Make a connection.

        `POST /connections`.

        - `connection`: the connection; `connection_id` and `conn_type` are required. The ID is made of letters, digits,
          dashes, dots and underscores.

        Returns the `Connection`, without its secrets. Raises `BadRequestException` for another ID, and
        `ConflictException` when there is one of this ID.
        """
        return Request(into=Connection, body=connection, body_type=Connection, options=options)

    post_connection_with_http_info = with_http_info(post_connection)
    post_connection_without_preload_content = without_preload_content(post_connection)

    @post("/connections/test", since="2.2")
    def test_connection(
        self, connection: Connection | Mapping[str, Any], **options: Unpack[Options]
    ) -> Request[ConnectionTest]:
        """Try whether the server reaches another system; nothing is stored.

        `POST /connections/test`, since Airflow 2.2.

        - `connection`: the connection, whole and with its password; `connection_id` and `conn_type` are required.

        Returns a `ConnectionTest`, also when the system was not reached. Raises `ForbiddenException` where testing is
        not enabled, as it is not by default since Airflow 2.7.
        """
        return Request(into=ConnectionTest, body=connection, body_type=Connection, options=options)

    test_connection_with_http_info = with_http_info(test_connection)
    test_connection_without_preload_content = without_preload_content(test_connection)

    @patch(v2="/connections", since="3.0")
    def bulk_connections(
        self, bulk_body: BulkBodyConnectionBody | Mapping[str, Any], **options: Unpack[Options]
    ) -> Request[BulkResponse]:
        """Make, change and delete many connections.

        `PATCH /connections`, since Airflow 3.0.

        - `bulk_body`: what to do, `{"actions": [{"action": "delete", "entities": ["a", "b"]}]}`.

        Returns a `BulkResponse` with the IDs of those that it was done to, and with what went wrong about the others:
        that raises nothing.
        """
        return Request(into=BulkResponse, body=bulk_body, body_type=BulkBodyConnectionBody, options=options)

    bulk_connections_with_http_info = with_http_info(bulk_connections)
    bulk_connections_without_preload_content = without_preload_content(bulk_connections)

    @post(v2="/connections/defaults", since="3.0")
    def create_default_connections(self, **options: Unpack[Options]) -> Request[None]:
        """Make the connections that a new Airflow has by default, as far as they are not there.

        `POST /connections/defaults`, since Airflow 3.0. Returns nothing.
        """
        return Request(into=NoneType, options=options)

    create_default_connections_with_http_info = with_http_info(create_default_connections)
    create_default_connections_without_preload_content = without_preload_content(create_default_connections)

    @post(v2="/connections/enqueue-test", since="3.3")
    def enqueue_connection_test(
        self, connection_test_request_body: ConnectionTestRequestBody | Mapping[str, Any], **options: Unpack[Options]
    ) -> Request[ConnectionTestQueuedResponse]:
        """Have a worker try whether it reaches another system; `get_connection_test` tells how it went.

        `POST /connections/enqueue-test`, since Airflow 3.3.

        - `connection_test_request_body`: the connection, whole and with its password; `connection_id` and `conn_type`
          are required.

        Returns a `ConnectionTestQueuedResponse` with the `token` to ask with. Raises `ForbiddenException` where testing
        is not enabled, and `ConflictException` while another test of this connection waits.
        """
        return Request(
            into=ConnectionTestQueuedResponse,
            body=connection_test_request_body,
            body_type=ConnectionTestRequestBody,
            options=options,
        )

    enqueue_connection_test_with_http_info = with_http_info(enqueue_connection_test)
    enqueue_connection_test_without_preload_content = without_preload_content(enqueue_connection_test)

    @get(v2="/connections/enqueue-test", since="3.3")
    def get_connection_test(
        self, airflow_connection_test_token: str, **options: Unpack[Options]
    ) -> Request[AsyncConnectionTestResponse]:
        """Get how far a test of a connection is, and how it went.

        `GET /connections/enqueue-test`, since Airflow 3.3.

        - `airflow_connection_test_token`: the `token` that `enqueue_connection_test` returned.

        Returns an `AsyncConnectionTestResponse`. Raises `NotFoundException`.
        """
        headers = {**(options.get("_headers") or {}), "Airflow-Connection-Test-Token": airflow_connection_test_token}
        return Request(into=AsyncConnectionTestResponse, options={**options, "_headers": headers})

    get_connection_test_with_http_info = with_http_info(get_connection_test)
    get_connection_test_without_preload_content = without_preload_content(get_connection_test)
