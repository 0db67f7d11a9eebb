"""The operations of ConnectionApi against a real Airflow, with its state afterwards."""

from __future__ import annotations

import contextlib
import json
import logging
import uuid
from collections.abc import Iterator
from typing import Any

import pytest

from titanium_airflow_client import (
    ApiTypeError,
    ApiValueError,
    BadRequestException,
    ConflictException,
    Connection,
    ConnectionApi,
    ConnectionCollectionItem,
    ForbiddenException,
    MethodNotAllowedException,
    NotFoundException,
    UnexpectedAnswer,
)

SECRET = "s3cret-%/ü"
REFUSED = (BadRequestException, ApiValueError)
"""What Airflow 2 finds wrong is in part not even sent to Airflow 3, which would take it in silence."""
GONE = "Connection not found|The Connection with connection_id: `.*` was not found"


@pytest.fixture
def connections(api: Any) -> Any:
    return api(ConnectionApi)


@pytest.fixture
def connection_id(connections: Any) -> Iterator[str]:
    """The ID of a connection that nobody else has, and that is gone afterwards."""
    connection_id = f"test_{uuid.uuid4().hex}"
    yield connection_id
    with contextlib.suppress(NotFoundException):
        connections.delete_connection(connection_id)


def whole(connection_id: str) -> Connection:
    return Connection(
        connection_id=connection_id,
        conn_type="postgres",
        description="for tests",
        host="db.example.com",
        login="ada",
        schema="sales",
        port=5432,
        password=SECRET,
        extra=json.dumps({"sslmode": "require", "api_key": SECRET}),
    )


def test_a_connection_from_its_beginning_to_its_end(connections, connection_id):
    made = connections.post_connection(whole(connection_id))
    found = connections.get_connection(connection_id)
    assert found == made
    wanted = whole(connection_id).to_dict()
    del wanted["password"], wanted["extra"]
    assert {**found.to_dict(), **wanted} == found.to_dict()
    assert found.password in (None, "***")
    assert json.loads(found.extra) == {"sslmode": "require", "api_key": "***"}
    assert connections.delete_connection(connection_id) is None
    with pytest.raises(NotFoundException, match=GONE):
        connections.get_connection(connection_id)
    with pytest.raises(NotFoundException):
        connections.delete_connection(connection_id)


def test_a_dict_will_do(connections, connection_id):
    connections.post_connection({"connection_id": connection_id, "conn_type": "http"})
    found = connections.get_connection(connection_id).to_dict()
    assert (found.pop("connection_id"), found.pop("conn_type")) == (connection_id, "http")
    assert {*found.values()} == {None}


def test_changes_without_a_mask(connections, connection_id):
    connections.post_connection(whole(connection_id))
    changed = connections.patch_connection(connection_id, {"host": "other.example.com", "port": None})
    found = connections.get_connection(connection_id)
    assert found == changed
    assert (found.host, found.port, found.login, found.schema) == ("other.example.com", None, "ada", "sales")
    assert json.loads(found.extra)["sslmode"] == "require"
    connections.patch_connection(connection_id, Connection(connection_id=connection_id, extra=None, description="new"))
    found = connections.get_connection(connection_id)
    assert (found.extra, found.description, found.host) == (None, "new", "other.example.com")


def test_changes_with_a_mask(connections, connection_id):
    connections.post_connection(whole(connection_id))
    new = Connection(host="new", port=1, login="new", schema="new", extra='{"new": 1}', conn_type="mysql")
    connections.patch_connection(connection_id, new, update_mask=["host"])
    found = connections.get_connection(connection_id)
    assert (found.host, found.port, found.login, found.conn_type) == ("new", 5432, "ada", "postgres")
    connections.patch_connection(connection_id, new, ["port", "schema", "extra"])
    found = connections.get_connection(connection_id)
    assert (found.port, found.schema, found.login) == (1, "new", "ada")
    assert json.loads(found.extra) == {"new": 1}


