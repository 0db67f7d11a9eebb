"""What real servers do that no document says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.scripted import Scripted, answer
from titanium_airflow_client import (
    Configuration,
    DAGApi,
    ForbiddenException,
    NotFoundException,
    UnauthorizedException,
    UnexpectedAnswer,
    local,
)


@pytest.fixture(scope="module")
def strict() -> Iterator[Any]:
    """A server that answers 401 without credentials, and whose worker closes every connection, as a stock one does."""
    with local.airflow("2.11.2", scheduler=False, public_role="none", env={"GUNICORN_CMD_ARGS": ""}) as server:
        yield server


@pytest.mark.parametrize("password", [None, "wrong"])
def test_401_where_the_public_has_no_role(strict, connect, password):
    configuration = Configuration(strict.api_url, username="admin" if password else None, password=password)
    with pytest.raises(UnauthorizedException) as caught:
        connect(configuration)(DAGApi).get_dags()
    hint = "the credentials were refused" if password else "no credentials were sent"
    assert hint in str(caught.value)


def test_401_or_403_where_it_has_one(airflow, connect):
    with pytest.raises((UnauthorizedException, ForbiddenException), match="no credentials were sent"):
        connect(Configuration(airflow.configuration.host))(DAGApi).get_dags()


def test_connections_that_the_server_closes_after_every_answer(strict, connect):
    dags = connect(strict.configuration)(DAGApi)
    for paused in (True, False) * 3:
        assert dags.patch_dag("linear", {"is_paused": paused}).is_paused is paused
        info = dags.get_dag_with_http_info("linear")
        assert info.headers["connection"] == "close"
        assert info.data.is_paused is paused


def test_an_address_one_level_too_deep(airflow, connect):
    configuration = Configuration(f"{airflow.url}/team/api/v1", username="a", password="b")
    wanted = "is host the address of Airflow 2's webserver|host must be the address of Airflow itself"
    with pytest.raises((NotFoundException, UnexpectedAnswer), match=wanted):
        connect(configuration)(DAGApi).get_dags()


def test_another_port_that_speaks_http(connect, tmp_path):
    page = answer(b"<html><title>Welcome to nginx!</title>", content_type="text/html")
    with Scripted(script=[page]) as other, pytest.raises(UnexpectedAnswer, match="Welcome to nginx!"):
        connect(Configuration(other.url))(DAGApi).get_dags()


def test_a_dag_whose_file_is_broken(airflow, connect):
    dags = connect(airflow.configuration)(DAGApi)
    with pytest.raises(NotFoundException):
        dags.get_dag("broken")
