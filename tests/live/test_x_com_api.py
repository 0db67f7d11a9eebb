"""The operations of XComApi against a real Airflow."""

from __future__ import annotations

import math
import sqlite3
from contextlib import closing
from typing import Any

import pytest

from titanium_airflow_client import (
    ApiClient,
    BadRequestException,
    DAGRunApi,
    ForbiddenException,
    NotFoundException,
    ServiceException,
    XComApi,
)

DAG_ID = "disposable_25"


@pytest.fixture
def x_coms(api: Any) -> Any:
    return api(XComApi)


@pytest.fixture
def where(runs: Any) -> Any:
    """The IDs that name a task instance of a finished run."""
    return lambda dag_id, task_id: (dag_id, runs[dag_id].dag_run_id, task_id)


def pushed(server: Any, run_id: str, *values: tuple[str, bytes]) -> tuple[str, str, str]:
    """Values as a task would have left them, whatever they are."""
    with closing(sqlite3.connect(server.home / "airflow.db")) as database, database:
        ((number,),) = database.execute("SELECT id FROM dag_run WHERE dag_id = ? AND run_id = ?", [DAG_ID, run_id])
        for key, value in values:
            row = (number, "first", -1, key, DAG_ID, run_id, value, "2026-01-02 03:04:05")
            database.execute(
                "INSERT INTO xcom (dag_run_id, task_id, map_index, key, dag_id, run_id, value, timestamp)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            )
    return DAG_ID, run_id, "first"


def test_get_xcom_entry(x_coms, where, runs, knows):
    found = x_coms.get_xcom_entry(*where("linear", "extract"), "return_value")
    assert (found.dag_id, found.task_id, found.key, found.map_index) == ("linear", "extract", "return_value", -1)
    assert found.execution_date == runs["linear"].logical_date
    assert found.value == "[3, 1, 2]"
    if not knows("2.10"):
        with pytest.raises(BadRequestException, match="stringify"):
            x_coms.get_xcom_entry(*where("linear", "extract"), "return_value", stringify=False)
        return
    found = x_coms.get_xcom_entry(*where("linear", "extract"), "return_value", stringify=False)
    assert found.value == [3, 1, 2]
    assert x_coms.get_xcom_entry(*where("linear", "extract"), "return_value", stringify=True).value == "[3, 1, 2]"


def test_a_mapped_one(x_coms, where):
    values = [x_coms.get_xcom_entry(*where("mapped", "square"), "return_value", map_index=i).value for i in range(3)]
    assert values == ["1", "4", "9"]
    with pytest.raises(NotFoundException, match="XCom entry not found"):
        x_coms.get_xcom_entry(*where("mapped", "square"), "return_value")


def test_get_xcom_entries(x_coms, where, runs):
    squares = where("mapped", "square")
    page = x_coms.get_xcom_entries(*squares)
    assert (page.total_entries, [one.map_index for one in page.xcom_entries]) == (3, [0, 1, 2])
    assert {one.key for one in page.xcom_entries} == {"return_value"}
    assert [one.map_index for one in x_coms.get_xcom_entries(*squares, map_index=2).xcom_entries] == [2]
    assert [one.map_index for one in x_coms.get_xcom_entries(*squares, limit=1, offset=1).xcom_entries] == [1]
    assert x_coms.get_xcom_entries(*squares, xcom_key="nope").to_dict() == {"xcom_entries": [], "total_entries": 0}
    run = x_coms.get_xcom_entries("mapped", runs["mapped"].dag_run_id, "~", xcom_key="return_value")
    assert {one.task_id for one in run.xcom_entries} == {"numbers", "square", "total"}
    assert {"linear", "mapped"} <= {one.dag_id for one in x_coms.get_xcom_entries("~", "~", "~").xcom_entries}


@pytest.mark.parametrize("key", ["with space", "50%", "ünï", "a+b&c"])
def test_keys_with_anything_in_them(api, airflow, x_coms, key):
    run = api(DAGRunApi).post_dag_run(DAG_ID, {})
    one = pushed(airflow, run.dag_run_id, (key, b'"here"'))
    assert x_coms.get_xcom_entry(*one, key).value == "here"
    assert [found.key for found in x_coms.get_xcom_entries(*one, xcom_key=key).xcom_entries] == [key]


def test_values_that_are_no_strict_json(api, airflow, x_coms, knows):
    run = api(DAGRunApi).post_dag_run(DAG_ID, {})
    one = pushed(airflow, run.dag_run_id, ("nan", b"[NaN, Infinity]"), ("none", b"null"))
    assert x_coms.get_xcom_entry(*one, "nan").value == "[nan, inf]"
    if knows("2.10"):
        assert x_coms.get_xcom_entry(*one, "none").value is None
        nan, infinity = x_coms.get_xcom_entry(*one, "nan", stringify=False).value
        assert math.isnan(nan)
        assert infinity == math.inf
    else:
        with pytest.raises(ServiceException, match="None is not of type 'string'"):
            x_coms.get_xcom_entry(*one, "none")


def test_deserialize(permissive, connect, x_coms, where):
    with pytest.raises(BadRequestException, match="XCom deserialization is disabled in configuration"):
        x_coms.get_xcom_entry(*where("linear", "extract"), "return_value", deserialize=True)
    run = connect(permissive.configuration)(DAGRunApi).post_dag_run(DAG_ID, {})
    one = pushed(permissive, run.dag_run_id, ("return_value", b"[1, 2]"))
    found = connect(permissive.configuration)(XComApi).get_xcom_entry(*one, "return_value", deserialize=True)
    assert found.value == "[1, 2]"


def test_what_is_refused(x_coms, where):
    with pytest.raises(NotFoundException, match="XCom entry not found"):
        x_coms.get_xcom_entry(*where("linear", "extract"), "nope")
    with pytest.raises(BadRequestException, match="positive"):
        x_coms.get_xcom_entries("~", "~", "~", limit=-1)


def test_one_who_may_nothing(airflow, connect, where):
    x_coms = connect(airflow.configuration_for("nobody"))(XComApi)
    for look in (
        lambda: x_coms.get_xcom_entries(*where("linear", "extract")),
        lambda: x_coms.get_xcom_entry(*where("linear", "extract"), "return_value"),
    ):
        with pytest.raises(ForbiddenException):
            look()


def test_every_answer_fits_its_model(airflow, runs):
    with ApiClient(airflow.configuration) as client:
        api = XComApi(client)
        for one in api.get_xcom_entries("~", "~", "~").xcom_entries or []:
            if one.dag_id in runs and one.map_index == -1:
                api.get_xcom_entry(one.dag_id, runs[one.dag_id].dag_run_id, one.task_id, one.key)
        assert client.drift == {}
