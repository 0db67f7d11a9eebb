"""The operations of PoolApi against a real Airflow, with its state afterwards."""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Iterator
from typing import Any

import pytest

from titanium_airflow_client import (
    ApiValueError,
    BadRequestException,
    ConflictException,
    ForbiddenException,
    NotFoundException,
    Pool,
    PoolApi,
    ServiceException,
    UnexpectedAnswer,
    UnsupportedOperation,
)

REFUSED = (BadRequestException, ApiValueError)
"""What Airflow 2 finds wrong is in part not even sent to Airflow 3, which would take it in silence."""
GONE = "Pool with name:'.*' not found|The Pool with name: `.*` was not found"


@pytest.fixture
def pools(api: Any) -> Any:
    return api(PoolApi)


@pytest.fixture
def name(pools: Any) -> Iterator[str]:
    """The name of a pool that nobody else has, and that is gone afterwards."""
    name = f"test_{uuid.uuid4().hex}"
    yield name
    with contextlib.suppress(NotFoundException):
        pools.delete_pool(name)


@pytest.fixture
def deferred(pools: Any, name: str, lacks: Any) -> dict[str, bool]:
    """What a new pool is told of tasks that wait; before Airflow 2.7 nothing can be said of them."""
    if lacks("2.7", lambda: pools.post_pool({"name": name, "slots": 1, "include_deferred": True})):
        return {}
    return {"include_deferred": True}


def test_a_pool_from_its_beginning_to_its_end(pools, name, deferred):
    made = pools.post_pool(Pool(name=name, slots=4, description="for tests", **deferred))
    assert (made.name, made.slots, made.description) == (name, 4, "for tests")
    assert made.include_deferred is deferred.get("include_deferred")
    assert made.open_slots == 4
    assert (made.occupied_slots, made.running_slots, made.queued_slots) == (0, 0, 0)
    assert (made.scheduled_slots, made.deferred_slots) == (0, 0 if deferred else None)
    assert pools.get_pool(name) == made
    assert pools.delete_pool(name) is None
    with pytest.raises(NotFoundException, match=GONE):
        pools.get_pool(name)
    with pytest.raises(NotFoundException):
        pools.delete_pool(name)


def test_a_pool_without_a_limit_is_too_much_for_older_servers(pools, name, knows):
    if knows("3.1"):
        assert (pools.post_pool({"name": name, "slots": -1}).slots, pools.get_pool(name).open_slots) == (-1, -1)
        return
    if knows("3.0"):
        with pytest.raises(ServiceException):
            pools.post_pool({"name": name, "slots": -1})
        with pytest.raises(NotFoundException):
            pools.get_pool(name)
        return
    for call in (lambda: pools.post_pool({"name": name, "slots": -1}), lambda: pools.get_pool(name), pools.get_pools):
        with pytest.raises(ServiceException, match="inf is not of type 'integer'"):  # and yet it is made
            call()
    pools.delete_pool(name)
    assert pools.get_pools().total_entries


def test_the_pool_that_is_always_there(pools, knows):
    pool = pools.get_pool("default_pool")
    assert pool.name == "default_pool"
    calls = [
        lambda: pools.delete_pool("default_pool"),
        lambda: pools.patch_pool("default_pool", {"name": "another", "slots": 1}),
    ]
    if knows("2.8"):
        calls.append(lambda: pools.patch_pool("default_pool", {"description": "mine"}, update_mask=["description"]))
    for call in calls:
        with pytest.raises((BadRequestException, UnsupportedOperation), match=r"Default Pool|does not rename"):
            call()
    pools.patch_pool("default_pool", {"slots": pool.slots + 1}, update_mask=["slots"])
    assert pools.get_pool("default_pool").slots == pool.slots + 1
    pools.patch_pool("default_pool", pool)
    assert pools.get_pool("default_pool").slots == pool.slots


def test_changes_without_a_mask(pools, name, deferred):
    pools.post_pool({"name": name, "slots": 1, "description": "old", **deferred})
    pools.patch_pool(name, {"name": name, "slots": 2})
    pool = pools.get_pool(name)
    assert (pool.slots, pool.description, pool.include_deferred) == (2, "old", False if deferred else None)
    pool.slots, pool.description = 3, None
    if deferred:
        pool.include_deferred = True
    assert pools.patch_pool(name, pool) == pools.get_pool(name)
    pool = pools.get_pool(name)
    assert (pool.slots, pool.description, pool.include_deferred) == (3, None, True if deferred else None)


def test_changes_with_a_mask(pools, name, deferred):
    pools.post_pool({"name": name, "slots": 1, "description": "old", **deferred})
    new = Pool(name="not this", slots=2, description="new", **dict.fromkeys(deferred, False))
    pools.patch_pool(name, new, update_mask=["slots"])
    pool = pools.get_pool(name)
    assert (pool.slots, pool.description, pool.include_deferred) == (2, "old", True if deferred else None)
    pools.patch_pool(name, new, update_mask=["description", *deferred])
    pool = pools.get_pool(name)
    assert (pool.slots, pool.description, pool.include_deferred) == (2, "new", False if deferred else None)


