"""Assets, their aliases, events and state store, against a real Airflow 3."""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from titanium_airflow_client import (
    ApiClient,
    ApiTypeError,
    ApiValueError,
    AssetApi,
    AssetResponse,
    AssetStateStoreApi,
    BadRequestException,
    CreateAssetEventsBody,
    DAGApi,
    DAGRunApi,
    DatasetApi,
    MaterializeAssetBody,
    NotFoundException,
    UnsupportedOperation,
)

pytestmark = pytest.mark.only_on("3")  # see test_dataset_api for Airflow 2

ORDERS = "file://localhost/sample/orders.csv"
ODD = "x-test://host//a b+c%2Fd?e=f&g#h/"
WAITER = "dataset_waiter"
"""A DAG that waits for ODD and another one: an update of one of them stays queued."""


@pytest.fixture
def assets(api: Any) -> Any:
    return api(AssetApi)


@pytest.fixture
def orders(assets: Any) -> AssetResponse:
    """The asset that the sample DAGs write and read."""
    (asset,) = assets.get_assets(uri_pattern=ORDERS).assets
    return asset


@pytest.fixture
def queued(assets: Any, api: Any) -> Iterator[Any]:
    """An update of ODD, queued for WAITER."""
    api(DAGApi).patch_dag(WAITER, {"is_paused": False})
    (odd,) = [asset for asset in assets.get_assets(dag_ids=[WAITER]).assets if asset.uri == ODD]
    yield assets.create_asset_event({"asset_id": odd.id})
    with contextlib.suppress(NotFoundException):
        assets.delete_dag_asset_queued_events(WAITER)


def test_an_asset_and_a_dataset_are_the_same(assets, api, orders):
    dataset = api(DatasetApi).get_dataset(ORDERS)
    assert isinstance(orders, AssetResponse)
    assert assets.get_asset(orders.id).to_dict() == dataset.to_dict()
    assert (orders.id, orders.uri, orders.name, orders.group) == (dataset.id, ORDERS, ORDERS, "asset")
    for asset in (orders, dataset):
        assert [one.dag_id for one in asset.scheduled_dags] == ["dataset_consumer"]
        assert asset.consuming_dags == asset.scheduled_dags
        assert [one.task_id for one in asset.producing_tasks] == ["write_orders"]
    with pytest.raises(NotFoundException, match="Asset with ID: `99999` was not found"):
        assets.get_asset(99999)
    with pytest.raises(ApiTypeError, match="asset_id must be int"):
        assets.get_asset(ORDERS)


def test_some_of_the_assets(assets, knows):
    def uris(**arguments: Any) -> list[str]:
        return [asset.uri for asset in assets.get_assets(**arguments).assets]

    assert uris(name_pattern="ORDERS.c") == [ORDERS]
    assert uris(dag_ids=["dataset_producer"]) == [ORDERS] == uris(dag_ids=["dataset_producer"], only_active=False)
    names = [asset.name for asset in assets.get_assets(order_by="-name").assets]
    assert names == sorted(names, reverse=True)
    assert uris(order_by="uri", limit=1, offset=1) == sorted(uris())[1:2]
    if knows("3.1"):
        assert uris(order_by=["-uri", "id"]) == sorted(uris(), reverse=True)
    else:
        with pytest.raises(UnsupportedOperation, match=r"order_by with several keys exists since Airflow 3\.1"):
            assets.get_assets(order_by=["-uri", "id"])
    if knows("3.2"):
        assert (
            uris(uri_prefix_pattern="file://localhost/sam")
            == [ORDERS]
            == uris(name_prefix_pattern="file://localhost/sam")
        )
    else:
        with pytest.raises(UnsupportedOperation, match=r"uri_prefix_pattern exists since Airflow 3\.2\.2"):
            assets.get_assets(uri_prefix_pattern="x")
    with pytest.raises(BadRequestException, match="nope"):
        assets.get_assets(order_by="nope")


def test_the_aliases(assets):
    found = assets.get_asset_aliases(order_by="-name", name_pattern="nothing like that")
    assert (found.asset_aliases, found.total_entries) == ([], 0)
    (alias,) = assets.get_asset_aliases(name_pattern="tests_alias").asset_aliases
    assert assets.get_asset_alias(alias.id) == alias
    with pytest.raises(NotFoundException, match="Asset Alias with ID: `99999` was not found"):
        assets.get_asset_alias(99999)


