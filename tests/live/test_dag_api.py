"""The operations of DAGApi against a real Airflow, with its state afterwards."""

from __future__ import annotations

import re
import sqlite3
import time
from contextlib import closing
from typing import Any

import pytest

from titanium_airflow_client import (
    DAG,
    ApiClient,
    ApiValueError,
    BadRequestException,
    ClearTaskInstances,
    ConflictException,
    CronExpression,
    DAGApi,
    DAGRunApi,
    ForbiddenException,
    NotAcceptableException,
    NotFoundException,
    TaskInstanceApi,
    TaskInstanceReference,
    TimeDelta,
    UnauthorizedException,
    UpdateTaskInstancesState,
)


@pytest.fixture
def dags(api: Any) -> Any:
    return api(DAGApi)


@pytest.fixture(scope="session")
def finished(another: Any) -> Any:
    """A run of `linear` that a scheduler has carried out."""
    return another("linear")


def test_get_dag(dags):
    dag = dags.get_dag("linear")
    assert dag.dag_id == "linear"
    assert dag.is_active is True
    assert dag.has_import_errors is False
    assert "sample" in {tag.name for tag in dag.tags}
    assert dag.schedule_interval is None
    assert dag.file_token


def test_fields_are_projected(dags):
    assert dags.get_dag("linear", fields=["dag_id", "is_paused"]).to_dict().keys() == {"dag_id", "is_paused"}
    page = dags.get_dags(fields=["dag_id"], limit=2)
    assert [dag.to_dict().keys() for dag in page.dags] == [{"dag_id"}] * 2
    assert dags.get_dag_details("linear", fields=["timezone"]).to_dict().keys() == {"timezone"}


def test_get_dag_details(dags):
    details = dags.get_dag_details("params")
    assert details.timezone in ("UTC", "Timezone('UTC')")  # by the version of pendulum
    assert details.catchup is False
    assert details.params
    assert details.start_date.utcoffset().total_seconds() == 0


def test_a_dag_that_datasets_trigger(dags):
    assert dags.get_dag("dataset_consumer").schedule_interval == CronExpression(value="Dataset")


def test_a_schedule_reads_the_same_everywhere(dags, knows):
    daily = dags.get_dag_details("daily")
    assert daily.timetable_summary == "0 0 * * *"
    assert daily.schedule_interval.value in ("@daily", "0 0 * * *")
    assert daily.dag_run_timeout == TimeDelta(days=1, seconds=2 * 3600 + 3, microseconds=0)
    if knows("2.9"):
        waiting = dags.get_dag_details("waiting")
        uris = {"file://localhost/tests/updated", "file://localhost/tests/never"}
        assert set(waiting.dataset_expression["all"]) == uris
        assert {one["asset"]["uri"] for one in waiting.asset_expression["all"]} == uris


def test_a_limit_of_0_is_as_without_one(dags):
    assert len(dags.get_dags(limit=0, dag_id_pattern="disposable").dags) == len(
        dags.get_dags(dag_id_pattern="disposable").dags
    )


@pytest.mark.parametrize("accept", [None, "application/json", "text/plain", "plain/text"])
def test_get_dag_source(dags, accept):
    token = dags.get_dag("linear").file_token
    options = {"_headers": {"Accept": accept}} if accept else {}
    source = dags.get_dag_source(token, **options)
    assert "linear" in source.content
    info = dags.get_dag_source_with_http_info(token, **options)
    assert info.headers["content-type"].startswith("text/plain" if accept and "plain" in accept else "application/json")


def test_get_dags(dags):
    everything = dags.get_dags()
    assert everything.total_entries == len(everything.dags) > 40
    page = dags.get_dags(limit=2, offset=1, order_by="-dag_id")
    assert [dag.dag_id for dag in page.dags] == sorted((dag.dag_id for dag in everything.dags), reverse=True)[1:3]
    assert {dag.dag_id for dag in dags.get_dags(tags=["dataset"]).dags} == {"dataset_consumer", "dataset_producer"}
    assert [dag.dag_id for dag in dags.get_dags(dag_id_pattern="LINE").dags] == ["linear"]
    assert all(dag.is_paused for dag in dags.get_dags(paused=True).dags)
    assert dags.get_dags(only_active=False).total_entries >= everything.total_entries


def test_a_limit_above_the_servers_own_is_lowered_in_silence(dags):
    assert dags.get_dags(limit=100_000).total_entries > 40


def test_tasks(dags):
    tasks = dags.get_tasks("linear").tasks
    names = [task.task_id for task in tasks]
    assert names == sorted(names)
    assert [task.task_id for task in dags.get_tasks("linear", order_by="-task_id").tasks] == names[::-1]
    task = dags.get_task("linear", names[0])
    assert task == tasks[0]
    assert isinstance(task.retry_delay, TimeDelta)
    assert (type(task.retries), type(task.pool_slots), type(task.priority_weight)) == (int, int, int)
    assert task.class_ref.class_name