def test_what_was_read_can_be_changed_and_sent(connections, connection_id):
    connections.post_connection(Connection(connection_id=connection_id, conn_type="http", extra='{"a": 1}'))
    connection = connections.get_connection(connection_id)
    connection.host = "one"
    connections.patch_connection(connection_id, connection)
    assert connections.get_connection(connection_id).host == "one"
    (item,) = connections.get_connections(limit=1, order_by="-id").connections
    assert isinstance(item, ConnectionCollectionItem)
    item.host = "two"
    connections.patch_connection(connection_id, item)
    found = connections.get_connection(connection_id)
    assert (found.host, found.extra) == ("two", '{"a": 1}')


def test_the_stars_in_the_place_of_secrets_are_not_stored(connections, connection_id, knows):
    connections.post_connection(whole(connection_id))
    connection = connections.get_connection(connection_id)
    connection.host = "new"
    if knows("3.0"):  # it keeps the secrets: see test_guarded_server
        assert connections.patch_connection(connection_id, connection).host == "new"
        return
    for body in (connection, connection.to_dict()):
        for mask in (None, ["host", "extra"]):
            with pytest.raises(ApiValueError, match=r"extra has \*\*\* where the server hides secrets"):
                connections.patch_connection(connection_id, body, update_mask=mask)
    assert connections.get_connection(connection_id).host == "db.example.com"
    connections.patch_connection(connection_id, connection, update_mask=["host"])
    assert connections.get_connection(connection_id).host == "new"


def test_a_list_in_pages_and_in_order(connections):
    ids = [f"test_{uuid.uuid4().hex}" for _ in range(3)]
    for number, connection_id in enumerate(ids):
        connections.post_connection({"connection_id": connection_id, "conn_type": "http", "port": 10 - number})
    try:
        first = connections.get_connections(order_by="connection_id")
        found = [one.connection_id for one in first.connections]
        assert found == sorted(found)
        assert {*ids} <= {*found}
        assert first.total_entries == len(found)
        backwards = connections.get_connections(100, 0, "-connection_id")
        assert [one.connection_id for one in backwards.connections] == found[::-1]
        page = connections.get_connections(limit=1, offset=1, order_by="connection_id")
        assert [one.connection_id for one in page.connections] == found[1:2]
        newest = connections.get_connections(limit=3, order_by="-id")
        assert [one.connection_id for one in newest.connections] == ids[::-1]
        for field in ("conn_type", "description", "host", "port"):
            assert connections.get_connections(order_by=field).total_entries == len(found)
    finally:
        for connection_id in ids:
            connections.delete_connection(connection_id)


def test_ids_are_made_of_few_characters(connections, connection_id):
    odd = f"{connection_id}.-_Z"
    connections.post_connection({"connection_id": odd, "conn_type": "http"})
    assert connections.get_connection(odd).connection_id == odd
    connections.delete_connection(odd)
    for odd in ("a/b", "a b", "50%", "a+b", "a" * 201):
        with pytest.raises(BadRequestException, match=r"has to be|connection_id: String should"):
            connections.post_connection({"connection_id": odd, "conn_type": "http"})


@pytest.mark.parametrize("odd", ["with space", "plus+", "50%", "%2F", "ünï→☃", "a&b=c?d#e", "~", "...", "'\"\\;"])
def test_ids_that_there_cannot_be(connections, odd):
    for call in (
        lambda: connections.get_connection(odd),
        lambda: connections.patch_connection(odd, {"host": "h"}),
        lambda: connections.delete_connection(odd),
    ):
        with pytest.raises(NotFoundException, match=GONE):
            call()


def test_ids_with_slashes_are_never_taken_for_others(connections, connection_id, knows):
    connections.post_connection({"connection_id": connection_id, "conn_type": "http"})
    unknown = (NotFoundException, MethodNotAllowedException)
    with pytest.raises(unknown, match="whose ID has a slash"):
        connections.delete_connection(f"{connection_id}/x")
    with pytest.raises(unknown if knows("3.0") else UnexpectedAnswer, match="a slash"):
        connections.delete_connection(f"/{connection_id}")
    with pytest.raises(ApiValueError, match="connection_id must not be"):
        connections.delete_connection("")
    assert connections.get_connection(connection_id).connection_id == connection_id


