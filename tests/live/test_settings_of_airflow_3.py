"""Connections, pools and variables: what Airflow 3 adds, many changes in one request above all."""

from __future__ import annotations

import uuid
from typing import Any

import pytest

from titanium_airflow_client import (
    ApiTypeError,
    ApiValueError,
    BulkBodyVariableBody,
    BulkCreateActionVariableBody,
    BulkDeleteActionVariableBody,
    ConflictException,
    ConnectionApi,
    NotFoundException,
    PoolApi,
    UnsupportedOperation,
    Variable,
    VariableApi,
)


@pytest.fixture
def some() -> list[str]:
    """Names that nobody else has."""
    mine = f"test_{uuid.uuid4().hex}"
    return [f"{mine}_{letter}" for letter in "abc"]


def delete(names: list[str]) -> dict[str, Any]:
    return {"actions": [{"action": "delete", "entities": names, "action_on_non_existence": "skip"}]}


def test_many_variables(api, lacks, some, knows):
    variables = api(VariableApi)
    if lacks("3.0", lambda: variables.bulk_variables(delete(some))):
        return
    new = [Variable(key=key, value="1") for key in some]
    made = variables.bulk_variables(BulkBodyVariableBody(actions=[BulkCreateActionVariableBody(entities=new)]))
    assert (sorted(made.create.success), made.create.errors) == (some, [])
    assert (made.update, made.delete) == (None, None)
    again = variables.bulk_variables({"actions": [{"action": "create", "entities": [{"key": some[0], "value": "2"}]}]})
    assert (again.create.success, again.create.errors[0]["status_code"]) == ([], 409)
    listed = variables.get_variables(variable_key_pattern=some[0][:-2]).variables
    assert [one.key for one in listed] == some
    for one in listed:
        one.value, one.description = "3", "changed"
    change: dict[str, Any] = {"action": "update", "entities": listed[:2]}
    if knows("3.2"):
        change["update_mask"] = ["value"]
    else:
        with pytest.raises(UnsupportedOperation, match=r"actions\.update_mask exists since Airflow 3\.2"):
            variables.bulk_variables({"actions": [{**change, "update_mask": ["value"]}]})
    changed = variables.bulk_variables({"actions": [change, {"action": "delete", "entities": [some[2], "nope"]}]})
    assert (sorted(changed.update.success), changed.delete.success) in ((some[:2], []), (some[:2], [some[2]]))
    found = variables.get_variable(some[1])
    assert (found.value, found.description) == ("3", None if knows("3.2") else "changed")
    forgotten = BulkDeleteActionVariableBody(entities=some, action_on_non_existence="skip")
    assert set(variables.bulk_variables(BulkBodyVariableBody(actions=[forgotten])).delete.success) >= {*some[:2]}
    with pytest.raises(NotFoundException):
        variables.get_variable(some[0])
    with pytest.raises(ApiValueError, match="needs actions"):
        variables.bulk_variables({})
    with pytest.raises(ApiTypeError, match="BulkBodyVariableBody"):
        variables.bulk_variables({"actions": [{"action": "burn", "entities": []}]})


def test_many_pools(api, lacks, some):
    pools = api(PoolApi)
    if lacks("3.0", lambda: pools.bulk_pools(delete(some))):
        return
    new = [{"name": name, "slots": number} for number, name in enumerate(some)]
    assert sorted(pools.bulk_pools({"actions": [{"action": "create", "entities": new}]}).create.success) == some
    found = pools.get_pools(pool_name_pattern=some[0][:-2], order_by="-name").pools
    assert [pool.name for pool in found] == some[::-1]
    for pool in found:
        pool.slots = 9
    assert sorted(pools.bulk_pools({"actions": [{"action": "update", "entities": found}]}).update.success) == some
    assert [pool.slots for pool in pools.get_pools(pool_name_pattern=some[0][:-2], order_by="slots").pools] == [9] * 3
    assert sorted(pools.bulk_pools(delete(some)).delete.success) == some


