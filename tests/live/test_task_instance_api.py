"""The operations of TaskInstanceApi against a real Airflow, with its state afterwards."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest

from titanium_airflow_client import (
    ApiClient,
    ApiValueError,
    BadRequestException,
    DAGApi,
    DAGRunApi,
    ExtraLink,
    ForbiddenException,
    ListTaskInstanceForm,
    NotFoundException,
    ServiceException,
    SetTaskInstanceNote,
    TaskInstanceApi,
    TaskInstanceReference,
    UpdateTaskInstance,
)

DAG_ID = "disposable_23"


@pytest.fixture
def tasks(api: Any) -> Any:
    return api(TaskInstanceApi)


@pytest.fixture
def run_id(api: Any) -> Iterator[str]:
    """A run of a DAG that is paused: it stays as it is made."""
    made = api(DAGRunApi).post_dag_run(DAG_ID, {"note": "of a test"})
    yield made.dag_run_id
    api(DAGRunApi).delete_dag_run(DAG_ID, made.dag_run_id)


@pytest.fixture
def of(runs: Any) -> Callable[..., tuple[str, ...]]:
    """The IDs that name a task instance of a finished run."""
    return lambda dag_id, *task: (dag_id, runs[dag_id].dag_run_id, *task)


@pytest.fixture
def before_2_10(knows: Any) -> Callable[[str], Any]:
    """On older releases the operation must raise, and say why."""

    @contextmanager
    def expect(name: str) -> Iterator[None]:
        if knows("2.10"):
            yield
            return
        with pytest.raises(NotFoundException, match=f"{name} exists since Airflow 2.10: this server is older"):
            yield

    return expect


def ids(page: Any) -> list[tuple[str, int]]:
    return [(one.task_id, one.map_index) for one in page.task_instances]


def test_get_task_instance(tasks, of, runs):
    found = tasks.get_task_instance(*of("linear", "load"))
    assert (found.dag_id, found.task_id, found.map_index, found.state) == ("linear", "load", -1, "success")
    assert found.execution_date == runs["linear"].logical_date
    assert found.end_date - found.start_date == pytest.approx(timedelta(seconds=found.duration), abs=timedelta(0.001))
    assert (found.try_number, found.pool, found.pool_slots) == (1, "default_pool", 1)
    assert found.rendered_fields["op_args"] == [[1, 2, 3]]
    assert tasks.get_task_instance(*of("failing", "divide")).state == "failed"
    assert tasks.get_task_instance(*of("failing", "after")).state == "upstream_failed"


def test_mapped(tasks, of):
    for index in range(3):
        found = tasks.get_mapped_task_instance(*of("mapped", "square"), index)
        assert (found.map_index, found.state) == (index, "success")
        assert found.rendered_fields["op_kwargs"] == {"number": index + 1}
    with pytest.raises(NotFoundException, match="Task instance is mapped, add the map_index value"):
        tasks.get_task_instance(*of("mapped", "square"))


def test_get_mapped_task_instances(tasks, of, knows):
    where = of("mapped", "square")
    page = tasks.get_mapped_task_instances(*where)
    assert (ids(page), page.total_entries) == ([("square", 0), ("square", 1), ("square", 2)], 3)
    assert ids(tasks.get_mapped_task_instances(*where, limit=1, offset=1)) == [("square", 1)]
    assert ids(tasks.get_mapped_task_instances(*where, order_by="-map_index", limit=1)) == [("square", 2)]
    for name in ("state", "duration", "start_date", "end_date") if knows("2.10") else ("state",):
        ordered = tasks.get_mapped_task_instances(*where, order_by=f"-{name}").task_instances
        values = [getattr(one, name) for one in ordered]
        assert values == sorted(values, reverse=True)


FILTERS = ("execution_date", "start_date", "end_date", "duration")


@pytest.mark.parametrize("name", FILTERS)
@pytest.mark.parametrize("operation", ["get_task_instances", "get_mapped_task_instances"])
def test_lists_by_range(tasks, of, operation, name):
    where = of("mapped", "square") if operation == "get_mapped_task_instances" else of("mapped")
    one = tasks.get_mapped_task_instance(*of("mapped", "square"), 1)
    value = getattr(one, name)
    little = 0.0001 if name == "duration" else timedelta(milliseconds=1)

    def found(**filters: Any) -> bool:
        return ("square", 1) in ids(getattr(tasks, operation)(*where, **filters))

    assert found(**{f"{name}_gte": value, f"{name}_lte": value})
    assert not found(**{f"{name}_gte": value + little})
    assert not found(**{f"{name}_lte": value - little})
    if name != "duration":
        assert found(**{f"{name}_gte": value.isoformat()})


@pytest.mark.parametrize("operation", ["get_task_instances", "get_mapped_task_instances"])
def test_lists_by_value(tasks, of, knows, operation):
    where = of("mapped", "square") if operation == "get_mapped_task_instances" else of("mapped")

    def found(**filters: Any) -> bool:
        return ("square", 1) in ids(getattr(tasks, operation)(*where, **filters))

    day = timedelta(days=1)
    assert found(updated_at_gte=datetime.now() - day)
    assert not found(updated_at_gte=datetime.now() + day)
    assert not found(updated_at_lte=datetime.now() - day)
    assert found(state=["failed", "success"])
    assert found(state=("success",), pool=["default_pool", "another"], queue=["default"])
    assert not found(state=["failed", "none"])
    assert not found(pool=["another"])
    assert not found(queue=["another"])
    if knows("2.10"):
        assert not found(executor=["LocalExecutor"])  # it is known by name only where a task asks for one
    else:
        with pytest.raises(BadRequestException, match="executor"):
            found(executor=["LocalExecutor"])


def test_get_task_instances(tasks, of, run_id):
    assert sorted(ids(tasks.get_task_instances(*of("linear")))) == [("extract", -1), ("load", -1), ("transform", -1)]
    page = tasks.get_task_instances(*of("mapped"), limit=2, offset=1)
    assert (len(page.task_instances), page.total_entries) == (2, 5)
    assert ids(tasks.get_task_instances(DAG_ID, run_id, state=["none"])) == [("first", -1), ("second", -1)]
    everything = tasks.get_task_instances("~", "~", limit=1000)
    assert everything.total_entries == len(everything.task_instances)
    assert {"linear", "mapped", DAG_ID} <= {one.dag_id for one in everything.task_instances}
    assert tasks.get_task_instances("linear", "nope").to_dict() == {"task_instances": [], "total_entries": 0}


def test_get_task_instances_batch(tasks, of, run_id, knows, lacks):
    _, linear, _ = of("linear", "")
    if lacks("2.7", lambda: tasks.get_task_instances_batch({"dag_run_ids": [linear], "task_ids": ["load"]})):
        page = tasks.get_task_instances_batch({"dag_ids": ["linear"], "state": ["success"]})
        assert {one.dag_id for one in page.task_instances} == {"linear"}
        return
    form = ListTaskInstanceForm(dag_ids=["linear", "mapped"], dag_run_ids=[linear], task_ids=["load", "transform"])
    page = tasks.get_task_instances_batch(form)
    assert (sorted(ids(page)), page.total_entries) == ([("load", -1), ("transform", -1)], 2)
    waiting = tasks.get_task_instances_batch({"dag_ids": [DAG_ID], "dag_run_ids": [run_id], "state": [None]})
    assert ids(waiting) == [("first", -1), ("second", -1)]
    load = tasks.get_task_instance(*of("linear", "load"))
    for name in ("execution_date", "start_date", "end_date"):
        moment = getattr(load, name)
        form = {"dag_ids": ["linear"], "task_ids": ["load"], f"{name}_gte": moment, f"{name}_lte": moment}
        assert ids(tasks.get_task_instances_batch(form)) == [("load", -1)]
    form = {"dag_run_ids": [linear], "duration_gte": 3600, "pool": ["default_pool"], "queue": ["default"]}
    assert ids(tasks.get_task_instances_batch(form)) == []
    form = {**form, "duration_gte": 0, "duration_lte": 3600, "state": ["success"], "page_limit": 2, "page_offset": 1}
    assert len(tasks.get_task_instances_batch(form).task_instances) == (2 if knows("2.10") else 3)


@pytest.mark.parametrize("state", ["success", "failed", "skipped"])
def test_patch_task_instance(tasks, run_id, state, knows):
    if state == "skipped" and not knows("2.9"):  # Airflow 2.7 and 2.8 allow it, and fail
        wanted = r"'skipped' is not one of \['success', 'failed'\]|log says why"
        with pytest.raises((BadRequestException, ServiceException), match=wanted):
            tasks.patch_task_instance(DAG_ID, run_id, "first", {"new_state": state, "dry_run": False})
        return
    reference = tasks.patch_task_instance(DAG_ID, run_id, "first", {"new_state": state})
    assert (reference.task_id, reference.dag_run_id, reference.dag_id) == ("first", run_id, DAG_ID)
    assert tasks.get_task_instance(DAG_ID, run_id, "first").state is None
    change = UpdateTaskInstance(new_state=state, dry_run=False)
    assert tasks.patch_task_instance(DAG_ID, run_id, "first", change) in (reference, TaskInstanceReference())
    assert tasks.get_task_instance(DAG_ID, run_id, "first").state == state
    assert tasks.get_task_instance(DAG_ID, run_id, "second").state is None


@pytest.fixture(scope="session")
def spare(another: Any) -> tuple[str, str]:
    """A run of `mapped` whose mapped task instances may be changed."""
    return "mapped", another("mapped").dag_run_id


def test_patch_mapped_task_instance(tasks, spare):
    for state in ("failed", "success"):
        before = [one.state for one in tasks.get_mapped_task_instances(*spare, "square").task_instances]
        reference = tasks.patch_mapped_task_instance(*spare, "square", 1, {"new_state": state})
        assert reference.task_id == "square"
        assert tasks.get_mapped_task_instance(*spare, "square", 1).state == before[1]
        tasks.patch_mapped_task_instance(*spare, "square", 1, UpdateTaskInstance(new_state=state, dry_run=False))
        after = [one.state for one in tasks.get_mapped_task_instances(*spare, "square").task_instances]
        assert after == [before[0], state, before[2]]


def test_notes(tasks, spare, run_id):
    for note in ("first", "ü" * 1000, ""):
        assert (tasks.set_task_instance_note(DAG_ID, run_id, "first", {"note": note}).note or "") == note
        assert (tasks.get_task_instance(DAG_ID, run_id, "first").note or "") == note
        changed = tasks.set_mapped_task_instance_note(*spare, "square", 2, SetTaskInstanceNote(note=note))
        assert (changed.note or "", changed.map_index) == (note, 2)
        assert (tasks.get_mapped_task_instance(*spare, "square", 2).note or "") == note
    assert tasks.get_task_instance(DAG_ID, run_id, "second").note is None
    assert tasks.get_mapped_task_instance(*spare, "square", 1).note is None


@pytest.mark.parametrize("accept", [None, "application/json", "text/plain", "*/*"])
@pytest.mark.parametrize("full_content", [None, False, True])
def test_get_log(tasks, of, knows, accept, full_content):
    options = {"_headers": {"Accept": accept}} if accept else {}
    log = tasks.get_log(*of("linear", "load"), 1, full_content=full_content, **options)
    assert "INFO - loaded [1, 2, 3]\n" in log.text
    assert "\\n" not in log.text
    assert log.end_of_log is True
    ((host, text),) = log.by_host
    if accept != "text/plain" and knows("3.0"):
        assert "loaded [1, 2, 3]" in [message["event"] for message in log.content]
        assert (host, text, log.continuation_token) == ("", log.text, None)
    elif accept in (None, "application/json"):
        assert log.content == repr([(host, text)])
        assert host == tasks.get_task_instance(*of("linear", "load")).hostname
        assert log.continuation_token
    else:
        assert log.content == log.text
        assert log.continuation_token is None


def test_get_log_of_a_mapped_task(tasks, of):
    for index in range(3):
        assert f"map_index={index}" in tasks.get_log(*of("mapped", "square"), 1, map_index=index).text


def test_get_log_of_a_failure(tasks, of):
    assert "ZeroDivisionError: division by zero" in tasks.get_log(*of("failing", "divide"), 1).text


def test_get_log_of_a_try_that_never_was(tasks, of, knows):
    if knows("3.0"):
        with pytest.raises(NotFoundException, match="TaskInstance not found"):
            tasks.get_log(*of("linear", "load"), 0)
        return
    log = tasks.get_log(*of("linear", "load"), 0)
    assert log.text == "Error fetching the logs. Try number 0 is invalid."
    assert log.end_of_log


def test_a_log_that_goes_on(airflow, tasks, run_id):
    with closing(sqlite3.connect(airflow.home / "airflow.db", timeout=60)) as database, database:
        change = "UPDATE task_instance SET state = 'running', try_number = 1 WHERE task_id = 'first' AND run_id = ?"
        database.execute(change, [run_id])
    folder = airflow.home / "logs" / f"dag_id={DAG_ID}" / f"run_id={run_id}" / "task_id=first"
    folder.mkdir(parents=True)
    file = folder / "attempt=1.log"
    file.write_text("one\n")
    where = (DAG_ID, run_id, "first", 1)
    log = tasks.get_log(*where)
    assert log.text.rstrip().endswith("one")
    assert not log.end_of_log
    file.write_text("one\ntwo\n")
    log = tasks.get_log(*where, token=log.continuation_token)
    assert log.text.rstrip().endswith("two")
    assert "one\n" not in log.text
    tasks.patch_task_instance(DAG_ID, run_id, "first", {"new_state": "failed", "dry_run": False})
    assert tasks.get_log(*where, token=log.continuation_token).end_of_log


def test_get_extra_links(api, tasks, of, knows):
    run = api(DAGRunApi).post_dag_run("odd", {})
    (link,) = tasks.get_extra_links("odd", run.dag_run_id, "wait").extra_links
    assert isinstance(link, ExtraLink)
    assert link.name == "External DAG"
    assert link.href is None if knows("3.0") else "linear" in link.href  # Airflow 3 knows it when the task has run
    assert tasks.get_extra_links(*of("linear", "load")).extra_links == []
    if knows("2.10"):
        assert tasks.get_extra_links(*of("mapped", "square"), map_index=1).extra_links == []
    else:
        with pytest.raises(BadRequestException, match="map_index"):
            tasks.get_extra_links(*of("mapped", "square"), map_index=1)


def test_dependencies(tasks, of, run_id, before_2_10):
    with before_2_10("get_task_instance_dependencies"):
        why = tasks.get_task_instance_dependencies(DAG_ID, run_id, "second").dependencies
        assert {"Trigger Rule", "Dagrun Running"} <= {one.name for one in why}
        assert all(one.reason for one in why)
    with before_2_10("get_mapped_task_instance_dependencies"):
        found = tasks.get_mapped_task_instance_dependencies(*of("mapped", "square"), 1)
        assert found.to_dict() == {"dependencies": []}


def test_tries(tasks, of, before_2_10):
    where, mapped = of("linear", "load"), of("mapped", "square")
    with before_2_10("get_task_instance_tries"):
        tries = tasks.get_task_instance_tries(*where)
        assert tries.total_entries == 1
        assert (tries.task_instances[0].try_number, tries.task_instances[0].state) == (1, "success")
        assert tasks.get_task_instance_tries(*where, limit=1, offset=0, order_by="-try_number") == tries
    with before_2_10("get_mapped_task_instance_tries"):
        tries = tasks.get_mapped_task_instance_tries(*mapped, 2, limit=1, offset=0, order_by="try_number")
        assert [one.map_index for one in tries.task_instances] == [2]
    with before_2_10("get_task_instance_try_details"):
        found = tasks.get_task_instance_try_details(*where, 1)
        assert found.start_date == tasks.get_task_instance(*where).start_date
    with before_2_10("get_mapped_task_instance_try_details"):
        found = tasks.get_mapped_task_instance_try_details(*mapped, 2, 1)
        assert (found.map_index, found.try_number, found.dag_run_id) == (2, 1, mapped[1])


def test_a_second_try(api, tasks, until, before_2_10):
    """A cleared task instance runs again, and its first try stays known; all tries come, whatever is asked for."""
    api(DAGApi).patch_dag("disposable_24", {"is_paused": False})
    run = api(DAGRunApi).post_dag_run("disposable_24", {})
    where = ("disposable_24", run.dag_run_id)

    def ended() -> bool:
        return api(DAGRunApi).get_dag_run(*where).state == "success"

    until(ended)
    api(DAGRunApi).clear_dag_run(*where, {"dry_run": False})
    until(ended)
    assert tasks.get_task_instance(*where, "first").state == "success"
    with before_2_10("get_task_instance_tries"):
        tries = tasks.get_task_instance_tries(*where, "first", limit=1)
        assert len(tries.task_instances) == tries.total_entries == 2


REFUSED = [
    (
        lambda api, of: api.get_extra_links("linear", "nope", "load"),
        NotFoundException,
        'DAG Run with ID = "nope"|TaskInstance not found',
    ),
    (
        lambda api, of: api.get_extra_links("nope", "nope", "load"),
        NotFoundException,
        "D[Aa][Gg] with ID.*nope|TaskInstance not found",
    ),
    (lambda api, of: api.get_log(*of("linear", "nope"), 1), NotFoundException, "TaskInstance not found"),
    (lambda api, of: api.get_log(*of("linear", "load"), 1, token="x"), BadRequestException, "Bad Signature"),
    (lambda api, of: api.get_mapped_task_instance(*of("mapped", "square"), 3), NotFoundException, "not found"),
    (lambda api, of: api.get_mapped_task_instances(*of("linear", "load")), NotFoundException, "is not mapped"),
    (
        lambda api, of: api.get_mapped_task_instances(*of("linear", "nope")),
        (NotFoundException, ServiceException),  # the latter before Airflow 2.7
        "Task id nope|log says why",
    ),
    (lambda api, of: api.get_task_instance(*of("linear", "no pe%")), NotFoundException, "[Nn]ot found"),
    (lambda api, of: api.get_task_instances("~", "~", end_date_lte="nope"), BadRequestException, "date-?time"),
    (
        lambda api, of: api.patch_task_instance(*of("linear", "load"), {"new_state": "running"}),
        BadRequestException,
        "'running' is not one of",
    ),
    (
        lambda api, of: api.patch_task_instance("linear", "nope", "load", {"new_state": "failed"}),
        NotFoundException,
        "'nope'|run_id: `nope`|run_id=nope",
    ),
    (lambda api, of: api.patch_task_instance(*of("linear", "x"), {"new_state": "failed"}), NotFoundException, "'x'"),
    (lambda api, of: api.patch_task_instance(*of("linear", "load"), {}), ApiValueError, "needs new_state"),
    (
        lambda api, of: api.patch_mapped_task_instance(*of("mapped", "square"), 3, {"new_state": "failed"}),
        NotFoundException,
        "Task [iI]nstance not found|`3` was not found",
    ),
    (
        lambda api, of: api.set_task_instance_note(*of("linear", "load"), {"note": "x" * 1001}),
        BadRequestException,
        "Longer than maximum length 1000|at most 1000 characters",
    ),
    (
        lambda api, of: api.set_task_instance_note("linear", "x", "y", {"note": ""}),
        NotFoundException,
        "run_id=x|Task 'y'",
    ),
    (
        lambda api, of: api.set_mapped_task_instance_note(*of("mapped", "square"), 3, {"note": ""}),
        NotFoundException,
        "Task [iI]nstance not found|`3` was not found",
    ),
]


@pytest.mark.parametrize(("call", "kind", "text"), REFUSED)
def test_what_is_refused(tasks, of, call, kind, text):
    with pytest.raises(kind) as caught:
        call(tasks, of)
    assert re.search(text, str(caught.value))


def test_a_state_that_there_is_not(tasks, knows):
    if not knows("2.7"):  # it finds nothing in that state
        assert tasks.get_task_instances("linear", "~", state=["nope"]).task_instances == []
        return
    with pytest.raises((ServiceException, BadRequestException), match=r"log says why|Invalid value for state"):
        tasks.get_task_instances("linear", "~", state=["nope"])


def test_what_only_airflow_2_refuses(tasks, of, knows):
    where = of("mapped", "square")
    if knows("3.0"):
        assert ids(tasks.get_mapped_task_instances(*where, order_by="map_index", limit=1)) == [("square", 0)]
        assert ids(tasks.get_task_instances_batch({"page_limit": 0})) == []
        return
    with pytest.raises(BadRequestException, match="Ordering with 'map_index' is not supported"):
        tasks.get_mapped_task_instances(*where, order_by="map_index")
    with pytest.raises(BadRequestException, match="Bad Request: "):
        tasks.get_task_instances_batch({"page_limit": 0})


def test_what_newer_servers_refuse(tasks, of, knows, before_2_10):
    for name, where in {
        "get_task_instance_dependencies": ("linear", "nope", "load"),
        "get_mapped_task_instance_dependencies": of("mapped", "square", 3),
        "get_task_instance_try_details": of("linear", "load", 2),
        "get_mapped_task_instance_try_details": of("mapped", "square", 3, 1),
    }.items():
        with pytest.raises(NotFoundException) as caught:
            getattr(tasks, name)(*where)
        assert ("exists since" in str(caught.value)) is not knows("2.10")
    with before_2_10("get_task_instance_tries"):
        assert tasks.get_task_instance_tries("linear", "nope", "load").task_instances == []


def test_one_who_may_only_look(airflow, connect, of):
    tasks = connect(airflow.configuration_for("viewer"))(TaskInstanceApi)
    where = of("linear", "load")
    assert "loaded" in tasks.get_log(*where, 1).text
    for change in (
        lambda: tasks.patch_task_instance(*where, {"new_state": "failed", "dry_run": False}),
        lambda: tasks.patch_mapped_task_instance(*of("mapped", "square"), 0, {"new_state": "failed", "dry_run": False}),
        lambda: tasks.set_task_instance_note(*where, {"note": "no"}),
        lambda: tasks.set_mapped_task_instance_note(*of("mapped", "square"), 0, {"note": "no"}),
    ):
        with pytest.raises(ForbiddenException, match="lacks the permission"):
            change()
    assert tasks.get_task_instance(*where).state == "success"


def test_every_answer_fits_its_model(airflow, runs, knows):
    with ApiClient(airflow.configuration) as client:
        api = TaskInstanceApi(client)
        for one in api.get_task_instances("~", "~").task_instances:
            where = (one.dag_id, one.dag_run_id, one.task_id)
            if one.map_index == -1:
                api.get_task_instance(*where)
                api.get_extra_links(*where)
            if knows("2.10"):
                api.get_mapped_task_instance_tries(*where, one.map_index) if one.map_index >= 0 else None
        assert client.drift == {}
