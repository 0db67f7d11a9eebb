"""What is asked of Airflow 3 for the operations on datasets: it names them by ID; no server here."""

from __future__ import annotations

from typing import Any

import pytest

from tests.played import playing, said
from titanium_airflow_client import AssetApi, DatasetApi, NotFoundException, UnsupportedOperation

URI = "s3://bucket/a"


def assets(*uris: str) -> Any:
    found = [{"id": number, "uri": uri, "name": uri} for number, uri in enumerate(uris, 5)]
    return said({"assets": found, "total_entries": len(found)})


def looked_for(only_active: bool, offset: int = 0) -> tuple[str, str, None]:
    active = "true" if only_active else "false"
    pattern = "uri_pattern=s3%3A//bucket/a"
    return "GET", f"/api/v2/assets?{pattern}&only_active={active}&order_by=id&limit=100&offset={offset}", None


def test_the_asset_of_a_uri_is_looked_for_among_those_like_it() -> None:
    event = {"id": 1, "asset_id": 6, "uri": URI, "timestamp": "2026-11-22T09:10:31Z"}
    client, asked = playing(assets("s3://bucket/abc", URI), said(event))
    made = DatasetApi(client).create_dataset_event({"dataset_uri": URI, "extra": {"a": 1}})
    assert (made.dataset_id, made.dataset_uri) == (6, URI)
    assert asked == [looked_for(True), ("POST", "/api/v2/assets/events", {"asset_id": 6, "extra": {"a": 1}})]


def test_one_that_no_dag_names_any_more_is_found_too() -> None:
    client, asked = playing(assets(), assets("s3://bucket/abc"), assets(URI), said({"id": 5, "uri": URI}))
    assert DatasetApi(client).get_dataset(URI).id == 5
    assert asked == [looked_for(True), looked_for(False), looked_for(False, 1), ("GET", "/api/v2/assets/5", None)]


def test_one_that_there_is_not() -> None:
    client, _ = playing(assets(), assets())
    with pytest.raises(NotFoundException, match="The Dataset with uri: `s3://bucket/a` was not found"):
        DatasetApi(client).delete_dataset_queued_events(URI)


def test_queued_events_name_their_uris() -> None:
    event = {"dag_id": "d", "asset_id": 5, "created_at": "2026-11-22T09:10:31Z"}
    client, asked = playing(said({"queued_events": [event, event], "total_entries": 2}), said({"id": 5, "uri": URI}))
    page = DatasetApi(client).get_dag_dataset_queued_events("d", before="2026-11-22")
    assert [one.uri for one in page.queued_events or []] == [URI, URI]
    assert asked[0][1] == "/api/v2/dags/d/assets/queuedEvents?before=2026-11-22T00%3A00%3A00%2B00%3A00"
    assert asked[1] == ("GET", "/api/v2/assets/5", None)


def test_nothing_that_is_queued_is_not_found() -> None:
    client, _ = playing(said({"queued_events": [], "total_entries": 0}))
    with pytest.raises(NotFoundException, match="Queue event with dag_id: `d` was not found"):
        DatasetApi(client).get_dag_dataset_queued_events("d")


def test_a_list_has_those_that_no_dag_names_unless_told_otherwise() -> None:
    client, asked = playing(assets(URI), assets(URI))
    page = DatasetApi(client).get_datasets(dag_ids="a,b", order_by="-uri")
    assert [one.uri for one in page.datasets or []] == [URI]
    assert page.assets == page.datasets
    AssetApi(client).get_assets(limit=7)
    assert [target.partition("?")[2] for _, target, _ in asked] == [
        "limit=100&order_by=-uri&dag_ids=a&dag_ids=b&only_active=false",
        "limit=7",
    ]


def test_what_an_older_release_would_ignore_is_not_sent() -> None:
    for release, call, problem in (
        ("2.11.2", lambda c: DatasetApi(c).get_datasets(name_pattern="x"), r"name_pattern exists since Airflow 3\.0"),
        ("2.11.2", lambda c: AssetApi(c).get_assets(), r"it needs Airflow 3\.0"),
        ("3.0.6", lambda c: AssetApi(c).get_asset_events(timestamp_gt="2026-01-01"), r"since Airflow 3\.1"),
        ("3.1.8", lambda c: AssetApi(c).materialize_asset(1, {"note": "x"}), r"note exists since Airflow 3\.2\.1"),
    ):
        client, asked = playing(release=release)
        with pytest.raises(UnsupportedOperation, match=problem):
            call(client)
        assert asked == []
