"""What keeps a run from starting, as a server tells it: answers that real ones gave, with one thing changed in each."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.scripted import Scripted, answer, reset
from titanium_airflow_client import (
    ApiConnectionError,
    Configuration,
    DAGRunApi,
    ForbiddenException,
    PreflightFailed,
    Retry,
)
from titanium_airflow_client.runs.param_schema import complaints

RECORDED = Path(__file__).parents[1] / "recordings" / "2.11.2"
PROBLEM = "application/problem+json"
FORBIDDEN = answer({"title": "Forbidden", "status": 403}, 403, PROBLEM)
PRESENT = ["paused", "pool", "active_runs"]
MISSING = answer({"title": "Not Found", "status": 404, "detail": "not found"}, 404, PROBLEM)


def recorded(name: str) -> Any:
    (exchange,) = json.loads((RECORDED / f"{name}.json").read_text())["exchanges"]
    return json.loads("\n".join(exchange["body"]))


@pytest.fixture
def told() -> dict[str, Any]:
    """What the server says, by the end of the path."""
    pool = {"name": "default_pool", "slots": 128, "open_slots": 128}
    task = {"task_id": "greet", "pool": "default_pool", "pool_slots": 1.0, "operator_name": "PythonOperator"}
    return {
        "details": recorded("get_dag_details-params"),
        "tasks": {"tasks": [task], "total_entries": 1},
        "pools": {"pools": [pool], "total_entries": 1},
        "importErrors": recorded("get_import_errors"),
        "health": recorded("get_health"),
        "dagRuns": {"dag_runs": [], "total_entries": 0},
        "run": {"dag_id": "params", "dag_run_id": "run", "state": "queued"},
        "version": {"version": "2.11.2"},
    }


@pytest.fixture
def server(told):
    with Scripted() as server:

        def reply(connection: Any) -> bool:
            said = told[urlsplit(server.current.asked.target).path.rpartition("/")[2]]
            return (said if callable(said) else answer(said))(connection)

        server.script = [reply]
        yield server


@pytest.fixture
def api(connect, server):
    return connect(Configuration(server.url, retries=Retry(total=1, backoff=0.01)))(DAGRunApi)


def found(api: Any, conf: Any = None) -> list[tuple[str, bool]]:
    return [(obstacle.kind, obstacle.blocks) for obstacle in api.preflight("params", conf).obstacles]


def test_nothing_stands_in_the_way(api, server):
    readiness = api.preflight("params", {"times": 3})
    assert readiness.ready
    assert str(readiness) == "nothing stands in the way"
    assert sorted({asked.method for asked in server.asked}) == ["GET"]


@pytest.mark.parametrize(
    ("where", "change", "what"),
    [
        ("details", {"is_paused": True}, ("paused", True)),
        ("details", {"is_active": False}, ("stale", True)),
        ("details", {"is_active": None, "is_paused": None}, None),
        ("details", {"has_import_errors": True}, ("import_error", True)),
        ("details", {"fileloc": "/opt/airflow/dags/broken.py"}, ("import_error", True)),
        ("details", {"allowed_run_types": ["scheduled"]}, ("run_type", True)),
        ("details", {"allowed_run_types": ["manual", "scheduled"]}, None),
        ("details", {"params": {"who": {"value": None, "schema": {"type": "string"}}}}, ("param", True)),
        ("details", {"params": {"who": "an old form", "other": {"value": 1, "schema": None}}}, None),
        ("details", {"params": {"n": {"value": 1, "schema": {"type": "quaternion", "$ref": "#/x"}}}}, None),
        ("dagRuns", {"total_entries": 16}, ("active_runs", False)),
        ("dagRuns", {"total_entries": 15}, None),
        ("pools", {"pools": [], "total_entries": 0}, ("pool", True)),
        ("pools", {"pools": [{"name": "default_pool", "slots": 0, "open_slots": 0}]}, ("pool", True)),
        ("pools", {"pools": [{"name": "default_pool", "slots": 5, "open_slots": 0}]}, ("pool", False)),
        ("pools", {"pools": [{"name": "default_pool", "slots": -1, "open_slots": -1}]}, None),
        ("health", {"scheduler": {"status": "unhealthy", "latest_scheduler_heartbeat": None}}, ("scheduler", True)),
        ("health", {"scheduler": {"status": None}}, None),
    ],
)
def test_each_thing_that_stands_in_the_way(where, change, what, api, told):
    told[where] |= change
    assert found(api) == ([what] if what else [])


def test_what_blocks_comes_first(api, told):
    told["dagRuns"]["total_entries"] = 99
    told["details"] |= {"is_paused": True}
    assert found(api, {"nme": 1, "times": 0}) == [
        ("paused", True),
        ("param", True),
        ("unknown_param", False),
        ("active_runs", False),
    ]


def test_secrets_of_conf_are_not_told(api):
    readiness = api.preflight("params", {"times": "planted"})
    assert not readiness.ready
    assert "planted" not in str(readiness) + repr(readiness)


def test_what_a_user_may_not_see_is_said(api, told):
    told["pools"] = told["importErrors"] = FORBIDDEN
    readiness = api.preflight("params")
    assert readiness.ready
    assert {*readiness.unchecked} == {"pools", "import errors"}
    told["details"] = FORBIDDEN
    with pytest.raises(ForbiddenException):
        api.preflight("params")


def test_a_server_that_goes_away_meanwhile_is_an_error(api, told):
    told["health"] = reset
    with pytest.raises(ApiConnectionError):
        api.preflight("params")


def test_no_such_dag(api, told):
    told["details"] = MISSING
    readiness = api.preflight("params")
    assert [obstacle.kind for obstacle in readiness.obstacles] == ["missing"]
    assert "broken.py (RuntimeError: this file is broken on purpose)" in str(readiness)
    told["importErrors"] = {"import_errors": [], "total_entries": 0}
    assert "was it parsed yet" in str(api.preflight("params"))
    assert "was it parsed yet" in str(api.why_not_started("params", "run"))


def test_nothing_is_made_of_what_would_not_start(api, told, server):
    told["details"] |= {"is_paused": True}
    with pytest.raises(PreflightFailed, match="params is paused"):
        api.trigger("params", preflight=True)
    assert {asked.method for asked in server.asked} == {"GET"}


@pytest.mark.parametrize(
    ("run", "kinds"),
    [
        ({"state": "queued"}, PRESENT),
        ({"state": "queued", "run_after": "2999-01-01T00:00:00Z"}, ["paused", "pool", "date", "active_runs"]),
        ({"state": "queued", "logical_date": "2999-01-01T00:00:00Z"}, ["paused", "pool", "date", "active_runs"]),
        ({"state": "queued", "logical_date": "2999-01-01T00:00:00Z", "run_after": "2024-01-01T00:00:00Z"}, PRESENT),
        ({"state": "running"}, ["paused", "pool"]),
        ({"state": "strange"}, PRESENT),
        ({"state": "success"}, []),
        ({"state": "failed"}, []),
    ],
)
def test_why_a_run_has_not_started(run, kinds, api, told):
    told["details"] |= {"is_paused": True, "allowed_run_types": ["scheduled"]}
    told["dagRuns"]["total_entries"] = 16
    told["pools"] = {"pools": [], "total_entries": 0}
    told["run"] |= run
    assert [obstacle.kind for obstacle in api.why_not_started("params", "run").obstacles] == kinds


@pytest.mark.parametrize(
    ("schema", "fits", "does_not"),
    [  # as jsonschema, which Airflow asks, judges them
        ({"type": "integer"}, [1, 0, 2.0, -1], [True, 1.5, "1", None]),
        ({"type": "number"}, [1, 1.5], [False, "1.5"]),
        ({"type": ["integer", "null"]}, [1, None], ["x", True]),
        ({"type": "boolean"}, [True, False], [0, 1, "true"]),
        ({"minimum": 1, "maximum": 3}, [1, 2.5, 3, "words", None], [0.99, 4]),
        ({"exclusiveMinimum": 1, "exclusiveMaximum": 3}, [2], [1, 3]),
        ({"minimum": 1, "exclusiveMinimum": True}, [2], [0]),
        ({"minLength": 2, "maxLength": 3}, ["ab", "abc", 1], ["a", "abcd"]),
        ({"pattern": "^a"}, ["ab", 7], ["ba"]),
        ({"pattern": "("}, ["anything"], []),
        ({"enum": [1, "a", None]}, [1, "a", None], [2, "b"]),
        ({"const": {"a": 1}}, [{"a": 1}], [{}]),
        ({"format": "date"}, ["2024-02-29", 5], ["2023-02-29", "today"]),
        ({"format": "date-time"}, ["yesterday"], []),
        ({"items": {"type": "string"}, "maxItems": 1}, [[], ["a"], {"a": 1}], [[1], ["a", "b"]]),
        ({"properties": {"a": {"type": "string"}}, "required": ["b"]}, [{"b": 1}, {"a": "", "b": 0}], [{}, {"a": 1}]),
        ({"anyOf": [{"type": "string"}, {"minimum": 5}]}, ["a", 5, None], [4]),
        ({"$ref": "#/elsewhere", "type": "no such type", "not": {}}, [1, "a"], []),
        ("no schema", [1], []),
    ],
)
def test_values_and_schemas(schema, fits, does_not):
    for value in fits:
        assert [*complaints(schema, value)] == []
    for value in does_not:
        assert [*complaints(schema, value)] != []
