"""The operations of DAGRunApi against a real Airflow, with its state afterwards."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from titanium_airflow_client import (
    ApiClient,
    ApiTypeError,
    ApiValueError,
    BadRequestException,
    ClearDagRun,
    ConflictException,
    DAGRun,
    DAGRunApi,
    ForbiddenException,
    ListDagRunsForm,
    NotFoundException,
    ServiceException,
    SetDagRunNote,
    TaskInstanceApi,
    UnexpectedAnswer,
    UpdateDagRunState,
)

DAG_ID = "disposable_20"


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


def test_a_run_from_its_beginning_to_its_end(dag_runs):
    before = datetime.now(timezone.utc)
    made = dag_runs.post_dag_run(DAG_ID, DAGRun(conf={"number": 1, "name": "ü"}))
    assert (made.dag_id, made.state, made.run_type, made.external_trigger) == (DAG_ID, "queued", "manual", True)
    assert made.conf == {"number": 1, "name": "ü"}
    assert made.logical_date == made.execution_date
    assert abs(made.logical_date - before) < timedelta(minutes=1)
    assert made.dag_run_id == f"manual__{made.logical_date.isoformat()}"
    assert dag_runs.get_dag_run(DAG_ID, made.dag_run_id) == made
    assert dag_runs.delete_dag_run(DAG_ID, made.dag_run_id) is None
    with pytest.raises(NotFoundException, match="not found"):
        dag_runs.get_dag_run(DAG_ID, made.dag_run_id)


def test_a_run_with_all_that_can_be_said_of_it(dag_runs, knows):
    day = some_day()
    wanted = DAGRun(dag_run_id=f"mine:{day.isoformat()}~1", logical_date=day, conf={"list": [1, None]}, note="noted")
    if knows("2.9"):
        wanted.data_interval_start, wanted.data_interval_end = day - timedelta(days=1), day.replace(tzinfo=None)
    made = dag_runs.post_dag_run(DAG_ID, wanted)
    found = dag_runs.get_dag_run(DAG_ID, wanted.dag_run_id)
    assert found == made
    assert found.note == "noted"
    assert found.data_interval_end == day
    assert {**found.to_dict(), **wanted.to_dict(), "data_interval_end": day} == found.to_dict()
    found.dag_run_id, found.logical_date, found.execution_date = f"other:{day.isoformat()}", some_day(), None
    if knows("3.0"):
        assert dag_runs.post_dag_run(DAG_ID, found).logical_date == found.logical_date
    else:
        with pytest.raises(BadRequestException, match=r"execution_date|read-only - .data_interval"):
            dag_runs.post_dag_run(DAG_ID, found)
    again = DAGRun(dag_run_id=f"another:{day.isoformat()}", conf=found.conf, note=found.note)
    assert dag_runs.post_dag_run(DAG_ID, again).conf == {"list": [1, None]}


@pytest.mark.parametrize("nothing", [{}, DAGRun()])
def test_a_run_of_which_nothing_is_said(dag_runs, nothing):
    made = dag_runs.post_dag_run(DAG_ID, nothing)
    assert dag_runs.get_dag_run(DAG_ID, made.dag_run_id).conf == {}


def test_a_run_that_has_not_started_has_no_dates_to_filter_by(dag_runs, run):
    def found(**filters: Any) -> bool:
        listed = dag_runs.get_dag_runs(DAG_ID, **filters).dag_runs
        in_batch = dag_runs.get_dag_runs_batch({"dag_ids": [DAG_ID], **filters}).dag_runs
        assert (run in listed) == (run in in_batch)
        return run in listed

    assert (run.start_date, run.end_date) == (None, None)
    assert found(execution_date_gte=run.logical_date)
    for name in ("start_date", "end_date"):
        assert not found(**{f"{name}_gte": datetime(2024, 1, 1)})
        assert not found(**{f"{name}_lte": datetime(2999, 1, 1)})


def test_dates_as_text(dag_runs, run):
    day = run.logical_date
    for text in (day.isoformat(), day.replace(tzinfo=None).isoformat(), day.date().isoformat()):
        assert run in dag_runs.get_dag_runs(DAG_ID, execution_date_gte=text).dag_runs
    after = (day + timedelta(days=1)).date().isoformat()
    assert run not in dag_runs.get_dag_runs(DAG_ID, execution_date_gte=after).dag_runs


def test_the_older_name_of_the_date(dag_runs):
    day = some_day()
    assert dag_runs.post_dag_run(DAG_ID, {"execution_date": day}).logical_date == day
    with pytest.raises((BadRequestException, ApiValueError), match="logical_date conflicts with execution_date"):
        dag_runs.post_dag_run(DAG_ID, {"execution_date": day, "logical_date": day + timedelta(days=1)})


def test_what_a_dag_asks_for(dag_runs, knows):
    made = dag_runs.post_dag_run("params", {"conf": {"name": "you", "times": 3}})
    assert dag_runs.get_dag_run("params", made.dag_run_id).conf["times"] == 3
    if not knows("2.9"):
        with pytest.raises(ServiceException, match="the server's own log says why"):
            dag_runs.post_dag_run("params", {"conf": {"times": 99}})
        return
    with pytest.raises(BadRequestException, match="Invalid input for param times: 99 is greater than the maximum"):
        dag_runs.post_dag_run("params", {"conf": {"times": 99}})


def test_what_is_there_already(dag_runs, run):
    with pytest.raises(ConflictException, match=r"(DAGRun ID: .* already exists|Conflict)[\s\S]*hint: "):
        dag_runs.post_dag_run(DAG_ID, {"dag_run_id": run.dag_run_id, "logical_date": some_day()})
    with pytest.raises(ConflictException, match=r"DAGRun logical date: .* already exists|Conflict"):
        dag_runs.post_dag_run(DAG_ID, {"dag_run_id": "another", "logical_date": run.logical_date})


def test_a_run_id_that_the_server_does_not_allow_is_an_error_of_its_own(dag_runs, knows):
    with pytest.raises(BadRequestException if knows("3.0") else ServiceException):
        dag_runs.post_dag_run(DAG_ID, {"dag_run_id": "a b", "logical_date": some_day()})


@pytest.mark.parametrize(
    "run_id", ["with space", "50%", "%2F", "ünï→☃", "a+b", "a&b=c?d#e", "~", "...", "'\"", "a:b@c"]
)
def test_ids_with_anything_in_them(permissive, connect, run_id, knows):
    dag_runs = connect(permissive.configuration)(DAGRunApi)
    try:
        made = dag_runs.post_dag_run(DAG_ID, {"dag_run_id": run_id, "logical_date": some_day()})
    except BadRequestException as error:
        assert (knows("3.0"), ".." in run_id, "path traversal" in str(error)) == (True, True, True)
        return
    assert made.dag_run_id == run_id
    assert dag_runs.get_dag_run(DAG_ID, run_id) == made
    assert dag_runs.set_dag_run_note(DAG_ID, run_id, {"note": run_id}).note == run_id
    assert dag_runs.update_dag_run_state(DAG_ID, run_id, {"state": "failed"}).state == "failed"
    tasks = connect(permissive.configuration)(TaskInstanceApi)
    assert tasks.get_task_instance(DAG_ID, run_id, "first").dag_run_id == run_id
    dag_runs.delete_dag_run(DAG_ID, run_id)
    assert run_id not in [run.dag_run_id for run in dag_runs.get_dag_runs(DAG_ID).dag_runs]


@pytest.mark.parametrize("run_id", ["a/b", "/a", "a/"])
def test_ids_with_a_slash_are_only_found_by_lists(permissive, connect, run_id):
    dag_runs = connect(permissive.configuration)(DAGRunApi)
    body = {"dag_run_id": run_id, "logical_date": some_day()}
    assert dag_runs.post_dag_run_without_preload_content("disposable_21", body).status in (200, 409)
    assert run_id in [run.dag_run_id for run in dag_runs.get_dag_runs("disposable_21").dag_runs]
    with pytest.raises((NotFoundException, UnexpectedAnswer), match=r"hint: Airflow .*slash"):
        dag_runs.get_dag_run("disposable_21", run_id)


@pytest.mark.parametrize("run_id", ["", ".", ".."])
def test_ids_that_would_lead_elsewhere_are_not_sent(dag_runs, run_id):
    with pytest.raises(ApiValueError, match="dag_run_id must not be"):
        dag_runs.delete_dag_run(DAG_ID, run_id)


def test_get_dag_run_in_part(dag_runs, run):
    found = dag_runs.get_dag_run(DAG_ID, run.dag_run_id, fields=["state", "conf"])
    assert found.to_dict() == {"state": "queued", "conf": {"number": 1}}


def test_get_dag_runs(dag_runs):
    ids = [dag_runs.post_dag_run("disposable_22", {"logical_date": some_day()}).dag_run_id for _ in range(3)]
    everything = dag_runs.get_dag_runs("disposable_22")
    assert everything.total_entries == len(everything.dag_runs) >= 3
    assert [run.dag_run_id for run in everything.dag_runs][-3:] == ids
    page = dag_runs.get_dag_runs("disposable_22", limit=2, offset=1, order_by="-id")
    assert [run.dag_run_id for run in page.dag_runs] == ids[1::-1]
    assert page.total_entries == everything.total_entries
    by_date = dag_runs.get_dag_runs("disposable_22", order_by="execution_date").dag_runs
    assert [run.logical_date for run in by_date] == sorted(run.logical_date for run in everything.dag_runs)
    only = dag_runs.get_dag_runs("disposable_22", fields=["dag_run_id"])
    assert [run.to_dict() for run in only.dag_runs][-3:] == [{"dag_run_id": run_id} for run_id in ids]
    assert dag_runs.get_dag_runs("~").total_entries > everything.total_entries
    assert dag_runs.get_dag_runs("nope").to_dict() == {"dag_runs": [], "total_entries": 0}


NOW = datetime.now(timezone.utc)
MOMENT = timedelta(milliseconds=1)


@pytest.mark.parametrize("shape", [lambda moment: moment, lambda moment: moment.isoformat()])
@pytest.mark.parametrize("name", ["execution_date", "start_date", "end_date"])
def test_get_dag_runs_by_time(dag_runs, runs, name, shape):
    run = runs["linear"]
    moment = getattr(run, name)

    def found(**filters: datetime) -> bool:
        kept = dag_runs.get_dag_runs("linear", **{key: shape(value) for key, value in filters.items()})
        return run.dag_run_id in [one.dag_run_id for one in kept.dag_runs]

    assert found(**{f"{name}_gte": moment, f"{name}_lte": moment})
    assert not found(**{f"{name}_gte": moment + MOMENT})
    assert not found(**{f"{name}_lte": moment - MOMENT})


def test_get_dag_runs_by_time_of_change_and_by_state(dag_runs, runs):
    run = runs["failing"]

    def found(**filters: Any) -> bool:
        return run.dag_run_id in [one.dag_run_id for one in dag_runs.get_dag_runs("~", **filters).dag_runs]

    assert found(updated_at_gte=run.start_date)
    assert found(updated_at_lte=datetime.now() + timedelta(days=1))
    assert not found(updated_at_lte=run.start_date - timedelta(days=1))
    assert not found(updated_at_gte=run.end_date + timedelta(days=1))
    assert found(state=["failed"])
    assert found(state=["queued", "failed"], order_by="-start_date")
    assert found(state="failed")
    assert not found(state=["queued", "success"])


def test_get_dag_runs_batch(dag_runs, runs):
    form = ListDagRunsForm(dag_ids=["linear", "failing"], states=["failed"], order_by="-start_date", page_limit=100)
    assert {run.dag_id for run in dag_runs.get_dag_runs_batch(form).dag_runs} == {"failing"}
    run = runs["linear"]
    for name in ("execution_date", "start_date", "end_date"):
        moment = getattr(run, name)
        form = {"dag_ids": ["linear"], f"{name}_gte": moment, f"{name}_lte": moment}
        assert [one.dag_run_id for one in dag_runs.get_dag_runs_batch(form).dag_runs] == [run.dag_run_id]
    everything = dag_runs.get_dag_runs_batch({})
    assert everything.total_entries == dag_runs.get_dag_runs("~").total_entries
    page = dag_runs.get_dag_runs_batch({"page_limit": 1, "page_offset": 1, "order_by": "id"})
    assert page.dag_runs == everything.dag_runs[1:2]


@pytest.mark.parametrize("state", ["success", "failed"])
def test_update_dag_run_state(api, dag_runs, run, state, knows):
    assert dag_runs.update_dag_run_state(DAG_ID, run.dag_run_id, UpdateDagRunState(state=state)).state == state
    assert dag_runs.get_dag_run(DAG_ID, run.dag_run_id).state == state
    tasks = api(TaskInstanceApi).get_task_instances(DAG_ID, run.dag_run_id).task_instances
    assert {task.state for task in tasks} <= (
        {"success"} if state == "success" and not knows("3.0") else {"success", "skipped", None}
    )
    assert dag_runs.update_dag_run_state(DAG_ID, run.dag_run_id, {"state": "queued"}).state == "queued"
    assert dag_runs.get_dag_run(DAG_ID, run.dag_run_id).state == "queued"
    assert api(TaskInstanceApi).get_task_instances(DAG_ID, run.dag_run_id).task_instances == tasks


def test_set_dag_run_note(dag_runs, run):
    for note in ("first", "ü" * 1000, ""):
        noted = (note, note or None)  # Airflow 3 has no empty notes
        assert dag_runs.set_dag_run_note(DAG_ID, run.dag_run_id, SetDagRunNote(note=note)).note in noted
        assert dag_runs.get_dag_run(DAG_ID, run.dag_run_id).note in noted
    with pytest.raises(BadRequestException, match=r"Longer than maximum length 1000|at most 1000 characters"):
        dag_runs.set_dag_run_note(DAG_ID, run.dag_run_id, {"note": "x" * 1001})
    with pytest.raises(ApiValueError, match="SetDagRunNote needs note"):
        dag_runs.set_dag_run_note(DAG_ID, run.dag_run_id, {})


@pytest.mark.parametrize("body", [{}, ClearDagRun(), {"dry_run": True}])
def test_clear_is_a_dry_run_unless_told_otherwise(dag_runs, run, body):
    dag_runs.update_dag_run_state(DAG_ID, run.dag_run_id, {"state": "success"})
    would = dag_runs.clear_dag_run(DAG_ID, run.dag_run_id, body)
    assert {task.task_id for task in would.task_instances} == {"first", "second"}
    assert {task.dag_run_id for task in would.task_instances} == {run.dag_run_id}
    assert {task.execution_date for task in would.task_instances} == {run.logical_date}
    assert would.actual_instance.task_instances == would.task_instances
    assert dag_runs.get_dag_run(DAG_ID, run.dag_run_id).state == "success"


def test_clear(api, dag_runs, run):
    dag_runs.update_dag_run_state(DAG_ID, run.dag_run_id, {"state": "success"})
    cleared = dag_runs.clear_dag_run(DAG_ID, run.dag_run_id, ClearDagRun(dry_run=False))
    assert (cleared.dag_run_id, cleared.state, cleared.task_instances) == (run.dag_run_id, "queued", None)
    assert isinstance(cleared.actual_instance, DAGRun)
    assert dag_runs.get_dag_run(DAG_ID, run.dag_run_id).state == "queued"
    tasks = api(TaskInstanceApi).get_task_instances(DAG_ID, run.dag_run_id).task_instances
    assert [task.state for task in tasks] == [None, None]


def test_get_upstream_dataset_events(dag_runs, runs, knows):
    run = runs["dataset_consumer"]
    assert run.run_type == ("asset_triggered" if knows("3.0") else "dataset_triggered")
    assert run.external_trigger is False
    source = runs["dataset_producer"].dag_run_id
    events = dag_runs.get_upstream_dataset_events("dataset_consumer", run.dag_run_id).dataset_events
    (event,) = [one for one in events if one.source_run_id == source]  # what other tests updated may be there too
    assert event.dataset_uri == "file://localhost/sample/orders.csv"
    assert (event.source_dag_id, event.source_task_id) == ("dataset_producer", "write_orders")
    assert [made.dag_run_id for made in event.created_dagruns] == [run.dag_run_id]
    nothing = dag_runs.get_upstream_dataset_events("linear", runs["linear"].dag_run_id)
    assert (nothing.dataset_events, nothing.total_entries) == ([], 0)


@pytest.mark.parametrize(
    ("call", "kind", "text"),
    [
        (lambda api: api.clear_dag_run("linear", "nope", {}), NotFoundException, "nope"),
        (lambda api: api.delete_dag_run("linear", "nope"), NotFoundException, "nope"),
        (
            lambda api: api.get_dag_run("linear", "no pe%"),
            NotFoundException,
            "DagRun ID: 'no pe%' not found|run_id: `no pe%` was not found",
        ),
        (lambda api: api.get_dag_run("nope", "nope"), NotFoundException, "nope"),
        (lambda api: api.get_dag_runs("linear", order_by="nope"), BadRequestException, "Ordering with 'nope'"),
        (
            lambda api: api.get_dag_runs("linear", start_date_gte="nope"),
            BadRequestException,
            "not a 'date-time'|should be a valid datetime",
        ),
        (lambda api: api.get_dag_runs("linear", limit=-1), BadRequestException, "positive|greater than or equal to 0"),
        (lambda api: api.get_dag_runs_batch({"order_by": "nope"}), BadRequestException, "Ordering with 'nope'"),
        (lambda api: api.get_dag_runs_batch({"page_limit": -1}), BadRequestException, "than the minimum|equal to 0"),
        (lambda api: api.get_upstream_dataset_events("linear", "nope"), NotFoundException, "nope"),
        (lambda api: api.post_dag_run("nope", {}), NotFoundException, "D[aA][gG] with dag_id: 'nope' not found"),
        (
            lambda api: api.post_dag_run("linear", {"data_interval_start": NOW}),
            BadRequestException,
            "data_interval_end|data_interval_start",  # before Airflow 2.9 the server alone sets both
        ),
        (lambda api: api.set_dag_run_note("linear", "nope", {"note": ""}), NotFoundException, "nope"),
        (lambda api: api.update_dag_run_state("linear", "nope", {"state": "failed"}), NotFoundException, "nope"),
        (
            lambda api: api.update_dag_run_state("linear", "nope", {"state": "running"}),
            BadRequestException,
            "not one|should be 'queued', 'success' or 'failed'",
        ),
        (lambda api: api.post_dag_run("linear", {"state": "failed"}), ApiValueError, "state: read-only"),
        (lambda api: api.post_dag_run("linear", {"conf": []}), ApiTypeError, r"DAGRun: Expected `object \| null`"),
        (lambda api: api.update_dag_run_state("linear", "nope", {}), ApiValueError, "UpdateDagRunState needs state"),
    ],
)
def test_what_is_refused(dag_runs, call, kind, text):
    with pytest.raises(kind) as caught:
        call(dag_runs)
    assert re.search(text, str(caught.value))


def test_one_who_may_only_look(airflow, connect, runs):
    dag_runs = connect(airflow.configuration_for("viewer"))(DAGRunApi)
    run_id = runs["linear"].dag_run_id
    assert dag_runs.get_dag_run("linear", run_id).state == "success"
    for change in (
        lambda: dag_runs.post_dag_run("linear", {}),
        lambda: dag_runs.delete_dag_run("linear", run_id),
        lambda: dag_runs.clear_dag_run("linear", run_id, {"dry_run": False}),
        lambda: dag_runs.update_dag_run_state("linear", run_id, {"state": "failed"}),
        lambda: dag_runs.set_dag_run_note("linear", run_id, {"note": "no"}),
    ):
        with pytest.raises(ForbiddenException, match="lacks the permission"):
            change()
    assert dag_runs.get_dag_run("linear", run_id) == runs["linear"]


def test_every_answer_fits_its_model(airflow, runs):
    with ApiClient(airflow.configuration) as client:
        api = DAGRunApi(client)
        assert api.get_dag_runs("~").dag_runs
        for dag_id, run in runs.items():
            api.get_upstream_dataset_events(dag_id, run.dag_run_id)
        assert client.drift == {}
