"""What Airflow 3 can do with DAG runs beyond Airflow 2, and that older servers are not even asked."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from titanium_airflow_client import (
    ApiClient,
    BadRequestException,
    ConflictException,
    DAGRunApi,
    NotFoundException,
    TaskInstanceApi,
    UnsupportedOperation,
)

DAG_ID = "disposable_23"


@pytest.fixture
def dag_runs(api: Any) -> Any:
    return api(DAGRunApi)


@pytest.fixture
def run(dag_runs: Any) -> Iterator[Any]:
    """A run of a DAG that is paused: it stays as it is made."""
    made = dag_runs.post_dag_run(DAG_ID, {"conf": {"number": 1}})
    yield made
    dag_runs.delete_dag_run_without_preload_content(DAG_ID, made.dag_run_id)


def some_day() -> datetime:
    return datetime(2025, 1, 1, tzinfo=timezone.utc) + timedelta(microseconds=random.randrange(10**13))


def test_a_run_without_a_date(dag_runs, lacks):
    later = datetime.now(timezone.utc) + timedelta(days=1)
    if lacks("3.0", lambda: dag_runs.post_dag_run(DAG_ID, {"run_after": later})):
        return
    made = dag_runs.post_dag_run(DAG_ID, {"logical_date": None, "run_after": later})
    assert (made.logical_date, made.execution_date, made.run_after) == (None, None, later)
    assert made.dag_run_id.startswith("manual__")
    assert dag_runs.get_dag_run(DAG_ID, made.dag_run_id).triggered_by == "rest_api"
    dag_runs.delete_dag_run(DAG_ID, made.dag_run_id)


def test_filters(dag_runs, run, lacks):
    def found(**filters: Any) -> bool:
        return run.dag_run_id in [one.dag_run_id for one in dag_runs.get_dag_runs(DAG_ID, **filters).dag_runs]

    moment = timedelta(milliseconds=1)
    if lacks("3.0", lambda: found(run_type=["manual"])):
        return
    assert (found(run_type=["manual"]), found(run_type=["backfill", "scheduled"])) == (True, False)
    assert found(run_after_gte=run.run_after, run_after_lte=run.run_after)
    assert not found(run_after_gte=run.run_after + moment)
    if lacks("3.1", lambda: found(run_id_pattern="x")):
        return
    assert (found(run_id_pattern=run.dag_run_id[8:]), found(run_id_pattern="nope")) == (True, False)
    assert (found(logical_date_gt=run.logical_date - moment), found(logical_date_gt=run.logical_date)) == (True, False)
    assert (found(dag_version=[1]), found(dag_version=[99])) == (True, False)
    assert dag_runs.get_dag_runs(DAG_ID, order_by=["state", "-id"]).dag_runs[0].dag_run_id == run.dag_run_id
    if lacks("3.2", lambda: found(conf_contains="x")):
        return
    assert (found(conf_contains="number"), found(conf_contains="nope")) == (True, False)


def test_several_keys_to_sort_by(dag_runs, knows):
    if not knows("3.1"):
        with pytest.raises(UnsupportedOperation, match=r"several keys exists since Airflow 3\.1"):
            dag_runs.get_dag_runs(DAG_ID, order_by=["state", "-id"])
    assert dag_runs.get_dag_runs(DAG_ID, order_by=["-id"]).dag_runs is not None


def test_pages_by_cursor(dag_runs, airflow, knows):
    if not knows("3.3"):
        if not knows("3.2"):
            with pytest.raises(UnsupportedOperation, match=r"cursor exists since Airflow 3\.2\.2"):
                dag_runs.get_dag_runs(DAG_ID, cursor="")
        return
    made = [dag_runs.post_dag_run(DAG_ID, {}).dag_run_id for _ in range(3)]
    seen, cursor = [], ""
    while cursor is not None:
        page = dag_runs.get_dag_runs(DAG_ID, limit=2, cursor=cursor)
        seen += [one.dag_run_id for one in page.dag_runs]
        cursor = page.next_cursor
    assert seen == [one.dag_run_id for one in dag_runs.get_dag_runs(DAG_ID).dag_runs]
    for run_id in made:
        dag_runs.delete_dag_run(DAG_ID, run_id)


def test_the_batch_has_the_filters_too(dag_runs, run, lacks):
    form = {"dag_ids": [DAG_ID], "run_after_gte": run.run_after, "order_by": "-execution_date"}
    if lacks("3.0", lambda: dag_runs.get_dag_runs_batch({**form, "run_after_gte": datetime.now()})):
        return
    assert [one.dag_run_id for one in dag_runs.get_dag_runs_batch(form).dag_runs] == [run.dag_run_id]
    if lacks("3.1", lambda: dag_runs.get_dag_runs_batch({**form, "run_after_gt": run.run_after})):
        return
    assert dag_runs.get_dag_runs_batch({**form, "run_after_gt": run.run_after}).dag_runs == []


def test_state_and_note_in_one(dag_runs, run, lacks):
    change = {"state": "failed", "note": "both"}
    if lacks("3.0", lambda: dag_runs.update_dag_run_state(DAG_ID, run.dag_run_id, change)):
        return
    changed = dag_runs.update_dag_run_state(DAG_ID, run.dag_run_id, change)
    assert (changed.state, changed.note) == ("failed", "both")
    dag_runs.update_dag_run_state(DAG_ID, run.dag_run_id, {"state": "success", "note": "no"}, update_mask=["state"])
    found = dag_runs.get_dag_run(DAG_ID, run.dag_run_id)
    assert (found.state, found.note) == ("success", "both")


def test_clear_only_what_failed(dag_runs, run, lacks):
    if lacks("3.0", lambda: dag_runs.clear_dag_run(DAG_ID, run.dag_run_id, {"only_failed": True})):
        return
    dag_runs.update_dag_run_state(DAG_ID, run.dag_run_id, {"state": "success"})
    assert dag_runs.clear_dag_run(DAG_ID, run.dag_run_id, {"only_failed": True}).task_instances == []
    if lacks("3.1", lambda: dag_runs.clear_dag_run(DAG_ID, run.dag_run_id, {"run_on_latest_version": True})):
        return
    if lacks("3.3", lambda: dag_runs.clear_dag_run(DAG_ID, run.dag_run_id, {"note": "x"})):
        return
    body = {"dry_run": False, "run_on_latest_version": True, "note": "again"}
    cleared = dag_runs.clear_dag_run(DAG_ID, run.dag_run_id, body)
    assert (cleared.state, cleared.note) == ("queued", "again")


def test_wait(dag_runs, lacks, runs):
    run = runs["linear"]
    where = ("linear", run.dag_run_id, 0.2)
    if lacks("3.1", lambda: dag_runs.wait_dag_run_until_finished(*where)):
        return
    assert dag_runs.wait_dag_run_until_finished(*where).state == "success"
    ended = dag_runs.wait_dag_run_until_finished(*where, result=["extract"])
    assert ended.results.keys() == {"extract"}
    begun = dag_runs.post_dag_run("linear", {})
    info = dag_runs.wait_dag_run_until_finished_with_http_info("linear", begun.dag_run_id, 0.2)
    assert info.data.state in ("success", "failed")
    assert dag_runs.get_dag_run("linear", begun.dag_run_id).state == info.data.state
    raw = dag_runs.wait_dag_run_until_finished_without_preload_content(*where)
    assert raw.status == 200
    raw.close()
    with pytest.raises(NotFoundException):
        dag_runs.wait_dag_run_until_finished("linear", "nope", 1)
    with pytest.raises(BadRequestException, match="interval"):
        dag_runs.wait_dag_run_until_finished("linear", run.dag_run_id, 0)


def test_what_is_waited_for_comes_line_by_line(airflow, runs, knows):
    if knows("3.1"):
        with ApiClient(airflow.configuration) as client:
            raw = DAGRunApi(client).wait_dag_run_until_finished_without_preload_content(
                "linear", runs["linear"].dag_run_id, 1
            )
            assert [json.loads(line)["state"] for line in raw.read().splitlines()] == ["success"]


def test_many_runs_at_once(api, dag_runs, lacks):
    nothing: dict[str, Any] = {"actions": []}
    if lacks("3.3", lambda: dag_runs.bulk_dag_runs(DAG_ID, nothing)):
        return
    first, second = (dag_runs.post_dag_run(DAG_ID, {"logical_date": some_day()}).dag_run_id for _ in range(2))
    change = {"action": "update", "entities": [{"dag_run_id": first, "state": "failed", "note": "all"}]}
    answer = dag_runs.bulk_dag_runs(DAG_ID, {"actions": [change]})
    assert (answer.create, answer.delete, answer.update.errors) == (None, None, [])
    assert first in answer.update.success[0]
    assert dag_runs.get_dag_run(DAG_ID, first).state == "failed"
    would = dag_runs.clear_dag_runs(DAG_ID, {"dag_runs": [{"dag_run_id": first}, {"dag_run_id": second}]})
    assert {task.dag_run_id for task in would.task_instances} == {first, second}
    assert would.dag_runs is None
    body = {"dag_runs": [{"dag_run_id": first}], "dry_run": False, "note": "cleared"}
    (cleared,) = dag_runs.clear_dag_runs(DAG_ID, body).dag_runs
    assert (cleared.dag_run_id, cleared.state, cleared.note) == (first, "queued", "cleared")
    tasks = api(TaskInstanceApi).get_task_instances(DAG_ID, first).task_instances
    assert {task.state for task in tasks} == {None}
    gone = {"action": "delete", "entities": [first, {"dag_run_id": second, "dag_id": DAG_ID}, "nope"]}
    answer = dag_runs.bulk_dag_runs(DAG_ID, {"actions": [gone]})
    assert [error["status_code"] for error in answer.delete.errors] == [404]
    dag_runs.bulk_dag_runs(DAG_ID, {"actions": [{**gone, "action_on_non_existence": "skip"}]})
    for run_id in (first, second):
        with pytest.raises(NotFoundException):
            dag_runs.get_dag_run(DAG_ID, run_id)


def test_partitions(dag_runs, lacks):
    if lacks("3.2", lambda: dag_runs.post_dag_run("partitioned", {"partition_key": "x"})):
        return
    day = some_day()
    key = day.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None).isoformat()
    made = dag_runs.post_dag_run("partitioned", {"logical_date": None, "partition_key": key})
    assert made.partition_key == key
    only = dag_runs.get_dag_runs("partitioned", partition_key_pattern=key)
    assert [run.dag_run_id for run in only.dag_runs] == [made.dag_run_id]
    if lacks("3.3", lambda: dag_runs.clear_dag_run_partitions("partitioned", {"partition_key": key})):
        return
    counted = dag_runs.clear_dag_run_partitions("partitioned", {"partition_key": key})
    assert (counted.dag_runs_cleared, counted.dry_run) == (1, True)
    assert dag_runs.get_dag_run("partitioned", made.dag_run_id).partition_key == key
    done = dag_runs.clear_dag_run_partitions("partitioned", {"run_id": made.dag_run_id, "dry_run": False})
    assert (done.dag_runs_cleared, done.dry_run) == (1, False)
    assert dag_runs.get_dag_run("partitioned", made.dag_run_id).partition_key is None
    dag_runs.delete_dag_run("partitioned", made.dag_run_id)


def test_a_run_that_runs_is_not_deleted(dag_runs, knows):
    run = dag_runs.post_dag_run("linear", {})
    try:
        dag_runs.delete_dag_run("linear", run.dag_run_id)
    except ConflictException:
        assert knows("3.0")


def test_every_answer_fits_its_model(airflow, knows):
    if knows("3.0"):
        with ApiClient(airflow.configuration) as client:
            api = DAGRunApi(client)
            assert api.get_dag_runs("~").dag_runs
            assert api.get_dag_runs_batch({}).dag_runs
            assert client.drift == {}
