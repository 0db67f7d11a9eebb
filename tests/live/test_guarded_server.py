"""What a server allows by its settings alone: to read its configuration, and to test connections."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from titanium_airflow_client import (
    ApiValueError,
    ConfigApi,
    Connection,
    ConnectionApi,
    ConnectionTest,
    ForbiddenException,
    local,
)


@pytest.fixture(scope="module")
def guarded(airflow: Any) -> Iterator[Any]:
    """A server of the same release that hides its configuration, and tests connections."""
    settings = {"AIRFLOW__WEBSERVER__EXPOSE_CONFIG": "False", "AIRFLOW__CORE__TEST_CONNECTION": "Enabled"}
    with local.airflow(airflow.release or "2.11.2", scheduler=False, env=settings) as server:
        yield server


def test_a_configuration_that_is_hidden(guarded, connect):
    config = connect(guarded.configuration)(ConfigApi)
    for call in (
        lambda: config.get_config(),
        lambda: config.get_config("core"),
        lambda: config.get_config(_headers={"Accept": "text/plain"}),
        lambda: config.get_value("core", "parallelism"),
    ):
        with pytest.raises(ForbiddenException, match="chose not to expose the configuration"):
            call()


def test_a_connection_that_works_and_one_that_does_not(guarded, connect, tmp_path):
    connections = connect(guarded.configuration)(ConnectionApi)
    works = Connection(connection_id="any", conn_type="sqlite", host=str(tmp_path / "new.db"))
    tested = connections.test_connection(works)
    assert tested == ConnectionTest(status=True, message="Connection successfully tested")
    works.host = str(tmp_path / "no" / "folder" / "new.db")
    tested = connections.test_connection(works)
    assert tested.status is False
    assert "unable to open database file" in tested.message
    tested = connections.test_connection({"connection_id": "any", "conn_type": "nope", "password": "s3cret"})
    assert tested == ConnectionTest(status=False, message='Unknown hook type "nope"')
    assert connections.get_connections().total_entries == 0
    with pytest.raises(ApiValueError, match="needs conn_type"):
        connections.test_connection({"connection_id": "any"})


def test_connections_that_may_not_be_tested(api):
    with pytest.raises(ForbiddenException, match="Testing connections is disabled in Airflow configuration"):
        api(ConnectionApi).test_connection({"connection_id": "any", "conn_type": "http", "password": "s3cret"})
