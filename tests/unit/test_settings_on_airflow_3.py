"""What is asked of Airflow 3 for connections, pools and variables, where it wants more; no server here."""

from __future__ import annotations

from typing import Any

import pytest

from tests.played import playing, said
from titanium_airflow_client import (
    ApiValueError,
    BadRequestException,
    ConfigApi,
    Connection,
    ConnectionApi,
    NotFoundException,
    Pool,
    PoolApi,
    UnsupportedOperation,
    VariableApi,
)

POOL = {"name": "p", "slots": 3, "description": "old", "include_deferred": True, "open_slots": 3}


def test_a_variable_that_is_there_already_is_replaced() -> None:
    there = said({"detail": "The Variable with key: `a/b` already exists"}, 409)
    client, asked = playing(there, said({"key": "a/b", "value": "v"}))
    assert VariableApi(client).post_variables({"key": "a/b", "value": "v"}).value == "v"
    assert asked == [
        ("POST", "/api/v2/variables", {"key": "a/b", "value": "v"}),
        ("PATCH", "/api/v2/variables/a%2Fb", {"description": None, "key": "a/b", "value": "v"}),
    ]


@pytest.mark.parametrize("value", ["***", '{"password": "***"}'])
def test_the_stars_of_a_secret_are_not_stored(value: str) -> None:
    client, asked = playing(said({"key": "k"}))
    variables = VariableApi(client)
    for call in (
        lambda: variables.post_variables({"key": "k", "value": value}),
        lambda: variables.patch_variable("k", {"key": "k", "value": value}),
        lambda: variables.patch_variable("k", {"key": "k", "value": value}, update_mask="value,description"),
    ):
        with pytest.raises(ApiValueError, match=r"value has \*\*\*"):
            call()
    variables.patch_variable("k", {"key": "k", "value": value, "description": "d"}, update_mask=["description"])
    assert [target for _, target, _ in asked] == ["/api/v2/variables/k?update_mask=description"]


def test_the_type_of_a_connection_is_looked_up() -> None:
    client, asked = playing(said({"connection_id": "c", "conn_type": "http"}), said({"connection_id": "c"}))
    ConnectionApi(client).patch_connection("c", {"host": "h"}, update_mask=["host"])
    body = {"connection_id": "c", "conn_type": "http", "host": "h"}
    assert asked[1] == ("PATCH", "/api/v2/connections/c?update_mask=host", body)
    with pytest.raises(BadRequestException, match="update_mask has password, which the body does not set"):
        ConnectionApi(client).patch_connection("c", {"host": "h"}, update_mask=["host", "password"])


def test_airflow_2_would_store_the_stars_of_a_connection() -> None:
    client, asked = playing(said({"connection_id": "c"}), release="2.11.2")
    connection = Connection(connection_id="c", host="h", password="***", extra='{"key": "***"}')
    for mask, name in ((None, "extra"), (["password"], "password"), ("host,extra", "extra")):
        with pytest.raises(ApiValueError, match=rf"{name} has \*\*\*"):
            ConnectionApi(client).patch_connection("c", connection, update_mask=mask)
    ConnectionApi(client).patch_connection("c", connection, update_mask=["host"])
    assert [target for _, target, _ in asked] == ["/api/v1/connections/c?update_mask=host"]


def pools(*answers: Any) -> tuple[PoolApi, list[Any]]:
    client, asked = playing(*answers)
    return PoolApi(client), asked


def test_a_pool_is_changed_by_what_it_sets() -> None:
    api, asked = pools(said(POOL), said(POOL))
    api.patch_pool("p", {"slots": 4}, update_mask=["slots"])
    body = {"pool": "p", "slots": 4, "include_deferred": True}
    assert asked[1] == ("PATCH", "/api/v2/pools/p?update_mask=slots", body)
    api, asked = pools(said(POOL), said(POOL))
    api.patch_pool("p", {"name": "p", "slots": 4})
    assert asked[1] == ("PATCH", "/api/v2/pools/p", {**body, "include_deferred": False, "description": "old"})


def test_the_default_pool_as_it_was_read() -> None:
    pool = Pool(**{**POOL, "name": "default_pool", "slots": 5})  # type: ignore[arg-type]
    api, asked = pools(said({**POOL, "name": "default_pool"}), said(POOL))
    api.patch_pool("default_pool", pool)
    assert asked[1][1] == "/api/v2/pools/default_pool?update_mask=slots&update_mask=include_deferred"


def test_pools_keep_their_names() -> None:
    for mask in (None, ["name"]):
        api, asked = pools(said(POOL))
        with pytest.raises(UnsupportedOperation, match="does not rename pools"):
            api.patch_pool("p", {"name": "q", "slots": 4}, update_mask=mask)
        assert all(method == "GET" for method, _, _ in asked)


def test_pools_by_their_slots() -> None:
    found = [{"name": str(slots), "slots": slots} for slots in (2, 9, -1, 4)]
    pages = [{"pools": found[:2], "total_entries": 4}, {"pools": found[2:], "total_entries": 4}]
    api, asked = pools(*map(said, pages))
    page = api.get_pools(limit=2, offset=1, order_by="-slots")
    assert ([pool.slots for pool in page.pools or []], page.total_entries) == ([4, 2], 4)
    assert [target for _, target, _ in asked] == [
        f"/api/v2/pools?order_by=id&limit=100&offset={offset}" for offset in (0, 2)
    ]
    with pytest.raises(UnsupportedOperation, match="cannot sort by slots"):
        api.get_pools(order_by=["slots", "name"])


def test_many_at_once() -> None:
    api, asked = pools(said({"create": None, "update": {"success": ["p"], "errors": []}, "delete": None}))
    read = Pool(**POOL, team_name=None)  # type: ignore[arg-type]
    found = api.bulk_pools({"actions": [{"action": "update", "entities": [read], "update_mask": ["slots"]}]})
    assert found.update.success == ["p"]  # type: ignore[union-attr]
    entity = {name: POOL[name] for name in ("name", "slots", "description", "include_deferred")}
    action = {"action": "update", "entities": [entity], "update_mask": ["slots"]}
    assert asked == [("PATCH", "/api/v2/pools", {"actions": [action]})]
    client, asked = playing(release="3.1.8")
    with pytest.raises(UnsupportedOperation, match=r"actions\.update_mask exists since Airflow 3\.2"):
        PoolApi(client).bulk_pools({"actions": [action]})
    assert asked == []


def test_a_section_whose_options_are_all_defaults() -> None:
    missing = said({"detail": "Section core not found."}, 404)
    whole = said({"sections": [{"name": "api", "options": []}, {"name": "core", "options": []}]})
    client, _ = playing(missing, whole, missing, said(b"[api]\na = b\n\n[core]\nc = d\n\n", kind="text/plain"))
    config = ConfigApi(client)
    assert [section.name for section in config.get_config("core").sections or []] == ["core"]
    text = config.get_config("core", _headers={"Accept": "text/plain"})
    assert [(section.name, section.options[0].value) for section in text.sections or []] == [("core", "d")]  # type: ignore[index]
    client, _ = playing(missing, whole)
    with pytest.raises(NotFoundException, match="Section core not found"):
        ConfigApi(client).get_config("nope")
