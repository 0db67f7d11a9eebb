"""What servers send, as it should be and as it is."""

from __future__ import annotations

import json
import math
from datetime import datetime, timezone

import pytest

from titanium_airflow_client.decode import Undecodable, convert, decode
from titanium_airflow_client.drift import Drift, Drifts, DriftWarning
from titanium_airflow_client.schemas.dag import DAG, DAGCollection, DAGDetail
from titanium_airflow_client.schemas.dag_run import DAGRun
from titanium_airflow_client.schemas.schedule_interval import CronExpression, RelativeDelta, TimeDelta
from titanium_airflow_client.schemas.task import Task


def read(value: object, into: type) -> tuple[object, list[Drift]]:
    seen: list[Drift] = []
    content = value if isinstance(value, bytes) else json.dumps(value).encode()
    return decode(content, into, seen.append), seen


def clean(value: object, into: type) -> object:
    result, seen = read(value, into)
    assert seen == []
    return result


def test_missing_null_and_unknown_fields():
    dag = clean({"dag_id": "a", "description": None, "from_the_future": {"x": 1}}, DAG)
    assert (dag.dag_id, dag.description, dag.owners) == ("a", None, None)
    assert dag.to_dict() == {"dag_id": "a", "description": None}


def test_every_field_may_be_null():
    for model in (DAG, DAGDetail, Task, DAGRun):
        nulls = dict.fromkeys(model.__struct_encode_fields__)
        clean(nulls, model)


def test_counts_that_come_as_floats():
    task = clean({"retries": 2.0, "pool_slots": 1.0, "priority_weight": 1.0}, Task)
    assert (task.retries, task.pool_slots, task.priority_weight) == (2, 1, 1)
    assert type(task.retries) is int


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        ({"__type": "CronExpression", "value": "@daily"}, CronExpression(value="@daily")),
        (
            {"__type": "TimeDelta", "days": 1, "seconds": 2, "microseconds": 3},
            TimeDelta(days=1, seconds=2, microseconds=3),
        ),
        ({"__type": "RelativeDelta", "months": 1, "day": None}, RelativeDelta(months=1, day=None)),
        (None, None),
    ],
)
def test_schedule_intervals_are_told_apart(interval, expected):
    assert clean({"schedule_interval": interval}, DAG).schedule_interval == expected


def test_an_unknown_kind_of_schedule_is_set_aside_and_nothing_else():
    page = {"dags": [{"dag_id": "a", "schedule_interval": {"__type": "Lunar"}}, {"dag_id": "b"}], "total_entries": 2}
    result, seen = read(page, DAGCollection)
    assert [dag.dag_id for dag in result.dags] == ["a", "b"]
    assert result.dags[0].schedule_interval is None
    assert result.total_entries == 2
    assert [(drift.model, drift.field, drift.value) for drift in seen] == [
        ("DAG", "schedule_interval", {"__type": "Lunar"})
    ]


@pytest.mark.parametrize("constant", [b"NaN", b"Infinity", b"-Infinity"])
def test_numbers_that_json_does_not_have(constant):
    run = clean(b'{"dag_run_id": "r", "conf": {"x": %s}}' % constant, DAGRun)
    assert run.dag_run_id == "r"
    assert not math.isfinite(run.conf["x"])


def test_a_byte_order_mark():
    assert clean(b'\xef\xbb\xbf{"dag_id": "a"}', DAG).dag_id == "a"


def test_lone_surrogates():
    assert clean(b'{"dag_id": "a\\ud800b"}', DAG).dag_id == "a\ud800b"


def test_text_that_is_no_utf_8():
    assert clean(b'{"dag_id": "a", "description": "caf\xe9"}', DAG).description == "caf\udce9"


def test_a_date_alone_is_midnight_in_utc():
    assert clean({"next_dagrun": "2024-02-03"}, DAG).next_dagrun == datetime(2024, 2, 3, tzinfo=timezone.utc)


@pytest.mark.parametrize("text", ["2024-02-03T04:05:06Z", "2024-02-03T04:05:06+00:00", "2024-02-03 04:05:06.000+0000"])
def test_dates_as_both_generations_write_them(text):
    moment = datetime(2024, 2, 3, 4, 5, 6, tzinfo=timezone.utc)
    assert clean({"next_dagrun": text}, DAG).next_dagrun == moment


