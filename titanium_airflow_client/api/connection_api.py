"""Connections: list, make, read, change, delete and test them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import NoneType
from typing import Any

from typing_extensions import Unpack

from ..exceptions import ApiValueError
from ..operation import Api, C, delete, get, patch, post, with_http_info, without_preload_content
from ..request import Options, Request
from ..schemas.connection import Connection, ConnectionCollection, ConnectionCollectionItem, ConnectionTest


def refuse_stars(connection: object, update_mask: Sequence[str] | None) -> None:
    """Keep the stars that the server shows in the place of secrets from being stored as the secrets."""
    extra = connection.get("extra") if isinstance(connection, Mapping) else getattr(connection, "extra", None)
    if isinstance(extra, str) and '"***"' in extra and (update_mask is None or "extra" in update_mask):
        raise ApiValueError(
            "extra has *** where the server hides secrets, and Airflow 2 would store that: set extra anew, or name the "
            "other fields in update_mask"
        )


class ConnectionApi(Api[C]):
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
        order_by: str | None = None,
        **options: Unpack[Options],
    ) -> Request[ConnectionCollection]:
        """List the connections of the metadata database without their secrets, one page at a time.

        `GET /connections`.

        - `limit`: how many to return; 100 by default, and the server lowers what is above its own maximum (100).
        - `offset`: how many to skip; 0 by default.
        - `order_by`: `id` (the default), `connection_id`, `conn_type`, `description`, `host` or `port`, descending with
          a `-` before it; since Airflow 2.1.

        Returns a `ConnectionCollection` with the total on all pages. Raises `BadRequestException` for no field to sort
        by.
        """
        query = {"limit": limit, "offset": offset, "order_by": order_by}
        return Request(into=ConnectionCollection, query=query, options=options)

    get_connections_with_http_info = with_http_info(get_connections)
    get_connections_without_preload_content = without_preload_content(get_connections)

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
          `***` for its secrets, is refused here: Airflow 2 would store the stars.
        - `update_mask`: the fields to update, `["host"]`, all that are set by default.

        Returns the `Connection` as it is then. Raises `NotFoundException`, and `BadRequestException` for another ID,
        and for a mask that names what is not set.
        """
        refuse_stars(connection, update_mask)
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
