"""A schedule reads the same of either generation: what Airflow 2.11.2 and 3.3.2 tell of the same DAGs."""

from __future__ import annotations

from typing import Any

import pytest

from titanium_airflow_client import DAG, DAGDetail, Task
from titanium_airflow_client.schemas.schedule_interval import CronExpression, RelativeDelta, TimeDelta

PLURAL = dict.fromkeys(("years", "months", "days", "leapdays", "hours", "minutes", "seconds", "microseconds"), 0)
SINGULAR = dict.fromkeys(("year", "month", "day", "hour", "minute", "second", "microsecond"))
TOLD = {
    "30 6 * * 1-5": {"__type": "CronExpression", "value": "30 6 * * 1-5"},
    "@once": {"__type": "CronExpression", "value": "@once"},
    "@continuous": {"__type": "CronExpression", "value": "@continuous"},
    "Asset": {"__type": "CronExpression", "value": "Dataset"},
    "6:00:00": {"__type": "TimeDelta", "days": 0, "seconds": 21600, "microseconds": 0},
    "3650 days, 0:00:00": {"__type": "TimeDelta", "days": 3650, "seconds": 0, "microseconds": 0},
    "relativedelta(days=+2)": {"__type": "RelativeDelta", **PLURAL, **SINGULAR, "days": 2},
    None: None,
}


@pytest.mark.parametrize(("summary", "interval"), TOLD.items())
def test_the_interval_and_the_summary(summary: Any, interval: Any) -> None:
    older = DAG.from_dict({"dag_id": "x", "schedule_interval": interval})
    newer = DAG.from_dict({"dag_id": "x", "timetable_summary": summary})
    assert older is not None
    assert newer is not None
    assert older.schedule_interval == newer.schedule_interval
    assert older.timetable_summary == newer.timetable_summary == summary


def test_a_preset_is_told_only_by_airflow_2() -> None:
    older = DAG(schedule_interval=CronExpression(value="@daily"))
    assert older.timetable_summary == "0 0 * * *"
    assert DAG(timetable_summary="0 0 * * *").schedule_interval == CronExpression(value="0 0 * * *")


@pytest.mark.parametrize(
    ("summary", "interval"),
    [
        ("1 day, 2:03:04.000005", TimeDelta(days=1, seconds=7384, microseconds=5)),
        ("-1 day, 23:00:00", TimeDelta(days=-1, seconds=82800, microseconds=0)),
        ("relativedelta(months=+1, day=31)", RelativeDelta(**{**PLURAL, **SINGULAR, "months": 1, "day": 31})),
    ],
)
def test_the_summary_of_python_is_read_and_written(summary: str, interval: Any) -> None:
    assert DAG(timetable_summary=summary).schedule_interval == interval
    assert DAG(schedule_interval=interval).timetable_summary == summary


@pytest.mark.parametrize("summary", ["MyTimetable", "Tuesday at noon", "", "relativedelta"])
def test_a_timetable_that_is_none_of_these(summary: str) -> None:
    assert DAG(timetable_summary=summary).schedule_interval is None


def asset(uri: str) -> dict[str, Any]:
    return {"asset": {"uri": uri, "name": uri, "group": "asset", "id": 1}}


def test_what_a_dag_waits_for() -> None:
    older = DAGDetail(dataset_expression={"any": ["s3://a", {"all": ["s3://b", {"alias": "c"}]}]})
    alias = {"alias": {"name": "c", "group": "asset"}}
    newer = DAGDetail(asset_expression={"any": [asset("s3://a"), {"all": [asset("s3://b"), alias]}]})
    assert newer.dataset_expression == older.dataset_expression
    seen = {"any": [{"asset": {"uri": "s3://a"}}, {"all": [{"asset": {"uri": "s3://b"}}, {"alias": {"name": "c"}}]}]}
    assert older.asset_expression == seen
    assert DAGDetail(asset_expression=None).dataset_expression is None
    assert DAGDetail().asset_expression is DAGDetail().dataset_expression is None


def test_how_long_a_run_may_take() -> None:
    older = {"dag_run_timeout": {"__type": "TimeDelta", "days": 1, "seconds": 7203, "microseconds": 0}}
    for told in (older, {"dag_run_timeout": "P1DT7203S"}):
        detail = DAGDetail.from_dict(told)
        assert detail is not None
        assert detail.dag_run_timeout == TimeDelta(days=1, seconds=7203, microseconds=0)
    assert DAGDetail().dag_run_timeout is DAGDetail(dag_run_timeout=None).dag_run_timeout is None


@pytest.mark.parametrize(("told", "read"), [(0.0, False), (2.0, True), (3.0, 3.0), (True, True), (None, None)])
def test_whether_waits_grow(told: Any, read: Any) -> None:
    task = Task.from_dict({"retry_exponential_backoff": told})
    assert task is not None
    assert (task.retry_exponential_backoff, type(task.retry_exponential_backoff)) == (read, type(read))