def test_a_value_of_the_wrong_type_costs_that_field_alone():
    dag, seen = read({"dag_id": "a", "max_active_runs": {"x": 1}, "next_dagrun": "soon", "tags": [{"name": 1}, 5]}, DAG)
    assert dag.to_dict() == {"dag_id": "a", "tags": [{}]}
    assert {drift.field for drift in seen} == {"max_active_runs", "next_dagrun", "name", "tags[]"}


def test_huge_numbers():
    dag = clean(b'{"dag_id": "a", "params": {"x": %s}}' % (b"9" * 5000), DAGDetail)
    assert len(str(dag.params["x"])) == 5000 if isinstance(dag.params["x"], str) else dag.params["x"] > 10**4000


@pytest.mark.parametrize("content", [b"", b"<html>", b'{"dag_id": "a"', b"[1]", b'"text"', b"null", b"[" * 100_000])
def test_what_is_no_model_at_all(content):
    with pytest.raises(Undecodable):
        read(content, DAG)


def test_without_a_listener_it_is_a_warning():
    with pytest.warns(DriftWarning, match=r"DAG\.next_dagrun: .*set aside"):
        assert convert({"next_dagrun": "soon"}, DAG).next_dagrun is None


def test_from_dict_and_from_json_are_as_tolerant():
    with pytest.warns(DriftWarning):
        assert DAG.from_dict({"dag_id": "a", "is_paused": "perhaps"}) == DAG(dag_id="a")
    assert DAG.from_json('{"dag_id": "a", "new": 1}') == DAG(dag_id="a")
    assert DAG.from_dict(None) is None


PAGE = (
    b"""{"dags": [{"dag_id": "a", "mood": "calm", "tags": [{"name": "x", "colour": "red"}]}], "weather": {"dags": 1}}"""
)


def test_unknown_fields_are_noticed_and_not_warned_of():
    drifts = Drifts()
    page = decode(PAGE, DAGCollection, drifts)
    assert page.to_dict() == {"dags": [{"dag_id": "a", "tags": [{"name": "x"}]}]}
    assert {kind: drift.value for kind, drift in drifts.items()} == {
        ("DAGCollection", "weather"): {"dags": 1},
        ("DAG", "mood"): "calm",
        ("Tag", "colour"): "red",
    }
    assert all(drift.unknown for drift in drifts.values())
    assert str(drifts["DAG", "mood"]) == "DAG.mood: the field is unknown; the value is in raw_data alone"


def test_unknown_fields_are_looked_for_ever_more_seldom():
    drifts = Drifts()
    found = {}
    for number in range(1, 40):
        decode(b'{"new_%d": 1}' % number, DAG, drifts)
        found[number] = len(drifts)
    assert [field for _, field in drifts] == [f"new_{2**power}" for power in range(6)]
    decode(b'{"new": 1}', DAGRun, drifts)
    assert ("DAGRun", "new") in drifts


def test_a_value_that_does_not_fit_is_warned_of_once_and_its_answer_is_looked_at():
    drifts = Drifts()
    for _ in range(3):
        decode(b'{"dag_id": "a"}', DAG, drifts)
    with pytest.warns(DriftWarning, match=r"DAG\.next_dagrun") as warned:
        for _ in range(3):
            decode(b'{"next_dagrun": "soon", "new": 1}', DAG, drifts)
    assert len(warned) == 1
    assert drifts.keys() == {("DAG", "next_dagrun"), ("DAG", "new")}


def test_a_server_that_makes_up_fields_is_not_remembered_for_ever():
    drifts = Drifts()
    with pytest.warns(DriftWarning):
        decode(
            json.dumps({f"new_{number}": 1 for number in range(999)} | {"next_dagrun": "soon"}).encode(), DAG, drifts
        )
    assert len(drifts) == Drifts.MOST_UNKNOWN + 1


@pytest.mark.parametrize("levels", [150, 100_000])
def test_what_is_nested_too_deep_stays_text(levels):
    deep = b"[" * levels + rb'"]\\"' + b"]" * levels
    beside = b'"state": "failed", "new": %s' % deep
    run = clean(b'{"dag_run_id": "r", "conf": {"deep": %s, "flat": ["[[", {"a": 1}]}, %s}' % (deep, beside), DAGRun)
    assert (run.dag_run_id, run.state, run.conf["flat"]) == ("r", "failed", ["[[", {"a": 1}])
    value, depth = run.conf["deep"], 0
    while isinstance(value, list):
        (value,), depth = value, depth + 1
    assert value == ("]\\" if depth == levels else deep[depth : len(deep) - depth].decode())
