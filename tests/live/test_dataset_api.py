"""The operations of DatasetApi against a real Airflow, with its state afterwards."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from titanium_airflow_client import (
    ApiTypeError,
    ApiValueError,
    AssetApi,
    AssetStateStoreApi,
    BadRequestException,
    CreateDatasetEvent,
    DAGApi,
    DatasetApi,
    ForbiddenException,
    MethodNotAllowedException,
    NotFoundException,
    QueuedEvent,
    ServiceException,
    UnexpectedAnswer,
    UnsupportedOperation,
)

ORDERS = "file://localhost/sample/orders.csv"
ODD = "x-test://host//a b+c%2Fd?e=f&g#h/"
PLAIN = "/a plain name"
WAITER = "dataset_waiter"
"""A DAG that waits for ODD and PLAIN both: an update of one of them stays queued."""


@pytest.fixture
def datasets(api: Any) -> Any:
    return api(DatasetApi)


@pytest.fixture
def queued(datasets: Any, api: Any, lacks: Any) -> Iterator[Any]:
    """An update of ODD, and nothing else, queued for WAITER; None where nobody can make one by hand."""
    if lacks("2.9", lambda: datasets.create_dataset_event({"dataset_uri": ODD})):
        yield None
        return

    def forget_all() -> None:
        with contextlib.suppress(NotFoundException):
            datasets.delete_dag_dataset_queued_events(WAITER)

    api(DAGApi).patch_dag(WAITER, {"is_paused": False})
    forget_all()  # before 2.10 updates are queued for DAGs that are paused too
    event = datasets.create_dataset_event({"dataset_uri": ODD})
    assert event.extra == {"from_rest_api": True}
    yield event
    forget_all()


@pytest.fixture
def consumed(runs: Any) -> tuple[str, str]:
    """Runs of the DAG that makes the orders, and of the one that waits for them: their IDs."""
    return runs["dataset_producer"].dag_run_id, runs["dataset_consumer"].dag_run_id


def test_the_datasets(datasets):
    first = datasets.get_datasets(order_by="uri")
    found = [dataset.uri for dataset in first.datasets]
    assert found == sorted(found)
    assert {ORDERS, ODD, PLAIN} <= {*found}
    assert first.total_entries == len(found)
    assert [one.uri for one in datasets.get_datasets(100, 0, "-uri").datasets] == found[::-1]
    assert [one.uri for one in datasets.get_datasets(limit=1, offset=1, order_by="uri").datasets] == found[1:2]
    for field in ("id", "created_at", "updated_at"):
        values = [getattr(one, field) for one in datasets.get_datasets(order_by=field).datasets]
        assert values == sorted(values)
    with pytest.raises(BadRequestException, match="Ordering with 'nope'"):
        datasets.get_datasets(order_by="nope")


def test_some_of_the_datasets(datasets, lacks):
    def uris(**arguments: Any) -> set[str]:
        return {one.uri for one in datasets.get_datasets(**arguments).datasets}

    assert uris(uri_pattern="ORDERS.c") == {ORDERS}
    assert uris(uri_pattern="a b+c%2Fd?e=f&g#") == {ODD}
    assert uris(uri_pattern="no such thing") == set()
    if lacks("2.9", lambda: uris(dag_ids=["dataset_consumer"])):
        return
    assert uris(dag_ids=["dataset_consumer"]) == {ORDERS} == uris(dag_ids=["dataset_producer", "nope"])
    assert (
        uris(dag_ids=[WAITER, "dataset_consumer"]) == {ORDERS, ODD, PLAIN} == uris(dag_ids=f"{WAITER},dataset_consumer")
    )
    assert uris(dag_ids=[WAITER], uri_pattern="plain") == {PLAIN}


@pytest.mark.parametrize("uri", [ORDERS, ODD])
def test_one_dataset(datasets, uri):
    dataset = datasets.get_dataset(uri)
    assert dataset.uri == uri
    (listed,) = [one for one in datasets.get_datasets().datasets if one.uri == uri]
    assert listed == dataset
    consumer = {ORDERS: "dataset_consumer", ODD: WAITER}[uri]
    assert [one.dag_id for one in dataset.consuming_dags] == [consumer]
    producers = [(one.dag_id, one.task_id) for one in dataset.producing_tasks]
    assert producers == ([("dataset_producer", "write_orders")] if uri == ORDERS else [])
    assert dataset.created_at.tzinfo is not None
    assert dataset.extra == {}


@pytest.mark.parametrize("uri", ["nope", "s3://no/such/file", "ünï→☃", "50%", "%2F", "a+b c?d#e"])
def test_a_dataset_that_there_is_not(datasets, uri, lacks):
    newer = (
        lambda: datasets.get_dataset_queued_events(uri),
        lambda: datasets.delete_dataset_queued_events(uri),
        lambda: datasets.get_dag_dataset_queued_event(WAITER, uri),
        lambda: datasets.delete_dag_dataset_queued_event(WAITER, uri),
        lambda: datasets.create_dataset_event({"dataset_uri": uri}),
    )
    for call in (lambda: datasets.get_dataset(uri), *(call for call in newer if not lacks("2.9", call))):
        with pytest.raises(NotFoundException) as error:
            call()
        assert uri in error.value.data.detail
        assert "hint" not in str(error.value)


def test_a_uri_that_begins_with_a_slash_is_never_taken_for_another(datasets, knows, lacks):
    if knows("3.0"):
        assert datasets.get_dataset(PLAIN).uri == PLAIN
        with pytest.raises(NotFoundException):
            datasets.get_dataset("")
        assert datasets.create_dataset_event({"dataset_uri": PLAIN}).dataset_uri == PLAIN
        return
    with pytest.raises(UnexpectedAnswer, match="begins or ends with a slash"):
        datasets.get_dataset(PLAIN)
    with pytest.raises(ApiValueError, match="uri must not be"):
        datasets.get_dataset("")
    if lacks("2.9", lambda: datasets.create_dataset_event({"dataset_uri": PLAIN})):
        return
    with pytest.raises(NotFoundException, match="`queuedEvent//a plain name` was not found"):
        datasets.get_dataset_queued_events(PLAIN)
    with pytest.raises((UnexpectedAnswer, MethodNotAllowedException)):
        datasets.delete_dataset_queued_events(PLAIN)
    assert datasets.create_dataset_event({"dataset_uri": PLAIN}).dataset_uri == PLAIN


def test_an_update_by_hand(datasets, lacks, in_peace):
    if lacks("2.9", lambda: datasets.create_dataset_event({"dataset_uri": ODD})):
        return
    before = datetime.now(timezone.utc)
    event = datasets.create_dataset_event(CreateDatasetEvent(dataset_uri=ODD, extra={"rows": 3, "ü": [None]}))
    assert event.dataset_uri == ODD
    assert event.extra == {"rows": 3, "ü": [None], "from_rest_api": True}
    assert (event.source_dag_id, event.source_task_id, event.source_run_id, event.source_map_index) == (
        None,
        None,
        None,
        -1,
    )
    assert abs(event.timestamp - before) < timedelta(minutes=1)

    def latest() -> Any:
        last = {"dataset_id": event.dataset_id, "limit": 1, "order_by": "-timestamp"}
        return in_peace(lambda: datasets.get_dataset_events(**last)).dataset_events

    assert latest() == [event]
    with pytest.raises(ApiValueError, match="needs dataset_uri"):
        datasets.create_dataset_event({"extra": {}})
    with pytest.raises(BadRequestException, match=r"may not be null|extra: Input should be"):
        datasets.create_dataset_event({"dataset_uri": ODD, "extra": None})
    with pytest.raises(ApiTypeError, match="extra"):
        datasets.create_dataset_event({"dataset_uri": ODD, "extra": "text"})
    assert latest() == [event]


def test_updates_by_tasks(datasets, consumed, in_peace):
    made, started = consumed
    (event,) = in_peace(lambda: datasets.get_dataset_events(source_run_id=made)).dataset_events
    assert (event.dataset_uri, event.source_dag_id, event.source_task_id) == (
        ORDERS,
        "dataset_producer",
        "write_orders",
    )
    assert [run.dag_run_id for run in event.created_dagruns] == [started]
    assert event.created_dagruns[0].dag_id == "dataset_consumer"

    def total(**arguments: Any) -> int:
        return in_peace(lambda: datasets.get_dataset_events(**arguments)).total_entries

    chosen = {
        "dataset_id": event.dataset_id,
        "source_dag_id": "dataset_producer",
        "source_task_id": "write_orders",
        "source_run_id": made,
        "source_map_index": -1,
    }
    assert total(**chosen) == 1
    for name, value in chosen.items():
        assert total(**{name: value}) >= 1
        assert total(**chosen | {name: 99999 if isinstance(value, int) else "nope"}) == 0
    for field in ("timestamp", "source_dag_id", "source_task_id", "source_run_id", "source_map_index"):
        assert total(order_by=field, source_run_id=made) == 1
    with pytest.raises(BadRequestException, match="Ordering with 'id'"):
        datasets.get_dataset_events(order_by="id")


def test_the_updates_that_started_a_run(datasets, consumed):
    made, started = consumed
    events = datasets.get_upstream_dataset_events("dataset_consumer", started).dataset_events
    assert {event.dataset_uri for event in events} == {ORDERS}
    assert [event.source_run_id for event in events].count(made) == 1  # what other tests updated may be there too
    assert datasets.get_upstream_dataset_events("dataset_producer", made).dataset_events == []
    with pytest.raises(NotFoundException, match=r"DAGRun not found|DagRun with dag_id: .* not found"):
        datasets.get_upstream_dataset_events("dataset_consumer", "nope")


def test_what_is_queued(datasets, queued, lacks):
    if lacks("2.9", lambda: datasets.get_dag_dataset_queued_events(WAITER)):
        return
    (event,) = datasets.get_dag_dataset_queued_events(WAITER).queued_events
    assert (event.uri, event.dag_id) == (ODD, WAITER)
    assert abs(event.created_at - queued.timestamp) < timedelta(minutes=1)
    assert datasets.get_dag_dataset_queued_event(WAITER, ODD) == event
    for found in (datasets.get_dag_dataset_queued_events(WAITER), datasets.get_dataset_queued_events(ODD)):
        assert (found.queued_events, found.total_entries) == ([event], 1)
        assert found.datasets == [event]  # the document's name of it
    assert isinstance(event, QueuedEvent)


def test_what_is_queued_until_a_time(datasets, queued, lacks):
    if lacks("2.9", lambda: datasets.get_dag_dataset_queued_events(WAITER, before="2024-01-01T00:00:00Z")):
        return
    early, late = queued.timestamp - timedelta(hours=1), queued.timestamp + timedelta(hours=1)
    for before in (late, late.replace(tzinfo=None), late.isoformat(), late.astimezone(timezone(timedelta(hours=5)))):
        assert datasets.get_dag_dataset_queued_event(WAITER, ODD, before=before).uri == ODD
        assert datasets.get_dag_dataset_queued_events(WAITER, before).total_entries == 1
        assert datasets.get_dataset_queued_events(ODD, before).total_entries == 1
    for call in (
        lambda: datasets.get_dag_dataset_queued_event(WAITER, ODD, before=early),
        lambda: datasets.get_dag_dataset_queued_events(WAITER, before=early),
        lambda: datasets.get_dataset_queued_events(ODD, before=early),
        lambda: datasets.delete_dag_dataset_queued_event(WAITER, ODD, before=early),
        lambda: datasets.delete_dag_dataset_queued_events(WAITER, before=early),
        lambda: datasets.delete_dataset_queued_events(ODD, before=early),
    ):
        with pytest.raises(NotFoundException, match=r"Queue event not found|Queued? event with .* was not found"):
            call()
    with pytest.raises(BadRequestException, match=r"is not a 'date-time'|before: |Invalid datetime"):
        datasets.get_dag_dataset_queued_events(WAITER, before="yesterday")
    assert datasets.get_dag_dataset_queued_events(WAITER).total_entries == 1


@pytest.mark.parametrize(
    ("operation", "arguments"),
    [
        ("delete_dag_dataset_queued_event", (WAITER, ODD)),
        ("delete_dag_dataset_queued_events", (WAITER,)),
        ("delete_dataset_queued_events", (ODD,)),
    ],
)
def test_what_is_queued_can_be_forgotten(datasets, queued, lacks, operation, arguments):
    forget = getattr(datasets, operation)
    if lacks("2.9", lambda: forget(*arguments)):
        return
    assert forget(*arguments, before=queued.timestamp + timedelta(hours=1)) is None
    for call in (
        lambda: forget(*arguments),
        lambda: datasets.get_dag_dataset_queued_event(WAITER, ODD),
        lambda: datasets.get_dag_dataset_queued_events(WAITER),
        lambda: datasets.get_dataset_queued_events(ODD),
    ):
        with pytest.raises(NotFoundException, match=r"Queue event not found|Queued? event with .* was not found"):
            call()
    datasets.create_dataset_event({"dataset_uri": ODD})
    assert forget(*arguments) is None


def test_one_who_may_only_look(airflow, connect, datasets, queued, knows):
    viewer = connect(airflow.configuration_for("viewer"))(DatasetApi)
    assert viewer.get_dataset(ODD) == datasets.get_dataset(ODD)
    changes = (
        lambda: viewer.create_dataset_event({"dataset_uri": ODD}),
        lambda: viewer.delete_dag_dataset_queued_event(WAITER, ODD),
        lambda: viewer.delete_dag_dataset_queued_events(WAITER),
        lambda: viewer.delete_dataset_queued_events(ODD),
    )
    for call in changes if queued else ():
        with pytest.raises(ForbiddenException, match="lacks the permission"):
            call()
    nobody = connect(airflow.configuration_for("nobody"))(DatasetApi)
    for call in (nobody.get_datasets, nobody.get_dataset_events, lambda: nobody.get_dataset(ODD)):
        # the simple auth manager of Airflow 3 has no role Public, and fails
        with pytest.raises(ServiceException if knows("3.0") else ForbiddenException):
            call()
    if queued:
        assert datasets.get_dag_dataset_queued_events(WAITER).total_entries == 1


def test_the_other_forms(datasets, queued, knows, lacks):
    if lacks("2.9", lambda: datasets.get_dataset_queued_events_with_http_info(ODD)):
        return
    info = datasets.get_dataset_queued_events_with_http_info(ODD)
    assert (info.status_code, info.data.total_entries) == (200, 1)
    assert datasets.delete_dataset_queued_events_with_http_info(ODD).status_code == 204
    response = datasets.get_dataset_queued_events_without_preload_content(ODD)
    assert response.status == (200 if knows("3.1") else 404)  # as it came: Airflow 3.1 sends an empty list
    response.close()


def test_an_older_server_is_not_asked(api, knows):
    if not knows("3.0"):
        for call in (
            lambda: api(AssetApi).get_asset(1),
            lambda: api(AssetApi).get_assets(),
            lambda: api(AssetApi).create_asset_event({"asset_id": 1}),
            lambda: api(AssetStateStoreApi).get_asset_state_store(1, "key"),
            lambda: api(DatasetApi).get_datasets(name_pattern="x"),
            lambda: api(DatasetApi).get_dataset_events(timestamp_gte="2024-01-01"),
            lambda: api(DatasetApi).get_datasets(order_by=["id", "uri"]),
        ):
            with pytest.raises(UnsupportedOperation, match=r"needs Airflow 3\.[03]|since Airflow 3\.[01]"):
                call()
    if not knows("3.2"):
        for name in ("partition_key", "access_control"):
            with pytest.raises(UnsupportedOperation, match=rf"{name} exists since Airflow 3\.[23]"):
                api(DatasetApi).create_dataset_event({"dataset_uri": ORDERS, name: {} if name[0] == "a" else "x"})
