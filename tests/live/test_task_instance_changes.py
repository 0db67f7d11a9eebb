"""What Airflow 3 brought to TaskInstanceApi, against a real Airflow; on older ones each says since when it exists."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest

from titanium_airflow_client import (
    ApiClient,
    ApiValueError,
    BadRequestException,
    BulkBodyBulkTaskInstanceBody,
    BulkDeleteActionBulkTaskInstanceBody,
    BulkTaskInstanceBody,
    BulkUpdateActionBulkTaskInstanceBody,
    ConflictException,
    DAGApi,
    DAGRunApi,
    HITLDetail,
    NotFoundException,
    PatchTaskInstanceBody,
    TaskInstanceApi,
    TaskStateStoreApi,
    TaskStateStoreBody,
    UnsupportedOperation,
    UpdateHITLDetailPayload,
)

DAG_ID = "disposable_11"


@pytest.fixture
def tasks(api: Any) -> Any:
    return api(TaskInstanceApi)


@pytest.fixture
def where(api: Any) -> Iterator[tuple[str, str]]:
    """A run of a DAG that is paused: it stays as it is made."""
    made = api(DAGRunApi).post_dag_run(DAG_ID, {})
    yield DAG_ID, made.dag_run_id
    api(DAGRunApi).delete_dag_run(DAG_ID, made.dag_run_id)


@pytest.fixture
def since(knows: Any) -> Callable[..., Any]:
    """On older releases it is refused by name, before anything is sent."""

    @contextmanager
    def expect(release: str, name: str) -> Iterator[bool]:
        if knows(release):
            yield True
            return
        with pytest.raises(UnsupportedOperation, match=rf"{name} (exists since|does not exist in) Airflow"):
            yield False

    return expect


def state(tasks: Any, where: tuple[str, str]) -> dict[str, Any]:
    return {one.task_id: one.state for one in tasks.get_task_instances(*where).task_instances}


def named(page: Any) -> set[str]:
    return {one.task_id for one in page.task_instances}


def test_patch_by_map_index(tasks, where, since):
    change = {"new_state": "success", "include_downstream": True}
    with since("3.0", "patch_task_instance_dry_run"):
        assert named(tasks.patch_task_instance_dry_run(*where, "first", change)) == {"first", "second"}
    with since("3.0", "patch_task_instance_dry_run_by_map_index"):
        page = tasks.patch_task_instance_dry_run_by_map_index(*where, "first", -1, PatchTaskInstanceBody(**change))
        assert named(page) == {"first", "second"}
        assert page.total_entries == 2
    assert state(tasks, where) == {"first": None, "second": None}
    with since("3.0", "patch_task_instance_by_map_index") as there:
        assert "first" in named(tasks.patch_task_instance_by_map_index(*where, "first", -1, change))
        assert there
        assert state(tasks, where) == {"first": "success", "second": "success"}
        with pytest.raises(ConflictException, match="already in success state"):
            tasks.patch_task_instance_by_map_index(*where, "first", -1, {"new_state": "success"})
        body = {"new_state": "failed", "note": "of a test"}
        tasks.patch_task_instance_by_map_index(*where, "first", -1, body, update_mask=["note"])
        found = tasks.get_task_instance(*where, "first")
        assert (found.state, found.note) == ("success", "of a test")


def test_more_in_patch_task_instance(tasks, where, since):
    change = {"new_state": "success", "include_downstream": True, "note": "of a test", "dry_run": False}
    with since("3.0", "(note|include_downstream)"):
        tasks.patch_task_instance(*where, "first", change)
        assert state(tasks, where) == {"first": "success", "second": "success"}
        assert tasks.get_task_instance(*where, "first").note == "of a test"
    with since("3.0", "update_mask"):
        tasks.patch_task_instance(*where, "second", change | {"new_state": "failed"}, update_mask=["note"])
        assert tasks.get_task_instance(*where, "second").state == "success"


def test_a_group_of_tasks(api, tasks, since):
    where = ("grouped", api(DAGRunApi).post_dag_run("grouped", {}).dag_run_id)
    with since("3.3", "patch_task_group_instances_dry_run"):
        page = tasks.patch_task_group_instances_dry_run(*where, "both", {"new_state": "skipped"})
        assert named(page) == {"both.left", "both.right"}
        assert set(state(tasks, where).values()) == {None}
    with since("3.3", "patch_task_group_instances"):
        page = tasks.patch_task_group_instances(*where, "both", {"new_state": "skipped"})
        assert named(page) == {"both.left", "both.right"}
        assert state(tasks, where) == {"both.left": "skipped", "both.right": "skipped", "alone": None}
        with pytest.raises(ConflictException):
            tasks.patch_task_group_instances(*where, "both", {"new_state": "skipped"})
        with pytest.raises(NotFoundException, match="nope"):
            tasks.patch_task_group_instances(*where, "nope", {"new_state": "skipped"})


def test_bulk(tasks, where, since):
    change = BulkUpdateActionBulkTaskInstanceBody(
        entities=[BulkTaskInstanceBody(task_id="first", new_state="success", note="of a test")]
    )
    delete = BulkDeleteActionBulkTaskInstanceBody(entities=["nope"])
    with since("3.1", "bulk_task_instances"):
        done = tasks.bulk_task_instances(*where, BulkBodyBulkTaskInstanceBody(actions=[change, delete]))
        assert len(done.update.success) == 1
        assert done.create is None
        assert done.delete.errors
        assert tasks.get_task_instance(*where, "first").note == "of a test"
        done = tasks.bulk_task_instances(*where, {"actions": [{"action": "delete", "entities": ["second"]}]})
        assert (len(done.delete.success), done.delete.errors, done.update) == (1, [], None)
        assert state(tasks, where) == {"first": "success"}
        with pytest.raises(ApiValueError, match="needs actions"):
            tasks.bulk_task_instances(*where, {})


def test_bulk_anywhere(tasks, where, since, knows):
    dag_id, run_id = where
    named = {"task_id": "first", "dag_id": dag_id, "dag_run_id": run_id, "new_state": "failed"}
    update = {"action": "update", "entities": [named], "update_mask": ["new_state"]}
    if not knows("3.1"):
        return
    with since("3.2", "(update_mask|dag_id|dag_run_id)"):
        tasks.bulk_task_instances("~", "~", {"actions": [update]})
        assert state(tasks, where) == {"first": "failed", "second": None}


def test_delete(tasks, where, since):
    with since("3.1", "delete_task_instance"):
        assert tasks.delete_task_instance(*where, "second") is None
        assert state(tasks, where) == {"first": None}
        with pytest.raises(NotFoundException):
            tasks.delete_task_instance(*where, "second", map_index=-1)


def test_external_log_url(tasks, where, since):
    with since("3.1", "get_external_log_url"), pytest.raises(BadRequestException, match="not support external logs"):
        tasks.get_external_log_url(*where, "first", 1)


def test_newer_filters(tasks, runs, since):
    where = ("mapped", runs["mapped"].dag_run_id)

    def found(**filters: Any) -> list[tuple[str, int]]:
        return [(one.task_id, one.map_index) for one in tasks.get_task_instances(*where, **filters).task_instances]

    with since("3.0", "(order_by|task_id)"):
        assert found(task_id="square", order_by="-map_index") == [("square", 2), ("square", 1), ("square", 0)]
        version = tasks.get_mapped_task_instance(*where, "square", 0).dag_version.version_number
        assert ("square", 0) in found(task_display_name_pattern="SQUA")  # before Airflow 3.2 the others have no name
        assert ("square", 0) in found(version_number=[version])
        assert found(version_number=[99]) == []
        assert len(found(run_after_lte=datetime.now() + DAY)) == 5
        assert found(run_after_gte=datetime.now() + DAY) == []
    with since("3.1", "(map_index|try_number)"):
        assert found(map_index=[1, 2], try_number=[1], operator=["_PythonDecoratedOperator"])
        assert found(start_date_gt=datetime.now() + DAY) == found(duration_lt=0.0001) == []
    with since("3.1", "order_by( with several keys)?"):
        assert found(order_by=["map_index", "state"], task_id="square")[0] == ("square", 0)
    with since("3.2", "(run_id_pattern|pool_name_pattern)"):
        assert len(found(run_id_pattern="manual", pool_name_pattern="default")) == 5
        assert found(dag_id_pattern="nope") == []
    with since("3.2", "cursor"):  # 3.2.2, to be exact
        page = tasks.get_task_instances(*where, cursor="", limit=3)
        rest = tasks.get_task_instances(*where, cursor=page.next_cursor, limit=3)
        assert (len(page.task_instances), len(rest.task_instances), rest.next_cursor) == (3, 2, None)
        assert found(rendered_map_index_pattern="nope", task_display_name_prefix_pattern="qua") == []


DAY = timedelta(days=1)


def test_numbers_of_a_mapped_task(tasks, runs, since):
    where = ("mapped", runs["mapped"].dag_run_id, "square")
    with since("3.0", "map_index"):
        assert tasks.get_task_instance_dependencies(*where, map_index=1).dependencies == []
        assert [one.map_index for one in tasks.get_task_instance_tries(*where, map_index=1).task_instances] == [1]
        assert tasks.get_task_instance_try_details(*where, 1, map_index=1).map_index == 1
    with since("3.0", "map_index"):
        tasks.get_task_instance_try_details(*where, 1, map_index=1)


def test_newer_filters_of_a_mapped_task(tasks, runs, since):
    where = ("mapped", runs["mapped"].dag_run_id, "square")
    with since("3.1", "map_index"):
        assert len(tasks.get_mapped_task_instances(*where, map_index=[0, 2]).task_instances) == 2
    with since("3.2", "pool_name_pattern"):
        assert tasks.get_mapped_task_instances(*where, pool_name_pattern="nope").task_instances == []


def test_a_form_that_sorts(tasks, runs, since):
    form = {"dag_run_ids": [runs["mapped"].dag_run_id], "dag_ids": ["mapped"], "task_ids": ["square"]}
    with since("3.0", "order_by"):
        page = tasks.get_task_instances_batch({**form, "order_by": "-map_index"})
        assert [one.map_index for one in page.task_instances] == [2, 1, 0]
    with since("3.1", "start_date_gt"):
        assert tasks.get_task_instances_batch({**form, "start_date_gt": datetime.now() + DAY}).task_instances == []


def test_more_than_a_page(tasks, runs, knows):
    """Airflow 2 sends as many as are asked for; Airflow 3 at most 100 at once."""
    all_of_them = tasks.get_task_instances("~", "~", limit=1000)
    assert len(all_of_them.task_instances) == all_of_them.total_entries
    few = tasks.get_task_instances("~", "~", limit=101, offset=1).task_instances
    assert len(few) == min(101, all_of_them.total_entries - 1)
    any_dag = tasks.get_task_instances("~", runs["linear"].dag_run_id, state=["success"], limit=2)
    assert (len(any_dag.task_instances), any_dag.total_entries) == (2, 3)


@pytest.fixture
def asked(api: Any, until: Any, knows: Any) -> tuple[str, str, str, int]:
    """A task instance that asks a person, and waits."""
    if not knows("3.1"):
        return "asking", "none", "ask", -1
    api(DAGApi).patch_dag("asking", {"is_paused": False})
    run_id = api(DAGRunApi).post_dag_run("asking", {}).dag_run_id
    until(lambda: api(TaskInstanceApi).get_task_instance("asking", run_id, "ask").state in WAITING)
    return "asking", run_id, "ask", -1


WAITING = ("deferred", "awaiting_input")


def test_a_question(tasks, asked, since, knows):
    with since("3.1", "get_hitl_detail"):
        detail = tasks.get_hitl_detail(*asked)
        assert isinstance(detail, HITLDetail)
        assert (detail.subject, detail.options, detail.response_received) == ("Which way?", ["left", "right"], False)
        assert (detail.task_instance.task_id, detail.task_instance.dag_run_id) == ("ask", asked[1])
        if knows("3.3"):
            with pytest.raises(BadRequestException, match="Invalid options"):
                tasks.update_hitl_detail(*asked, {"chosen_options": ["up"]})
    with since("3.1", "get_hitl_details"):
        page = tasks.get_hitl_details("~", "~", response_received=False, subject_search="which", order_by="-created_at")
        assert asked[1] in {one.task_instance.dag_run_id for one in page.hitl_details}
        assert tasks.get_hitl_details(*asked[:2], body_search="nope").total_entries == 0
    with since("3.1", "update_hitl_detail"):
        answer = tasks.update_hitl_detail(*asked, UpdateHITLDetailPayload(chosen_options=["right"], params_input={}))
        assert answer.chosen_options == ["right"]
        assert answer.responded_by.id
        detail = tasks.get_hitl_detail(*asked)
        assert (detail.response_received, detail.chosen_options) == (True, ["right"])
        with pytest.raises(ConflictException):
            tasks.update_hitl_detail(*asked, {"chosen_options": ["left"]})
    with since("3.2", "get_hitl_detail_try_detail"):
        history = tasks.get_hitl_detail_try_detail(*asked, 1)
        assert (history.subject, history.task_instance.try_number) == ("Which way?", 1)
        with pytest.raises(NotFoundException):
            tasks.get_hitl_detail_try_detail(*asked, 7)


def test_no_question(tasks, where, since):
    with since("3.1", "get_hitl_detail"), pytest.raises(NotFoundException):
        tasks.get_hitl_detail(*where, "first", -1)


def test_state_store(api, where, since):
    store, one = api(TaskStateStoreApi), (*where, "first")
    with since("3.3", "set_task_state_store"):
        assert store.set_task_state_store(*one, "a", {"value": {"n": [1, None]}}) is None
        kept = store.get_task_state_store(*one, "a")
        assert (kept.key, kept.value) == ("a", {"n": [1, None]})
        assert kept.expires_at > datetime.now(kept.expires_at.tzinfo)
        until = datetime(2100, 1, 2)
        store.set_task_state_store(*one, "folder/b", TaskStateStoreBody(value="text", expires_at=until))
        assert store.get_task_state_store(*one, "folder/b").expires_at.replace(tzinfo=None) == until
        store.set_task_state_store(*one, "c", {"value": 0, "expires_at": None})
        assert store.get_task_state_store(*one, "c").expires_at is None
        page = store.list_task_state_store(*one, limit=2)
        assert ([kept.key for kept in page.task_state_store], page.total_entries) == (["a", "c"], 3)
    with since("3.3", "patch_task_state_store"):
        store.patch_task_state_store(*one, "folder/b", {"value": [2]})
        kept = store.get_task_state_store(*one, "folder/b")
        assert (kept.value, kept.expires_at.year) == ([2], 2100)
        with pytest.raises(NotFoundException, match="nope"):
            store.patch_task_state_store(*one, "nope", {"value": 1})
        with pytest.raises(ApiValueError, match="needs value"):
            store.patch_task_state_store(*one, "a", {"value": None})
    with since("3.3", "delete_task_state_store"):
        store.delete_task_state_store(*one, "folder/b")
        with pytest.raises(NotFoundException):
            store.get_task_state_store(*one, "folder/b")
        store.delete_task_state_store(*one, "folder/b")
    with since("3.3", "clear_task_state_store"):
        store.clear_task_state_store(*one)
        assert store.list_task_state_store(*one).total_entries == 0
        store.clear_task_state_store(*one, all_map_indices=True)
        with pytest.raises(NotFoundException):
            store.clear_task_state_store(*where, "nope")
    with since("3.3", "list_task_state_store"):
        assert store.list_task_state_store(*where, "nope").task_state_store == []
    with since("3.3", "get_task_state_store"), pytest.raises(NotFoundException):
        store.get_task_state_store(*one, "a")


def test_both_vocabularies(tasks, runs):
    run = runs["linear"]
    found = tasks.get_task_instance("linear", run.dag_run_id, "load")
    assert found.logical_date == found.execution_date == run.logical_date
    (first, *_) = tasks.get_task_instances("linear", run.dag_run_id).task_instances
    assert first.logical_date == first.execution_date == run.logical_date
    reference = tasks.patch_task_instance("linear", run.dag_run_id, "load", {"new_state": "failed"})
    assert reference.logical_date == reference.execution_date == run.logical_date


def test_tasks_as_their_file_defines_them(airflow, knows):
    with ApiClient(airflow.configuration) as client:
        dags = DAGApi(client)
        for dag_id in ("linear", "mapped", "odd", "grouped"):
            for task in dags.get_tasks(dag_id).tasks or []:
                assert dags.get_task(dag_id, task.task_id).to_dict() == task.to_dict()
        swim = dags.get_task("odd", "swim")
        assert (swim.retries, swim.pool, swim.class_ref.class_name) == (0, "nowhere", "EmptyOperator")
        assert swim.retry_delay.days == 0
        assert client.drift == {}
