"""What is asked of Airflow 3 where it means something else by the same filter of a list; no server here."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.played import playing, said
from titanium_airflow_client import BadRequestException, DAGApi, DAGRunApi, DatasetApi

RUNS = said({"dag_runs": [], "total_entries": 0})


def asked_for(asked: list[Any]) -> dict[str, list[str]]:
    return parse_qs(urlsplit(asked[-1][1]).query)


@pytest.mark.parametrize(
    ("filters", "states"),
    [
        ({"end_date_gte": "2024-01-01"}, ["success", "failed"]),
        ({"start_date_lte": datetime(2999, 1, 1)}, ["running", "success", "failed"]),
        ({"start_date_gte": "2024-01-01", "end_date_lte": "2999-01-01"}, ["success", "failed"]),
        ({"end_date_gte": "2024-01-01", "state": ["queued", "failed"]}, ["failed"]),
        ({"execution_date_gte": "2024-01-01"}, None),
    ],
)
def test_what_has_not_ended_has_no_end(filters: dict[str, Any], states: Any) -> None:
    client, asked = playing(RUNS, RUNS)
    DAGRunApi(client).get_dag_runs("d", **filters)
    assert asked_for(asked).get("state") == states
    form = {"states" if name == "state" else name: value for name, value in filters.items()}
    DAGRunApi(client).get_dag_runs_batch(
        {name: datetime(2024, 1, 1) if "date" in name else value for name, value in form.items()}
    )
    assert asked[-1][2].get("states") == states


def test_there_is_nothing_that_is_queued_and_has_ended() -> None:
    client, asked = playing(RUNS)
    DAGRunApi(client).get_dag_runs("d", end_date_gte="2024-01-01", state=["queued", "running"])
    assert asked_for(asked)["state"] == ["queued", "running"]
    assert asked_for(asked)["end_date_lte"] == ["1970-01-01T00:00:00+00:00"]


def test_a_limit_of_0_is_as_many_as_without_one() -> None:
    client, asked = playing(said({"dags": [], "total_entries": 0}))
    DAGApi(client).get_dags(limit=0)
    assert asked_for(asked)["limit"] == ["100"]


@pytest.mark.parametrize(("pattern", "sent"), [("~", "%~"), ("a|b", "a_b"), ("a~b", "a~b"), ("a%b", "a%b")])
def test_a_pattern_means_what_it_meant(pattern: str, sent: str) -> None:
    client, asked = playing(said({"dags": [], "total_entries": 0}), said({"assets": [], "total_entries": 0}))
    DAGApi(client).get_dags(dag_id_pattern=pattern)
    assert asked_for(asked)["dag_id_pattern"] == [sent]
    DatasetApi(client).get_datasets(uri_pattern=pattern)
    assert asked_for(asked)["uri_pattern"] == [sent]


def test_dates_as_text_have_a_zone_on_either() -> None:
    for release in ("2.11.2", "3.3.2"):
        client, asked = playing(RUNS, release=release)
        DAGRunApi(client).get_dag_runs("d", execution_date_gte="2024-05-01T00:00:00")
        assert ["2024-05-01T00:00:00+00:00"] in asked_for(asked).values()


@pytest.mark.parametrize(
    "call",
    [
        lambda dags: dags.get_dag("d", fields=["nope"]),
        lambda dags: dags.patch_dag("d", {"is_paused": True}, update_mask=["nope"]),
        lambda dags: dags.post_clear_task_instances("d", {"only_running": True}),
        lambda dags: dags.post_set_task_instances_state("d", {"task_id": "t", "new_state": "failed"}),
    ],
)
def test_what_airflow_2_refuses_is_refused_in_the_same_way(call: Any) -> None:
    client, asked = playing()
    with pytest.raises(BadRequestException, match="before anything was sent") as refused:
        call(DAGApi(client))
    assert refused.value.status == 400
    assert refused.value.data is not None
    assert asked == []
