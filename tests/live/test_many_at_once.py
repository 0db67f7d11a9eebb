"""Many things at once on a real Airflow: by requests for many where it has them, with the same outcomes where not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from titanium_airflow_client import (
    ApiConnectionError,
    BadRequestException,
    ConnectionApi,
    DAGApi,
    NotFoundException,
    Outcomes,
    PoolApi,
    ServiceException,
    VariableApi,
)


@pytest.fixture
def settled(in_peace: Any) -> Callable[[Callable[[], Outcomes[Any, Any]]], Outcomes[Any, Any]]:
    """`settled(lambda: ...)`: the outcomes, once SQLite locks nobody out."""

    def outcomes(call: Callable[[], Outcomes[Any, Any]]) -> Outcomes[Any, Any]:
        found = call()
        for error in found.failed.values():
            if isinstance(error, (ServiceException, ApiConnectionError)):
                raise ServiceException(error.status, error.reason) from error
        return found

    return lambda call: in_peace(lambda: outcomes(call))


def test_pause_and_unpause(api, settled):
    dags = api(DAGApi)
    wanted = ["disposable_33", "disposable_34", "nope", "disposable_36"]
    outcomes = settled(lambda: dags.unpause_dags(wanted))
    assert [type(one.error) for one in outcomes] == [type(None), type(None), NotFoundException, type(None)]
    assert [one.result and one.result.is_paused for one in outcomes] == [False, False, None, False]
    assert list(settled(lambda: dags.pause_dags(wanted, concurrency=1)).failed) == ["nope"]
    assert dags.get_dag("disposable_33").is_paused


@pytest.fixture
def variables(api: Any) -> Any:
    yield api(VariableApi)
    for one in list(api(VariableApi).every("iter_variables")):
        if one.key.startswith("many_"):
            api(VariableApi).delete_variable(one.key)


def test_variables(variables, settled):
    wanted = {f"many_{number:03}": f"value {number}" for number in range(120)}
    variables.post_variables({"key": "many_007", "value": "old", "description": "old"})
    outcomes = settled(lambda: variables.set_variables(wanted, concurrency=2)).raise_for_errors()
    assert [one.key for one in outcomes] == list(wanted)
    found = {one.key: one for one in variables.every("iter_variables") if one.key in wanted}
    assert {key: one.value for key, one in found.items()} == wanted
    assert found["many_007"].description in (None, "")
    outcomes = variables.delete_variables([*wanted, "many_nope"], concurrency=1)
    assert {key: type(error) for key, error in outcomes.failed.items()} == {"many_nope": NotFoundException}
    assert not [one for one in variables.every("iter_variables") if one.key in wanted]


def test_one_variable_is_wrong_and_the_others_are_set(variables, settled, knows):
    long = "many_" + "x" * 300  # Airflow 3 refuses it, and all that is in one request with it
    rows = [{"key": "many_a", "value": "1"}, {"key": long, "value": "2"}, {"key": "many_c"}]
    rows.append({"key": "many_d", "value": "4", "description": "four"})
    outcomes = settled(lambda: variables.set_variables(rows))
    refused = [long, "many_c"] if knows("3.0") else ["many_c"]
    assert list(outcomes.failed) == refused, outcomes.failed
    kept = "four" if knows("2.8") else None  # older servers lose what describes a new variable
    assert variables.get_variable("many_d").description == kept


def test_connections_and_pools(api):
    connections, pools = api(ConnectionApi), api(PoolApi)
    for number in range(3):
        connections.post_connection({"connection_id": f"many_{number}", "conn_type": "http"})
        pools.post_pool({"name": f"many_{number}", "slots": 1})
    outcomes = connections.delete_connections(["many_0", "many_nope", "many_1", "many_2"], concurrency=1)
    assert {key: type(error) for key, error in outcomes.failed.items()} == {"many_nope": NotFoundException}
    outcomes = pools.delete_pools(["many_0", "many_1", "default_pool", "many_2"], concurrency=1)
    assert {key: type(error) for key, error in outcomes.failed.items()} == {"default_pool": BadRequestException}
    assert not [one.name for one in pools.get_pools().pools if one.name.startswith("many_")]
    assert not [one for one in connections.every("iter_connections") if one.connection_id.startswith("many_")]
