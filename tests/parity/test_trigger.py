"""Triggering exactly once, whatever becomes of the answers: how often a POST arrived, and what the caller is told."""

from __future__ import annotations

import json
import pickle
import re
from collections.abc import Callable
from datetime import datetime, timezone
from typing import Any

import pytest

from tests.scripted import Scripted, answer, raw, reset
from titanium_airflow_client import (
    ApiConnectionError,
    ApiValueError,
    BadRequestException,
    Configuration,
    ConflictException,
    DAGRun,
    DAGRunApi,
    DAGRunDiffers,
    NotFoundException,
    Retry,
    ServiceException,
    UnexpectedAnswer,
)
from titanium_airflow_client.dialect.recipes import trigger
from titanium_airflow_client.runs.run_identity import run_id_of_key

PROBLEM = "application/problem+json"
CONFLICT = answer({"title": "Conflict", "detail": "already exists", "status": 409}, 409, PROBLEM)
MISSING = answer({"title": "DAGRun not found", "status": 404}, 404, PROBLEM)
DAY = "2024-02-29T12:00:00+00:00"


class Runs:
    """As much of Airflow as triggers and looks at runs; `faults` are of one POST each, `blind` of one GET each."""

    def __init__(self, server: Scripted) -> None:
        self.server, self.runs, self.posts, self.asked = server, {}, [], []
        self.faults: list[Callable[[Runs, dict[str, Any]], Any]] = []
        self.blind: list[Any] = []
        server.script = [self.reply]

    def reply(self, connection: Any) -> bool:
        asked = self.server.current.asked
        if asked.target.endswith("/version"):
            return (answer({"version": "2.11.2"}) if "/v1/" in asked.target else MISSING)(connection)
        self.asked.append(asked.method)
        if asked.method == "GET":
            if self.blind:
                return self.blind.pop(0)(connection)
            run = self.runs.get(asked.target.rpartition("/")[2].replace("%3A", ":").replace("%2B", "+"))
            return (answer(run) if run else MISSING)(connection)
        wanted = json.loads(asked.body)
        self.posts.append(wanted)
        step = self.faults.pop(0)(self, wanted) if self.faults else self.make(wanted)
        return step(connection)

    def make(self, wanted: dict[str, Any]) -> Any:
        """What Airflow does: one run of an ID, one of a date."""
        run_id, day = wanted["dag_run_id"], wanted.get("logical_date")
        if run_id in self.runs or (day and day in [run["logical_date"] for run in self.runs.values()]):
            return CONFLICT
        self.runs[run_id] = {"conf": {}, "logical_date": DAY, "state": "queued", "dag_id": "d", **wanted}
        return answer(self.runs[run_id])


def never_arrived(runs, wanted):
    return reset


def lost(runs, wanted):
    runs.make(wanted)
    return reset