def test_patch_dag(dags):
    for paused in (False, True):
        assert dags.patch_dag("disposable_02", {"is_paused": paused}).is_paused is paused
        assert dags.get_dag("disposable_02").is_paused is paused
    assert dags.patch_dag("disposable_02", DAG(is_paused=False), update_mask=["is_paused"]).is_paused is False
    dag = dags.get_dag("disposable_02")
    dag.is_paused = True
    assert dags.patch_dag("disposable_02", dag).is_paused is True
    assert dags.get_dag("disposable_02").is_paused is True


def test_patch_dags_changes_what_contains_the_pattern(dags):
    changed = dags.patch_dags("disposable_03", {"is_paused": False})
    assert [(dag.dag_id, dag.is_paused) for dag in changed.dags] == [("disposable_03", False)]
    assert dags.get_dag("disposable_03").is_paused is False
    assert dags.get_dag("disposable_02").is_paused is True
    page = dags.patch_dags("disposable_0", {"is_paused": True}, limit=2, offset=3, tags=["disposable"])
    assert [dag.dag_id for dag in page.dags] == ["disposable_03", "disposable_04"]
    assert dags.get_dag("disposable_03").is_paused is True


def test_clear_is_a_dry_run_unless_told_otherwise(dags, finished):
    choice = ClearTaskInstances(dag_run_id=finished.dag_run_id, only_failed=False)
    references = dags.post_clear_task_instances("linear", choice).task_instances
    assert len(references) == len(dags.get_tasks("linear").tasks)
    assert isinstance(references[0], TaskInstanceReference)
    assert references[0].execution_date == finished.logical_date


def test_a_cleared_task_instance_runs_again(api, dags, finished):
    task_id = dags.get_tasks("linear").tasks[0].task_id
    where = ("linear", finished.dag_run_id, task_id)
    before = api(TaskInstanceApi).get_task_instance(*where)
    choice = {
        "dry_run": False,
        "task_ids": [task_id],
        "dag_run_id": finished.dag_run_id,
        "only_failed": False,
        "reset_dag_runs": True,
    }
    (reference,) = dags.post_clear_task_instances("linear", choice).task_instances
    assert (reference.task_id, reference.dag_run_id) == (task_id, finished.dag_run_id)
    deadline = time.monotonic() + 180
    while True:
        after = api(TaskInstanceApi).get_task_instance(*where)
        if after.state == "success" and after.start_date > before.start_date:
            break
        assert time.monotonic() < deadline, after
        time.sleep(0.5)


def test_clear_by_date(dags, finished):
    day = finished.logical_date
    found = dags.post_clear_task_instances(
        "linear", ClearTaskInstances(start_date=day, end_date=day.replace(tzinfo=None), only_failed=False)
    )
    assert {reference.dag_run_id for reference in found.task_instances} == {finished.dag_run_id}


def test_what_airflow_3_adds_to_clearing(api, dags, lacks):
    run = api(DAGRunApi).post_dag_run("disposable_04", {"conf": {}})
    where = ("disposable_04", run.dag_run_id, "first")

    def cleared(**more: Any) -> list[str]:
        choice = {"dag_run_id": run.dag_run_id, "only_failed": False, **more}
        return sorted(one.task_id for one in dags.post_clear_task_instances("disposable_04", choice).task_instances)

    if lacks("3.1", lambda: cleared(run_on_latest_version=True)):
        return
    assert cleared(task_ids=["first"], run_on_latest_version=True) == ["first"]
    assert (cleared(task_ids=[("first", -1)]), cleared(task_ids=[["first", 7]])) == (["first"], [])
    if lacks("3.2", lambda: cleared(prevent_running_task=True)):
        return
    assert cleared(task_ids=["first"], prevent_running_task=True, dry_run=False) == ["first"]
    if lacks("3.3", lambda: cleared(note="again")):
        return
    assert cleared(task_ids=["first"], note="again", dry_run=False) == ["first"]
    assert api(TaskInstanceApi).get_task_instance(*where).note == "again"


def test_set_state(api, dags):
    run = api(DAGRunApi).post_dag_run("disposable_04", {"conf": {}})
    change = UpdateTaskInstancesState(task_id="first", dag_run_id=run.dag_run_id, new_state="failed")
    (reference,) = dags.post_set_task_instances_state("disposable_04", change).task_instances
    assert reference.task_id == "first"
    where = ("disposable_04", run.dag_run_id, "first")
    assert api(TaskInstanceApi).get_task_instance(*where).state is None
    change.dry_run = False
    change.include_downstream = True
    changed = dags.post_set_task_instances_state("disposable_04", change).task_instances
    assert {reference.task_id for reference in changed} == {"first", "second"}
    assert api(TaskInstanceApi).get_task_instance(*where).state == "failed"


def test_set_state_by_date(api, dags):
    run = api(DAGRunApi).post_dag_run("disposable_05", {"conf": {}})
    change = UpdateTaskInstancesState(task_id="second", execution_date=run.logical_date, new_state="success")
    (reference,) = dags.post_set_task_instances_state("disposable_05", change).task_instances
    assert (reference.task_id, reference.dag_run_id) == ("second", run.dag_run_id)


