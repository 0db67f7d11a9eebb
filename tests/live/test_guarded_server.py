"""What a server allows by its settings alone: to read its configuration, and to test connections."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

import pytest

from titanium_airflow_client import (
    ApiException,
    ApiValueError,
    ConfigApi,
    Connection,
    ConnectionApi,
    ConnectionTest,
    ForbiddenException,
)


def test_a_configuration_that_is_hidden(guarded, connect, lacks):
    config = connect(guarded.configuration)(ConfigApi)
    calls = [
        lambda: config.get_config(),
        lambda: config.get_config("core"),
        lambda: config.get_config(_headers={"Accept": "text/plain"}),
    ]
    if not lacks("2.7", lambda: config.get_value("core", "parallelism")):
        calls.append(lambda: config.get_value("core", "parallelism"))
    for call in calls:
        with pytest.raises(ForbiddenException, match="chose not to expose the configuration"):
            call()


def test_a_connection_that_works_and_one_that_does_not(guarded, connect, tmp_path, knows):
    connections = connect(guarded.configuration)(ConnectionApi)
    if not knows("3.0"):  # Airflow 3 comes without the provider of SQLite
        works = Connection(connection_id="any", conn_type="sqlite", host=str(tmp_path / "new.db"))
        tested = connections.test_connection(works)
        assert tested == ConnectionTest(status=True, message="Connection successfully tested")
        works.host = str(tmp_path / "no" / "folder" / "new.db")
        tested = connections.test_connection(works)
        assert tested.status is False
        assert "unable to open database file" in tested.message
    tested = connections.test_connection({"connection_id": "any", "conn_type": "nope", "password": "s3cret"})
    assert tested == ConnectionTest(status=False, message='Unknown hook type "nope"')
    assert "any" not in [one.connection_id for one in connections.get_connections().connections]
    with pytest.raises(ApiValueError, match="needs conn_type"):
        connections.test_connection({"connection_id": "any"})


def test_secrets_that_are_shown_as_stars_stay_what_they_are(guarded, connect, knows):
    connections = connect(guarded.configuration)(ConnectionApi)
    secret = Connection(
        connection_id="kept", conn_type="http", password="s3cret", extra='{"api_key": "s3cret", "a": 1}'
    )
    connections.post_connection(secret)
    try:
        connection = connections.get_connection("kept")
        connection.host = "new"
        if knows("3.0"):
            assert connection.password == "***"
            connections.patch_connection("kept", connection)
        else:
            connections.patch_connection("kept", connection, update_mask=["host"])
        connections.patch_connection("kept", {"port": 1})
        with pytest.raises(ApiException, match="password"):
            connections.patch_connection("kept", {"port": 2}, update_mask=["port", "password"])
        with closing(sqlite3.connect(guarded.home / "airflow.db", timeout=60)) as database:
            what = "SELECT host, port, password, extra FROM connection WHERE conn_id = 'kept'"
            stored = database.execute(what).fetchall()
        ((host, port, password, extra),) = stored
        assert (host, port, password) == ("new", 1, "s3cret")
        assert json.loads(extra) == {"api_key": "s3cret", "a": 1}
    finally:
        connections.delete_connection("kept")


def test_connections_that_may_not_be_tested(api, knows):
    if not knows("2.7"):  # which tests them for everybody
        tested = api(ConnectionApi).test_connection({"connection_id": "any", "conn_type": "nope"})
        assert tested == ConnectionTest(status=False, message='Unknown hook type "nope"')
        return
    with pytest.raises(ForbiddenException, match="Testing connections is disabled in Airflow configuration"):
        api(ConnectionApi).test_connection({"connection_id": "any", "conn_type": "http", "password": "s3cret"})