def cut_short(runs, wanted):
    runs.make(wanted)
    return raw(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{")


def half_a_document(runs, wanted):
    runs.make(wanted)
    return answer(b'{"dag_run_id": "')


def gateway(status, made):
    def fault(runs, wanted):
        if made:
            runs.make(wanted)
        return answer(b"<h1>Bad Gateway</h1>", status, "text/html")

    return fault


def said(status):
    return lambda runs, wanted: answer({"title": "no", "status": status}, status, PROBLEM)


def somebody_else_first(runs, wanted):
    runs.make(wanted)
    return runs.make(wanted)


FAULTS = {
    "none": [],
    "never arrived": [never_arrived],
    "never arrived, three times": [never_arrived] * 3,
    "made, answer lost": [lost],
    "made, answer cut short": [cut_short],
    "made, half a document": [half_a_document],
    "made, 500": [gateway(500, True)],
    "made, 502": [gateway(502, True)],
    "made, 504": [gateway(504, True)],
    "not made, 503": [gateway(503, False)],
    "never arrived, then lost": [never_arrived, lost],
    "not made, 502, then 504 after it was made": [gateway(502, False), gateway(504, True)],
}
POSTS = {"never arrived": 2, "never arrived, three times": 4, "not made, 503": 2, "never arrived, then lost": 2}
POSTS["not made, 502, then 504 after it was made"] = 2


@pytest.fixture
def runs():
    with Scripted() as server:
        yield Runs(server)


@pytest.fixture
def api(connect, runs):
    return connect(Configuration(runs.server.url, retries=Retry(backoff=0.01)))(DAGRunApi)


@pytest.mark.parametrize("how", [{}, {"idempotency_key": "order-1"}, {"dag_run_id": "mine"}], ids=["new", "key", "ID"])
@pytest.mark.parametrize("fault", FAULTS)
def test_a_run_is_made_once(fault, how, api, runs):
    runs.faults = [*FAULTS[fault]]
    triggered = api.trigger("d", {"n": 1}, note="why", **how)
    assert triggered.created
    assert [*runs.runs] == [triggered.run.dag_run_id] == [triggered.dag_run_id]
    assert triggered.run.conf == {"n": 1}
    assert len(runs.posts) == POSTS.get(fault, 1)
    assert all(post == runs.posts[0] for post in runs.posts)
    assert runs.posts[0]["note"] == "why"


@pytest.mark.parametrize("fault", FAULTS)
def test_the_operation_too_when_the_caller_names_the_run(fault, api, runs):
    runs.faults = [*FAULTS[fault]]
    assert api.post_dag_run("d", {"dag_run_id": "mine", "conf": {"n": 1}}).conf == {"n": 1}
    assert [*runs.runs] == ["mine"]
    assert len(runs.posts) == POSTS.get(fault, 1)


@pytest.mark.parametrize("fault", [never_arrived, lost, gateway(502, True), half_a_document])
def test_without_a_name_the_operation_is_sent_once(fault, api, runs):
    runs.make = lambda wanted: answer({})
    runs.faults = [fault]
    with pytest.raises((ApiConnectionError, ServiceException, UnexpectedAnswer)):
        api.post_dag_run("d", {"conf": {"n": 1}})
    assert runs.asked == ["POST"]


def test_all_forms_of_the_operation_survive(api, runs):
    runs.faults = [lost]
    info = api.post_dag_run_with_http_info("d", DAGRun(dag_run_id="one"))
    assert (info.status_code, info.data.dag_run_id) == (200, "one")
    runs.faults = [gateway(502, True)]
    response = api.post_dag_run_without_preload_content("d", DAGRun(dag_run_id="two"))
    content = api.wait(response.read())
    assert (response.status, json.loads(content)["dag_run_id"]) == (200, "two")
    assert len(runs.posts) == 2


def test_a_new_run_has_an_id_that_no_other_has(api, runs):
    ids = {api.trigger("d").dag_run_id for _ in range(5)}
    assert len(ids) == 5
    for run_id in ids:
        assert re.fullmatch(r"manual__\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}\+00:00_[0-9a-f]{8}", run_id)
    assert runs.asked == ["POST"] * 5  # nobody looks for what cannot be there


def test_the_same_key_again_is_the_same_run(api, runs):
    day = datetime(2024, 2, 29, 12, tzinfo=timezone.utc)
    first = api.trigger("d", {"n": 1, "when": day}, idempotency_key="order-1")
    runs.runs["once__order-1"] |= {"state": "success", "note": "another note"}  # it is tomorrow
    again = api.trigger("d", {"n": 1, "when": day}, idempotency_key="order-1", note="why")
    assert (first.created, again.created) == (True, False)
    assert (again.dag_run_id, again.run.state) == ("once__order-1", "success")
    assert len(runs.posts) == 1


def test_somebody_with_the_same_key_is_quicker(api, runs):
    runs.faults = [somebody_else_first]
    triggered = api.trigger("d", {"n": 1}, idempotency_key="order-1")
    assert (triggered.created, triggered.dag_run_id) == (False, "once__order-1")
    assert len(runs.posts) == 1


@pytest.mark.parametrize(
    ("then", "what"),
    [
        ({"conf": {"n": 2, "secret": "planted"}}, ["conf['n']", "conf['secret']"]),
        ({}, ["conf['n']"]),
        ({"conf": {"n": 1}, "logical_date": datetime(2024, 3, 1)}, ["logical_date"]),
    ],
)
def test_the_same_key_for_something_else_is_an_error(then, what, api, runs):
    api.trigger("d", {"n": 1}, idempotency_key="order-1")
    with pytest.raises(DAGRunDiffers, match="once__order-1") as caught:
        api.trigger("d", idempotency_key="order-1", **then)
    assert len(runs.posts) == 1
    error = pickle.loads(pickle.dumps(caught.value))
    assert (error.status, error.run.conf, error.differences) == (409, {"n": 1}, what)
    assert isinstance(error, ConflictException)
    assert "planted" not in str(error) + repr(error)


def test_somebody_with_the_same_key_and_another_conf_is_quicker(api, runs):
    runs.faults = [lambda runs, wanted: (runs.make({**wanted, "conf": {"n": 2}}), runs.make(wanted))[1]]
    with pytest.raises(DAGRunDiffers):
        api.trigger("d", {"n": 1}, idempotency_key="order-1")
    runs.faults = [lambda runs, wanted: (runs.make({**wanted, "conf": {"n": 2}}), reset)[1]]
    with pytest.raises(ApiConnectionError):  # the operation does not take another's run for its own
        api.post_dag_run("d", {"dag_run_id": "mine", "conf": {"n": 1}})
    assert len(runs.posts) == 2


def test_a_date_that_another_run_has(api, runs):
    day = datetime(2024, 3, 1, tzinfo=timezone.utc)
    api.trigger("d", logical_date=day)
    with pytest.raises(ConflictException) as caught:
        api.trigger("d", logical_date=day)
    assert not isinstance(caught.value, DAGRunDiffers)
    assert len(runs.posts) == 2


@pytest.mark.parametrize(("status", "kind"), [(400, BadRequestException), (404, NotFoundException)])
def test_a_refusal_is_not_asked_about(status, kind, api, runs):
    runs.faults = [said(status)]
    with pytest.raises(kind):
        api.trigger("d")
    assert runs.asked == ["POST"]


def test_a_failure_of_airflow_itself_is_looked_after_and_not_repeated(api, runs):
    runs.faults = [said(500)]
    with pytest.raises(ServiceException) as caught:
        api.trigger("d")
    assert caught.value.call.startswith("post_dag_run: POST ")
    assert runs.asked == ["POST", "GET"]


def test_a_server_that_is_restarted_after_the_run_was_made(api, runs):
    busy = answer(b"<h1>Bad Gateway</h1>", 502, "text/html")
    runs.faults, runs.blind = [lost], [*[reset] * 9, *[busy] * 9]
    assert api.trigger("d", {"n": 1}).created
    assert runs.blind == []
    assert len(runs.posts) == 1


def test_what_stays_unknown_is_not_sent_again(api, runs, monkeypatch):
    monkeypatch.setattr(trigger, "PATIENCE", 0.1)
    runs.faults, runs.blind = [lost], [MISSING, *[reset] * 10_000]
    with pytest.raises(ApiConnectionError, match="whether the run 'once__a' was made is not known") as caught:
        api.trigger("d", {"n": 1}, idempotency_key="a")
    assert caught.value.sent
    assert len(runs.posts) == 1
    runs.blind = []
    assert not api.trigger("d", {"n": 1}, idempotency_key="a").created  # safe to call again
    assert len(runs.posts) == 1


def test_a_gateway_that_stays_in_the_way(api, runs):
    runs.faults = [gateway(502, False)] * 9
    with pytest.raises(ServiceException) as caught:
        api.trigger("d")
    assert runs.asked == ["POST", "GET"] * 4
    assert f"dag_run_id={runs.posts[0]['dag_run_id']!r} is safe" in caught.value.hint


def test_an_answer_that_is_too_long(connect, runs):
    api = connect(Configuration(runs.server.url, max_response_size=10_000))(DAGRunApi)
    runs.faults = [lambda runs, wanted: (runs.make(wanted), answer({"note": "x" * 20_000}))[1]]
    assert api.trigger("d").created
    assert runs.asked == ["POST", "GET"]


def test_it_gives_up_after_as_many_tries_as_retries_say(connect, runs):
    api = connect(Configuration(runs.server.url, retries=Retry(total=1, backoff=0.01)))(DAGRunApi)
    runs.faults = [never_arrived] * 5
    with pytest.raises(ApiConnectionError):
        api.trigger("d")
    assert len(runs.posts) == 2
    with pytest.raises(ApiConnectionError):
        api.trigger("d", _retries=0)
    assert len(runs.posts) == 3


def test_nobody_there_is_no_lost_answer(connect):
    with Scripted() as server:
        configuration = Configuration(server.url, retries=0)
    with pytest.raises(ApiConnectionError, match="cannot connect") as caught:
        connect(configuration)(DAGRunApi).trigger("d")
    assert not caught.value.sent


def test_a_key_and_an_id(api, runs):
    with pytest.raises(ApiValueError, match="idempotency_key"):
        api.trigger("d", idempotency_key="a", dag_run_id="b")
    with pytest.raises(ApiValueError, match="must not be empty"):
        api.trigger("d", idempotency_key=" ")
    assert runs.asked == []


def test_the_id_of_a_key():
    assert run_id_of_key("order-4711") == "once__order-4711"
    odd = ["orders/47 11", "orders-47-11", "orders/47/11", "ü" * 300, "ü" * 301, "x" * 201, "x" * 202, "\ud800"]
    ids = [run_id_of_key(key) for key in odd]
    assert ids[0] == "once__orders-47-11__1f5600e92ec50a5d"
    assert len({*ids}) == len(odd)
    for run_id in ids:
        assert re.fullmatch(r"[A-Za-z0-9_.~:+-]{1,250}", run_id)  # the default of [scheduler] allowed_run_id_pattern