def test_what_is_missing_or_wrong(connections, connection_id):
    with pytest.raises(ApiValueError, match="needs conn_type"):
        connections.post_connection({"connection_id": connection_id})
    with pytest.raises(ApiTypeError, match="port"):
        connections.post_connection({"connection_id": connection_id, "conn_type": "http", "port": "80"})
    with pytest.raises(ApiValueError, match="did you mean 'schema'"):
        connections.patch_connection(connection_id, {"schem": "a"})
    with pytest.raises(NotFoundException, match=GONE):
        connections.patch_connection(connection_id, {"host": "h"})

    connections.post_connection({"connection_id": connection_id, "conn_type": "http"})
    with pytest.raises(ConflictException, match=r"Connection already exist|Conflict"):
        connections.post_connection({"connection_id": connection_id, "conn_type": "ftp"})
    with pytest.raises(BadRequestException, match=r"connection_id cannot be updated|does not match the URL"):
        connections.patch_connection(connection_id, {"connection_id": "another"})
    for field in ("nope", "schema"):
        with pytest.raises(REFUSED, match=f"'{field}' is unknown or cannot be updated|update_mask has {field}"):
            connections.patch_connection(connection_id, {"connection_id": connection_id}, update_mask=[field])
    with pytest.raises(BadRequestException, match="Ordering with 'nope'"):
        connections.get_connections(order_by="nope")
    assert connections.get_connection(connection_id).conn_type == "http"


def test_a_password_is_in_no_repr_no_log_and_no_error(connections, connection_id, caplog, knows):
    with caplog.at_level(logging.DEBUG):
        connection = whole(connection_id)
        made = connections.post_connection(connection)
        calls = [
            lambda: connections.post_connection(connection),
            lambda: connections.patch_connection("another", connection),
            lambda: connections.patch_connection(connection_id, {**connection.to_dict(), "connection_id": "another"}),
            lambda: connections.post_connection({"connection_id": "x", "conn_type": "y", "password": [SECRET]}),
        ]
        if knows("2.7"):  # before, every server tests connections
            calls.append(lambda: connections.test_connection(connection))
        for call in calls:
            with pytest.raises(
                (
                    ApiValueError,
                    ConflictException,
                    NotFoundException,
                    BadRequestException,
                    ForbiddenException,
                    ApiTypeError,
                )
            ) as error:
                call()
            assert SECRET not in f"{error.value} {error.value!r} {error.value.__dict__}"
    assert SECRET not in repr(connection) + repr(made) + caplog.text
    assert connection.to_dict()["password"] == SECRET


def test_one_who_may_only_look(airflow, connect, connections, connection_id):
    connections.post_connection({"connection_id": connection_id, "conn_type": "http"})
    viewer = connect(airflow.configuration_for("viewer"))(ConnectionApi)
    for call in (
        lambda: viewer.get_connections(),
        lambda: viewer.get_connection(connection_id),
        lambda: viewer.post_connection({"connection_id": "x", "conn_type": "http"}),
        lambda: viewer.patch_connection(connection_id, {"host": "h"}),
        lambda: viewer.delete_connection(connection_id),
        lambda: viewer.test_connection({"connection_id": "x", "conn_type": "http"}),
    ):
        with pytest.raises(ForbiddenException, match="lacks the permission"):
            call()
    assert connections.get_connection(connection_id).host is None


def test_the_other_forms(connections, connection_id):
    info = connections.post_connection_with_http_info({"connection_id": connection_id, "conn_type": "http"})
    assert info.status_code in (200, 201)  # Airflow 3 says that it was made
    assert info.data.conn_type == "http"
    assert connections.delete_connection_with_http_info(connection_id).status_code == 204
    response = connections.get_connection_without_preload_content(connection_id)
    assert response.status == 404
    response.close()
