"""The operations of XComApi against a real Airflow."""

from __future__ import annotations

import json
import math
import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from typing import Any

import pytest

from titanium_airflow_client import (
    ApiClient,
    BadRequestException,
    ConflictException,
    DAGRunApi,
    ForbiddenException,
    NotFoundException,
    ServiceException,
    UnsupportedOperation,
    XComApi,
    XComCreateBody,
    XComUpdateBody,
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
    with closing(sqlite3.connect(server.home / "airflow.db", timeout=60)) as database, database:
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
    assert (found.dag_id, found.task_id, found.key) == ("linear", "extract", "return_value")
    assert found.map_index == (-1 if knows("2.7") else None)
    assert found.execution_date == runs["linear"].logical_date
    assert found.value == "[3, 1, 2]"
    if not knows("2.10"):
        with pytest.raises(BadRequestException, match="stringify"):
            x_coms.get_xcom_entry(*where("linear", "extract"), "return_value", stringify=False)
        return
    found = x_coms.get_xcom_entry(*where("linear", "extract"), "return_value", stringify=False)
    assert found.value == [3, 1, 2]
    assert x_coms.get_xcom_entry(*where("linear", "extract"), "return_value", stringify=True).value == "[3, 1, 2]"


def test_a_mapped_one(x_coms, where, lacks):
    if lacks("2.7", lambda: x_coms.get_xcom_entry(*where("mapped", "square"), "return_value", map_index=1)):
        return
    values = [x_coms.get_xcom_entry(*where("mapped", "square"), "return_value", map_index=i).value for i in range(3)]
    assert values == ["1", "4", "9"]
    with pytest.raises(NotFoundException, match=r"XCom entry .*not found"):
        x_coms.get_xcom_entry(*where("mapped", "square"), "return_value")


def test_get_xcom_entries(x_coms, where, runs, lacks):
    squares = where("mapped", "square")
    page = x_coms.get_xcom_entries(*squares)
    assert (page.total_entries, {one.key for one in page.xcom_entries}) == (3, {"return_value"})
    if lacks("2.7", lambda: x_coms.get_xcom_entries(*squares, map_index=2)):
        return
    assert [one.map_index for one in page.xcom_entries] == [0, 1, 2]
    assert [one.map_index for one in x_coms.get_xcom_entries(*squares, map_index=2).xcom_entries] == [2]
    assert [one.map_index for one in x_coms.get_xcom_entries(*squares, limit=1, offset=1).xcom_entries] == [1]
    assert x_coms.get_xcom_entries(*squares, xcom_key="nope").to_dict() == {"xcom_entries": [], "total_entries": 0}
    run = x_coms.get_xcom_entries("mapped", runs["mapped"].dag_run_id, "~", xcom_key="return_value")
    assert {one.task_id for one in run.xcom_entries} == {"numbers", "square", "total"}
    assert {"linear", "mapped"} <= {one.dag_id for one in x_coms.get_xcom_entries("~", "~", "~").xcom_entries}


@pytest.mark.parametrize("key", ["with space", "50%", "ünï", "a+b&c"])
def test_keys_with_anything_in_them(api, airflow, x_coms, lacks, key):
    run = api(DAGRunApi).post_dag_run(DAG_ID, {})
    one = pushed(airflow, run.dag_run_id, (key, b'"here"'))
    assert x_coms.get_xcom_entry(*one, key).value == "here"
    if not lacks("2.7", lambda: x_coms.get_xcom_entries(*one, xcom_key=key)):
        assert [found.key for found in x_coms.get_xcom_entries(*one, xcom_key=key).xcom_entries] == [key]


def test_values_that_are_no_strict_json(api, airflow, x_coms, knows):
    run = api(DAGRunApi).post_dag_run(DAG_ID, {})
    one = pushed(airflow, run.dag_run_id, ("nan", b"[NaN, Infinity]"), ("none", b"null"))
    assert x_coms.get_xcom_entry(*one, "nan").value == "[nan, inf]"
    if knows("2.10"):
        assert x_coms.get_xcom_entry(*one, "none").value is None
        nan, infinity = x_coms.get_xcom_entry(*one, "nan", stringify=False).value
        assert nan is None or math.isnan(nan)
        assert infinity in (math.inf, None)  # Airflow 3 makes null of what JSON has not
    else:
        with pytest.raises(ServiceException, match="None is not of type 'string'"):
            x_coms.get_xcom_entry(*one, "none")


def test_deserialize(permissive, connect, x_coms, where, knows):
    if knows("3.1") or not knows("2.7"):  # it is allowed everywhere
        assert x_coms.get_xcom_entry(*where("linear", "extract"), "return_value", deserialize=True).value == "[3, 1, 2]"
    else:
        with pytest.raises(BadRequestException, match="XCom deserialization is disabled in configuration"):
            x_coms.get_xcom_entry(*where("linear", "extract"), "return_value", deserialize=True)
    run = connect(permissive.configuration)(DAGRunApi).post_dag_run(DAG_ID, {})
    one = pushed(permissive, run.dag_run_id, ("return_value", b"[1, 2]"))
    found = connect(permissive.configuration)(XComApi).get_xcom_entry(*one, "return_value", deserialize=True)
    assert found.value == "[1, 2]"


@pytest.mark.parametrize("value", [{"a": [1, None, True]}, "text", 1.5, [], None])
def test_writing(api, x_coms, knows, value):
    run = api(DAGRunApi).post_dag_run("disposable_10", {})
    one = ("disposable_10", run.dag_run_id, "first")
    if not knows("3.0"):
        with pytest.raises(UnsupportedOperation, match="create_xcom_entry does not exist in Airflow 2"):
            x_coms.create_xcom_entry(*one, {"key": "found", "value": value})
        return
    made = x_coms.create_xcom_entry(*one, {"key": "found", "value": value})
    assert (made.dag_id, made.run_id, made.task_id, made.key, made.map_index) == (*one, "found", -1)
    encoded = 0 if knows("3.2") else 1  # before Airflow 3.2.2 what was written here is read as JSON text
    assert read(x_coms.get_xcom_entry(*one, "found", stringify=False), encoded) == value
    with pytest.raises(ConflictException):
        x_coms.create_xcom_entry(*one, XComCreateBody(key="found", value=value))
    x_coms.update_xcom_entry(*one, "found", XComUpdateBody(value=[value, 2]))
    assert read(x_coms.get_xcom_entry(*one, "found", stringify=False), 2 * encoded) == [value, 2]
    with pytest.raises(NotFoundException):
        x_coms.update_xcom_entry(*one, "nope", {"value": value})
    if knows("3.2"):
        x_coms.delete_xcom_entry(*one, "found")
        assert x_coms.get_xcom_entries(*one).xcom_entries == []
    else:
        with pytest.raises(UnsupportedOperation, match="delete_xcom_entry exists since Airflow"):
            x_coms.delete_xcom_entry(*one, "found")


def read(x_com: Any, encoded: int) -> Any:
    """The value, out of JSON text so many times."""
    value = x_com.value
    for _ in range(encoded):
        value = json.loads(value)
    return value


def test_newer_filters(x_coms, where, knows):
    squares = where("mapped", "square")
    if not knows("3.1"):
        with pytest.raises(UnsupportedOperation, match="xcom_key_pattern exists since"):
            x_coms.get_xcom_entries(*squares, xcom_key_pattern="return")
        return

    def found(**filters: Any) -> int:
        return x_coms.get_xcom_entries(*squares, **filters).total_entries

    assert found(xcom_key_pattern="return", task_id_pattern="squ", dag_display_name_pattern="mapped") == 3
    assert found(xcom_key_pattern="nope") == 0
    assert found(map_index_filter=1, run_after_gte="2020-01-01T00:00:00Z") == 1
    assert found(run_after_gt=datetime.now() + timedelta(days=1)) == 0
    if knows("3.3"):
        keys = x_coms.get_xcom_entries(*squares, order_by=["key", "-map_index"]).xcom_entries
        assert [one.map_index for one in keys] == [2, 1, 0]
        assert found(xcom_key_prefix_pattern="eturn") == 0


def test_what_is_refused(x_coms, where):
    with pytest.raises(NotFoundException, match=r"XCom entry .*not found"):
        x_coms.get_xcom_entry(*where("linear", "extract"), "nope")
    with pytest.raises(BadRequestException, match=r"positive|greater than or equal to 0"):
        x_coms.get_xcom_entries("~", "~", "~", limit=-1)


def test_one_who_may_nothing(airflow, connect, where):
    x_coms = connect(airflow.configuration_for("nobody"))(XComApi)
    for look in (
        lambda: x_coms.get_xcom_entries(*where("linear", "extract")),
        lambda: x_coms.get_xcom_entry(*where("linear", "extract"), "return_value"),
    ):
        with pytest.raises((ForbiddenException, ServiceException)):  # the latter where there is no such role
            look()


def test_every_answer_fits_its_model(airflow, runs):
    with ApiClient(airflow.configuration) as client:
        api = XComApi(client)
        for one in api.get_xcom_entries("~", "~", "~").xcom_entries or []:
            if one.dag_id in runs and one.map_index == -1:
                api.get_xcom_entry(one.dag_id, runs[one.dag_id].dag_run_id, one.task_id, one.key)
        assert client.drift == {}