def test_another_name(pools, name, knows):
    if knows("3.0"):
        pools.post_pool({"name": name, "slots": 1})
        for mask in (None, ["name"]):
            with pytest.raises(UnsupportedOperation, match="Airflow 3 does not rename pools"):
                pools.patch_pool(name, {"name": f"{name}_new", "slots": 2}, update_mask=mask)
        assert pools.get_pool(name).slots == 1
        return
    pools.post_pool({"name": f"{name}_old", "slots": 1})
    assert pools.patch_pool(f"{name}_old", {"name": name}, update_mask=["name"]).name == name
    assert pools.get_pool(name).slots == 1
    with pytest.raises(NotFoundException):
        pools.get_pool(f"{name}_old")
    with pytest.raises(ServiceException):
        pools.patch_pool(name, {"name": "default_pool", "slots": 1})
    assert pools.get_pool(name).slots == 1


def test_a_list_in_pages_and_in_order(pools, name):
    pools.post_pool({"name": name, "slots": 7})
    found = [pool.name for pool in pools.get_pools(order_by="name").pools]
    assert found == sorted(found)
    assert {name, "default_pool"} <= {*found}
    assert [pool.name for pool in pools.get_pools(100, 0, "-name").pools] == found[::-1]
    assert [pool.name for pool in pools.get_pools(limit=1, offset=1, order_by="name").pools] == found[1:2]
    assert pools.get_pools(limit=1).total_entries == len(found)
    slots = [pool.slots for pool in pools.get_pools(order_by="slots").pools]
    assert slots == sorted(slots)
    assert pools.get_pools(order_by="-id", limit=1).pools[0].name == name


@pytest.mark.parametrize("odd", ["with space", "plus+", "50%", "%2F", "ünï→☃", "a&b=c?d#e", "~", "...", "'\"\\;"])
def test_names_with_anything_in_them(pools, odd):
    try:
        assert pools.post_pool({"name": odd, "slots": 1}).name == odd
        assert pools.get_pool(odd).name == odd
        pools.patch_pool(odd, {"slots": 2}, update_mask=["slots"])
        assert pools.get_pool(odd).slots == 2
    finally:
        assert pools.delete_pool(odd) is None
    with pytest.raises(NotFoundException, match=GONE):
        pools.get_pool(odd)


def test_names_with_slashes_can_be_made_but_not_be_asked_for_in_airflow_2(pools, name, knows):
    pools.post_pool({"name": name, "slots": 1})
    if knows("3.0"):
        for odd in (f"{name}/x", f"/{name}"):
            pools.post_pool({"name": odd, "slots": 3})
            assert pools.patch_pool(odd, {"slots": 4}, update_mask=["slots"]) == pools.get_pool(odd)
            assert pools.delete_pool(odd) is None
        assert pools.get_pool(name).slots == 1
        return
    for odd, problem, hint in (
        (f"{name}/x", NotFoundException, "whose ID has a slash"),
        (f"/{name}", UnexpectedAnswer, "begins or ends with a slash"),
    ):
        for call in (
            lambda: pools.get_pool(odd),  # noqa: B023
            lambda: pools.patch_pool(odd, {"name": "x", "slots": 9}),  # noqa: B023
            lambda: pools.delete_pool(odd),  # noqa: B023
        ):
            with pytest.raises(problem, match=hint):
                call()
    assert pools.get_pool(name).slots == 1
    with pytest.raises(ApiValueError, match="pool_name must not be"):
        pools.delete_pool("")


def test_what_is_missing_or_wrong(pools, name):
    with pytest.raises(ApiValueError, match="needs slots"):
        pools.post_pool({"name": name})
    with pytest.raises(ApiValueError, match="needs name"):
        pools.post_pool(Pool(slots=1))
    with pytest.raises(ApiValueError, match="open_slots: read-only"):
        pools.post_pool({"name": name, "slots": 1, "open_slots": 1})
    with pytest.raises(NotFoundException):
        pools.get_pool(name)
    with pytest.raises(NotFoundException):
        pools.patch_pool(name, {"name": name, "slots": 1})

    pools.post_pool({"name": name, "slots": 1})
    with pytest.raises(ConflictException, match=r"already exists|Conflict"):
        pools.post_pool({"name": name, "slots": 2})
    with pytest.raises(BadRequestException, match=r"Missing required property|pool: Field required"):
        pools.patch_pool(name, {"slots": 2})
    with pytest.raises(REFUSED, match=r"Invalid field: nope in update mask|update_mask has nope"):
        pools.patch_pool(name, {"slots": 2}, update_mask=["nope"])
    with pytest.raises(BadRequestException, match="Ordering with 'nope'"):
        pools.get_pools(order_by="nope")
    assert pools.get_pool(name).slots == 1


def test_one_who_may_only_look(airflow, connect, pools, name, knows):
    pools.post_pool({"name": name, "slots": 1})
    viewer = connect(airflow.configuration_for("viewer"))(PoolApi)
    if knows("2.8"):  # before, a viewer may not look at pools
        assert viewer.get_pool(name) == pools.get_pool(name)
    for call in (
        lambda: viewer.post_pool({"name": f"{name}_2", "slots": 1}),
        lambda: viewer.patch_pool(name, {"name": name, "slots": 2}),
        lambda: viewer.delete_pool(name),
    ):
        with pytest.raises(ForbiddenException, match="lacks the permission"):
            call()
    assert pools.get_pool(name).slots == 1


def test_the_other_forms(pools, name):
    assert pools.post_pool_with_http_info({"name": name, "slots": 1}).status_code in (200, 201)
    assert pools.get_pools_with_http_info(limit=1).data.total_entries > 1
    assert pools.delete_pool_without_preload_content(name).status == 204