def test_many_connections(api, lacks, some):
    connections = api(ConnectionApi)
    if lacks("3.0", lambda: connections.bulk_connections(delete(some))):
        return
    new = [{"connection_id": name, "conn_type": "http", "password": "s3cret"} for name in some]
    made = connections.bulk_connections({"actions": [{"action": "create", "entities": new}]})
    assert sorted(made.create.success) == some
    found = connections.get_connections(connection_id_pattern=some[0][:-2]).connections
    assert [one.connection_id for one in found] == some
    change = {"connection_id": some[0], "conn_type": "ftp", "host": "h"}
    connections.bulk_connections({"actions": [{"action": "update", "entities": [change]}]})
    found = connections.get_connection(some[0])
    assert (found.conn_type, found.host, found.password) == ("ftp", "h", "***")
    assert sorted(connections.bulk_connections(delete(some)).delete.success) == some


def test_lists_by_the_beginning_of_names(api, knows):
    calls = (
        lambda: api(VariableApi).get_variables(variable_key_prefix_pattern="no such").variables,
        lambda: api(PoolApi).get_pools(pool_name_prefix_pattern="no such").pools,
        lambda: api(ConnectionApi).get_connections(connection_id_prefix_pattern="no such").connections,
    )
    for call in calls:
        if knows("3.2"):
            assert call() == []
        else:
            with pytest.raises(UnsupportedOperation, match=r"exists since Airflow 3\.2\.2"):
                call()
    if not knows("3.2"):
        with pytest.raises(UnsupportedOperation, match=r"team_name exists since Airflow 3\.2"):
            api(PoolApi).post_pool({"name": "x", "slots": 1, "team_name": "t"})


def test_stars_are_not_stored(api, knows, some):
    variables = api(VariableApi)
    key = f"{some[0]}_password"
    variables.post_variables({"key": key, "value": "s3cret", "description": "old"})
    variable = variables.get_variable(key)
    try:
        if knows("3.0"):
            assert variable.value == "***"
            with pytest.raises(ApiValueError, match=r"value has \*\*\*"):
                variables.patch_variable(key, variable)
            with pytest.raises(ApiValueError, match=r"value has \*\*\*"):
                variables.post_variables(variable)
        variable.description = "new"
        assert variables.patch_variable(key, variable, update_mask=["description"]).description == "new"
    finally:
        variables.delete_variable(key)


def test_a_connection_is_tested_by_a_worker(api, knows, request, connect):
    connections = api(ConnectionApi)
    body = {"connection_id": "any", "conn_type": "sqlite", "password": "s3cret", "queue": "default"}
    if not knows("3.3"):
        for call in (
            lambda: connections.enqueue_connection_test(body),
            lambda: connections.get_connection_test("x"),
        ):
            with pytest.raises(UnsupportedOperation, match=r"since Airflow 3\.3|needs Airflow 3\.3"):
                call()
        return
    connections = connect(request.getfixturevalue("guarded").configuration)(ConnectionApi)
    body["connection_id"] = f"any_{uuid.uuid4().hex}"
    waits = connections.enqueue_connection_test(body)
    assert (waits.connection_id, waits.state) == (body["connection_id"], "pending")
    found = connections.get_connection_test(waits.token)
    assert (found.token, found.state, found.result_message) == (waits.token, "pending", None)
    with pytest.raises(ConflictException, match="already exists"):
        connections.enqueue_connection_test(body)
    with pytest.raises(NotFoundException):
        connections.get_connection_test("nope")


@pytest.mark.only_on("3")
def test_the_connections_of_a_new_airflow(connect, guarded):
    connections = connect(guarded.configuration)(ConnectionApi)
    assert connections.create_default_connections() is None
    assert connections.get_connections(connection_id_pattern="sqlite_default").total_entries == 1