def test_an_event(assets, orders, knows, in_peace):
    before = datetime.now(timezone.utc) - timedelta(seconds=5)
    event = assets.create_asset_event(CreateAssetEventsBody(asset_id=orders.id, extra={"rows": 3}))
    assert (event.asset_id, event.uri, event.extra) == (orders.id, ORDERS, {"rows": 3, "from_rest_api": True})
    assert (event.dataset_id, event.dataset_uri) == (orders.id, ORDERS)

    def found(**arguments: Any) -> Any:
        return in_peace(lambda: assets.get_asset_events(**arguments))

    (latest,) = found(limit=1, order_by="-timestamp", asset_id=orders.id).asset_events
    assert latest.timestamp == event.timestamp
    assert found(timestamp_gte=before, source_map_index=-1, limit=1).total_entries >= 1
    assert found(timestamp_lte="2020-01-01").asset_events == []
    if knows("3.1"):
        assert found(timestamp_gt=event.timestamp, asset_id=orders.id).total_entries == 0
    else:
        with pytest.raises(UnsupportedOperation, match=r"timestamp_gt exists since Airflow 3\.1"):
            assets.get_asset_events(timestamp_gt=before)
    if knows("3.2"):
        assert assets.create_asset_event({"asset_id": orders.id, "partition_key": "p"}).partition_key == "p"
        assert found(name_pattern="no such asset").total_entries == 0
    with pytest.raises(NotFoundException, match="Asset with ID: `99999` was not found"):
        assets.create_asset_event({"asset_id": 99999})
    with pytest.raises(ApiValueError, match="needs asset_id"):
        assets.create_asset_event({"extra": {}})


def nothing_in(call: Any) -> bool:
    """Whether nothing is queued: Airflow 3.0 says that there is no such thing, later ones send an empty list."""
    try:
        return call().queued_events == []
    except NotFoundException:
        return True


def test_what_is_queued(assets, queued):
    asset_id = queued.asset_id
    event = assets.get_dag_asset_queued_event(WAITER, asset_id)
    assert (event.dag_id, event.asset_id) == (WAITER, asset_id)
    assert assets.get_asset_queued_events(asset_id).queued_events == [event]
    assert assets.get_dag_asset_queued_events(WAITER).queued_events == [event]
    early = queued.timestamp - timedelta(hours=1)
    assert nothing_in(lambda: assets.get_asset_queued_events(asset_id, before=early))
    with pytest.raises(NotFoundException):
        assets.delete_asset_queued_events(asset_id, before=early)
    assert assets.delete_dag_asset_queued_event(WAITER, asset_id) is None
    with pytest.raises(NotFoundException):
        assets.get_dag_asset_queued_event(WAITER, asset_id)
    assets.create_asset_event({"asset_id": asset_id})
    assert assets.delete_asset_queued_events(asset_id) is None
    assert nothing_in(lambda: assets.get_dag_asset_queued_events(WAITER))
    assets.create_asset_event({"asset_id": asset_id})
    assert assets.delete_dag_asset_queued_events(WAITER) is None
    assert nothing_in(lambda: assets.get_asset_queued_events(asset_id))


def test_an_asset_is_made(assets, api, orders, knows):
    made = assets.materialize_asset(orders.id)
    assert (made.dag_id, made.state) == ("dataset_producer", "queued")
    assert api(DAGRunApi).get_dag_run("dataset_producer", made.dag_run_id).dag_run_id == made.dag_run_id
    body = MaterializeAssetBody(dag_run_id=f"made_{uuid.uuid4().hex}", note="by hand")
    if knows("3.3"):
        again = assets.materialize_asset(orders.id, body)
        assert (again.dag_run_id, again.note) == (body.dag_run_id, "by hand")
    elif not knows("3.2"):
        with pytest.raises(UnsupportedOperation, match=r"dag_run_id exists since Airflow 3\.2\.1"):
            assets.materialize_asset(orders.id, body)
    with pytest.raises(NotFoundException):
        assets.materialize_asset(99999)


@pytest.mark.parametrize("key", ["plain", "a/b c", "ü%2F"])
def test_the_state_store(api, lacks, key):
    store = api(AssetStateStoreApi)
    if lacks("3.3", lambda: store.get_asset_state_store(1, key)):
        return
    (orders,) = api(AssetApi).get_assets(uri_pattern=ORDERS).assets
    for value in ({"offset": 42}, [1, None], "text", 0, False):
        assert store.set_asset_state_store(orders.id, key, {"value": value}) is None
        found = store.get_asset_state_store(orders.id, key)
        assert (found.key, found.value, found.last_updated_by.kind) == (key, value, "api")
    listed = store.list_asset_state_store(orders.id, limit=10)
    assert (listed.asset_state_store, listed.total_entries) == ([found], 1)
    assert store.delete_asset_state_store(orders.id, key) is None
    with pytest.raises(NotFoundException, match="not found"):
        store.get_asset_state_store(orders.id, key)
    store.set_asset_state_store(orders.id, key, {"value": 1})
    assert store.clear_asset_state_store(orders.id) is None
    assert store.list_asset_state_store(orders.id).total_entries == 0
    with pytest.raises(NotFoundException, match="Asset with id 99999 not found"):
        store.set_asset_state_store(99999, key, {"value": 1})
    with pytest.raises(ApiValueError, match="needs value"):
        store.set_asset_state_store(orders.id, key, {"value": None})


def test_every_answer_fits_its_model(airflow):
    with ApiClient(airflow.configuration) as client:
        DatasetApi(client).get_datasets()
        AssetApi(client).get_assets()
        AssetApi(client).get_asset_aliases()
        assert client.drift == {}