def test_delete_dag(dags, request):
    dag_id = {"blocking": "disposable_06", "awaited": "disposable_07"}[request.node.callspec.params["connect"]]
    assert dags.delete_dag(dag_id) is None
    with pytest.raises(NotFoundException):
        dags.get_dag(dag_id)


REFUSED = (BadRequestException, ApiValueError)
"""What Airflow 2 finds wrong is not even sent to Airflow 3, which would take it in silence."""


@pytest.mark.parametrize(
    ("call", "kind", "text"),
    [
        (
            lambda dags: dags.get_dag("nope"),
            NotFoundException,
            "DAG not found: The DAG with dag_id: nope was not found|D[aA][gG] with (ID: `nope`|id nope) was not found",
        ),
        (lambda dags: dags.get_dag("a/b"), NotFoundException, "finds nothing whose ID has a slash"),
        (lambda dags: dags.get_dag("linear", fields=["nope"]), REFUSED, "nope|too old for that"),
        (lambda dags: dags.get_dag_details("nope"), NotFoundException, "nope"),
        (lambda dags: dags.get_dag_source("nope"), NotFoundException, "get_dag_source: GET "),
        (lambda dags: dags.get_dags(order_by="description"), BadRequestException, "Ordering with 'description'"),
        (
            lambda dags: dags.get_dags(limit=-1),
            BadRequestException,
            "Page limit must be a positive|limit: Input should be greater than or equal to 0",
        ),
        (
            lambda dags: dags.get_task("linear", "nope"),
            NotFoundException,
            "Task not found|Task with id nope was not found",
        ),
        (lambda dags: dags.get_tasks("nope"), NotFoundException, "nope"),
        (lambda dags: dags.get_tasks("linear", order_by="nope"), REFUSED, "nope"),
        (lambda dags: dags.patch_dag("nope", {"is_paused": True}), NotFoundException, "nope"),
        (
            lambda dags: dags.patch_dag("linear", {"is_paused": True}, update_mask=["description"]),
            BadRequestException,
            "Only `is_paused` field can be updated",
        ),
        (lambda dags: dags.delete_dag("nope"), NotFoundException, "nope"),
        (lambda dags: dags.post_clear_task_instances("nope", {}), NotFoundException, "nope"),
        (
            lambda dags: dags.post_clear_task_instances("linear", {"only_failed": True, "only_running": True}),
            REFUSED,
            "only_failed and only_running both are set to True",
        ),
        (
            lambda dags: dags.post_set_task_instances_state(
                "linear", {"task_id": "nope", "new_state": "failed", "dag_run_id": "nope"}
            ),
            NotFoundException,
            "nope",
        ),
        (
            lambda dags: dags.post_set_task_instances_state("linear", {"task_id": "extract", "new_state": "failed"}),
            REFUSED,
            "execution_date",
        ),
    ],
)
def test_what_the_server_refuses(dags, call, kind, text):
    with pytest.raises(kind) as caught:
        call(dags)
    assert re.search(text, str(caught.value))


def test_a_format_that_the_server_does_not_have(dags):
    token = dags.get_dag("linear").file_token
    with pytest.raises(NotAcceptableException, match="does not answer as image/png"):
        dags.get_dag_source(token, _headers={"Accept": "image/png"})


def test_a_dag_that_runs_cannot_be_deleted(airflow, dags):
    with ApiClient(airflow.configuration) as client:
        run = DAGRunApi(client).post_dag_run("disposable_08", {"conf": {}})
        change = {"dry_run": False, "task_id": "first", "dag_run_id": run.dag_run_id, "new_state": "success"}
        DAGApi(client).post_set_task_instances_state("disposable_08", change)
    with closing(sqlite3.connect(airflow.home / "airflow.db", timeout=60)) as database, database:
        database.execute("UPDATE task_instance SET state = 'running' WHERE dag_id = 'disposable_08'")
    with pytest.raises(ConflictException, match="still running"):
        dags.delete_dag("disposable_08")


def test_one_who_may_only_look(airflow, connect):
    dags = connect(airflow.configuration_for("viewer"))(DAGApi)
    assert dags.get_dag("linear").dag_id == "linear"
    with pytest.raises(ForbiddenException, match="lacks the permission"):
        dags.patch_dag("linear", {"is_paused": True})


@pytest.mark.parametrize("wrong", [{"username": None, "password": None}, {"password": "wrong"}])
def test_without_valid_credentials(airflow, connect, wrong):
    configuration = airflow.configuration
    for name, value in wrong.items():
        setattr(configuration, name, value)
    with pytest.raises((UnauthorizedException, ForbiddenException)) as caught:
        connect(configuration)(DAGApi).get_dags()
    assert "hint: " in str(caught.value)


def test_every_answer_fits_its_model(airflow):
    with ApiClient(airflow.configuration) as client:
        api = DAGApi(client)
        for dag in api.get_dags().dags[:10]:
            api.get_dag(dag.dag_id)
            api.get_dag_details(dag.dag_id)
            api.get_tasks(dag.dag_id)
        assert client.drift == {}
