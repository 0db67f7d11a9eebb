"""What is asked of Airflow 3 where it means something else by the same filter of a list; no server here."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.played import playing, said
from titanium_airflow_client import BadRequestException, DAGApi, DAGRunApi, DatasetApi, TaskInstanceApi

RUNS = said({"dag_runs": [], "total_entries": 0})
TASKS = said({"task_instances": [], "total_entries": 0})


def asked_for(asked: list[Any]) -> dict[str, list[str]]:
    return parse_qs(urlsplit(asked[-1][1]).query)


def is_now(moment: str) -> bool:
    return abs(datetime.fromisoformat(moment) - datetime.now(timezone.utc)) < timedelta(minutes=5)


@pytest.mark.parametrize("upper", [{}, {"end_date_lte": "2999-01-01T00:00:00Z"}])
def test_what_has_not_ended_has_no_end(upper: dict[str, Any]) -> None:
    client, asked = playing(RUNS, TASKS)
    DAGRunApi(client).get_dag_runs("d", end_date_gte="2024-01-01", **upper)
    query = asked_for(asked)
    assert query["end_date_gte"] == ["2024-01-01T00:00:00+00:00"]
    assert is_now(query["end_date_lte"][0])
    assert "start_date_lte" not in query
    TaskInstanceApi(client).get_task_instances("d", "r", end_date_gte="2024-01-01", **upper)
    assert is_now(asked_for(asked)["end_date_lte"][0])


@pytest.mark.parametrize("last", ["2024-01-01T00:00:00Z", datetime(2024, 1, 1)])
def test_an_end_that_is_past_is_left_alone(last: Any) -> None:
    client, asked = playing(RUNS)
    DAGRunApi(client).get_dag_runs("d", start_date_lte=last)
    assert asked_for(asked)["start_date_lte"] == ["2024-01-01T00:00:00+00:00"]


def test_the_same_in_a_batch() -> None:
    client, asked = playing(RUNS, TASKS)
    DAGRunApi(client).get_dag_runs_batch({"start_date_gte": datetime(2024, 1, 1)})
    assert is_now(asked[-1][2]["start_date_lte"].replace("Z", "+00:00"))
    TaskInstanceApi(client).get_task_instances_batch({"dag_ids": ["d"], "end_date_gte": datetime(2024, 1, 1)})
    assert is_now(asked[-1][2]["end_date_lte"].replace("Z", "+00:00"))


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
