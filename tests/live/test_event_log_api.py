"""The operations of EventLogApi against a real Airflow."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from titanium_airflow_client import (
    ApiClient,
    BadRequestException,
    DAGRunApi,
    EventLogApi,
    ForbiddenException,
    NotFoundException,
    ServiceException,
)

DAG_ID = "disposable_26"


@pytest.fixture
def events(api: Any) -> Any:
    return api(EventLogApi)


@pytest.fixture(scope="module")
def run_id(airflow: Any) -> str:
    """A run to which two things were done."""
    with ApiClient(airflow.configuration) as client:
        api = DAGRunApi(client)
        run_id = api.post_dag_run(DAG_ID, {}).dag_run_id or ""
        api.update_dag_run_state(DAG_ID, run_id, {"state": "failed"})
        api.set_dag_run_note(DAG_ID, run_id, {"note": "why"})
        return run_id


def test_get_event_logs(events, run_id, knows, lacks):
    if lacks("2.9", lambda: events.get_event_logs(run_id=run_id)):
        (last,) = events.get_event_logs(order_by="-when", limit=1).event_logs
        assert events.get_event_log(last.event_log_id) == last
        return
    page = events.get_event_logs(dag_id=DAG_ID, run_id=run_id)
    assert page.total_entries == len(page.event_logs) == (3 if knows("3.0") else 2)
    *_, state, note = page.event_logs
    assert (state.dag_id, state.run_id, state.owner) == (DAG_ID, run_id, "admin")
    names = ("patch_dag_run", "patch_dag_run") if knows("3.0") else ("update_dag_run_state", "set_dag_run_note")
    assert (names[0] in state.event, names[1] in note.event) == (True, True)
    assert events.get_event_log(state.event_log_id) == state
    backwards = events.get_event_logs(dag_id=DAG_ID, run_id=run_id, order_by="-when")
    assert backwards.event_logs == page.event_logs[::-1]
    assert events.get_event_logs(dag_id=DAG_ID, run_id=run_id, limit=1, offset=1).event_logs == page.event_logs[1:2]


def logs_no_tasks(knows: Any) -> bool:
    """Whether the event log has nothing of what schedulers and workers do: so it is in Airflow 3.0 and 3.1."""
    return bool(knows("3.0")) and not knows("3.2")


def test_filters(events, run_id, runs, knows, lacks):
    if lacks("2.8", lambda: events.get_event_logs(dag_id=DAG_ID)):
        return
    if lacks("2.9", lambda: events.get_event_logs(run_id=run_id)):
        assert {one.dag_id for one in events.get_event_logs(dag_id=DAG_ID, owner="admin").event_logs} == {DAG_ID}
        assert events.get_event_logs(dag_id=DAG_ID, owner="nobody").event_logs == []
        return
    everything = events.get_event_logs(dag_id=DAG_ID, run_id=run_id).event_logs
    first, second = everything[:2]

    def found(**filters: Any) -> list[Any]:
        return events.get_event_logs(dag_id=DAG_ID, run_id=run_id, **filters).event_logs

    assert first.event != second.event
    assert found(event=first.event) == [first]
    assert found(owner="admin", included_events=[first.event, second.event]) == everything
    assert found(included_events=f"{second.event},nope") == everything[1:]
    assert found(excluded_events=[second.event, "nope"]) == [first]
    assert found(owner="nobody") == []
    assert found(task_id="first") == []
    assert found(after=first.when, before=second.when + timedelta(milliseconds=1)) == [second]
    assert found(before=second.when.isoformat()) == [first]
    assert found(before=second.when.replace(tzinfo=None).isoformat(), after="2024-01-01") == [first]
    linear = events.get_event_logs(dag_id="linear", task_id="load", run_id=runs["linear"].dag_run_id)
    if not logs_no_tasks(knows):
        assert {"running", "success"} <= {one.event for one in linear.event_logs}


def test_filters_of_2_10(events, runs, knows):
    where = {"dag_id": "mapped", "task_id": "square", "run_id": runs["mapped"].dag_run_id}
    if not knows("2.10"):
        for name in ("map_index", "try_number"):
            with pytest.raises(BadRequestException, match=name):
                events.get_event_logs(**where, **{name: 1})
        return
    there = set() if logs_no_tasks(knows) else {1}
    assert {one.map_index for one in events.get_event_logs(**where, map_index=1).event_logs} == there
    assert {one.try_number for one in events.get_event_logs(**where, try_number=1).event_logs} == there
    assert events.get_event_logs(**where, try_number=2).event_logs == []


@pytest.mark.parametrize(
    ("call", "kind", "text"),
    [
        (
            lambda api: api.get_event_log(10**9),
            NotFoundException,
            "Event Log (with id: `1000000000` )?not found",
        ),
        (lambda api: api.get_event_logs(order_by="nope"), BadRequestException, "Ordering with 'nope'"),
        (lambda api: api.get_event_logs(limit=-1), BadRequestException, "positive|greater than or equal to 0"),
    ],
)
def test_what_is_refused(events, call, kind, text):
    with pytest.raises(kind) as caught:
        call(events)
    assert re.search(text, str(caught.value))


def test_one_who_may_nothing(airflow, connect):
    events = connect(airflow.configuration_for("nobody"))(EventLogApi)
    for look in (lambda: events.get_event_logs(), lambda: events.get_event_log(1)):
        with pytest.raises((ForbiddenException, ServiceException)):  # the latter where there is no such role
            look()


def test_every_answer_fits_its_model(airflow, runs):
    with ApiClient(airflow.configuration) as client:
        assert EventLogApi(client).get_event_logs().event_logs
        assert client.drift == {}
