"""What is asked of Airflow 3 for the operations on task instances that it has in another shape; no server here."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from collections.abc import Iterable
from typing import Any

import pytest

from titanium_airflow_client import (
    ApiClient,
    Configuration,
    NotFoundException,
    TaskInstanceApi,
    TaskStateStoreApi,
    UnsupportedOperation,
    XComApi,
)
from titanium_airflow_client.request import Response, Send

ONE = "/api/v2/dags/d/dagRuns/r/taskInstances/t"


class Played:
    """A transport that answers from a script, and keeps what was asked."""

    def __init__(self, answers: Iterable[Response], release: str) -> None:
        self.answers, self.release = iter(answers), release
        self.asked: list[Any] = []

    def send(self, send: Send) -> Response:
        if send.target.endswith("/version"):
            old = self.release.startswith("2.") and "/v2/" in send.target
            return said({}, 404) if old else said({"version": self.release})
        body = json.loads(send.body) if send.body else None
        self.asked.append((send.method, send.target, body))
        return next(self.answers)

    def close(self) -> None: ...


def said(value: Any, status: int = 200, kind: str = "application/json") -> Response:
    content = value if isinstance(value, bytes) else json.dumps(value).encode()
    return Response(status, "", {"Content-Type": kind}, content)


def playing(*answers: Response, release: str = "3.3.2") -> tuple[ApiClient, list[Any]]:
    played = Played(answers, release)
    configuration = Configuration(host="http://x", access_token="t")
    return ApiClient(configuration, transport=played), played.asked


def page(*tasks: str, total: int | None = None) -> Response:
    found = [{"task_id": task, "dag_id": "d", "dag_run_id": "r", "logical_date": None} for task in tasks]
    return said({"task_instances": found, "total_entries": len(found) if total is None else total})


def test_a_dry_run_has_a_path_of_its_own() -> None:
    client, asked = playing(page("other", "t"))
    found = TaskInstanceApi(client).patch_task_instance("d", "r", "t", {"new_state": "failed"})
    assert asked == [("PATCH", f"{ONE}/dry_run?map_index=-1", {"new_state": "failed"})]
    assert (found.task_id, found.dag_run_id) == ("t", "r")


def test_what_is_so_already_is_no_error() -> None:
    one = {"task_id": "t", "dag_id": "d", "dag_run_id": "r", "logical_date": "2026-01-02T00:00:00Z"}
    client, asked = playing(said({"detail": "Task id t is already in failed state"}, 409), said(one))
    change = {"new_state": "failed", "dry_run": False}
    found = TaskInstanceApi(client).patch_mapped_task_instance("d", "r", "t", 2, change)
    assert asked == [("PATCH", f"{ONE}/2", {"new_state": "failed"}), ("GET", f"{ONE}/2", None)]
    assert found.execution_date == found.logical_date
    assert found.execution_date


def test_one_of_a_mapped_task() -> None:
    client, asked = playing(page("t"))
    TaskInstanceApi(client).patch_task_instance("d", "r", "t", {"new_state": "failed"}, 3, "note, new_state")
    query = "map_index=3&update_mask=note&update_mask=new_state"
    assert asked == [("PATCH", f"{ONE}/dry_run?{query}", {"new_state": "failed"})]


def test_another_error_is_one() -> None:
    client, _ = playing(said({"detail": "no such task"}, 404))
    with pytest.raises(NotFoundException, match="no such task"):
        TaskInstanceApi(client).patch_task_instance("d", "r", "t", {"new_state": "failed"})


def test_notes() -> None:
    client, asked = playing(said({"task_instances": [{"note": "n"}], "total_entries": 1}), said({"note": "3.0.1"}))
    assert TaskInstanceApi(client).set_task_instance_note("d", "r", "t", {"note": "n"}).note == "n"
    assert TaskInstanceApi(client).set_mapped_task_instance_note("d", "r", "t", 1, {"note": "n"}).note == "3.0.1"
    assert asked == [
        ("PATCH", f"{ONE}?map_index=-1&update_mask=note", {"note": "n"}),
        ("PATCH", f"{ONE}/1?update_mask=note", {"note": "n"}),
    ]


def test_a_large_limit_is_asked_for_in_pages() -> None:
    client, asked = playing(page(*"ab", total=3), page("c", total=3))
    found = TaskInstanceApi(client).get_task_instances("d", "r", limit=1000, offset=4, state=["none"])
    assert [one.task_id for one in found.task_instances or []] == ["a", "b"]
    client, asked = playing(page(*"ab" * 50, total=250), page(*"cd" * 50, total=250), page(*"ef" * 25, total=250))
    found = TaskInstanceApi(client).get_task_instances("d", "r", limit=250)
    assert (len(found.task_instances or []), found.total_entries) == (250, 250)
    assert [target.partition("?")[2] for _, target, _ in asked] == [
        "limit=100&offset=0",
        "limit=100&offset=100",
        "limit=50&offset=200",
    ]


def test_a_run_of_any_dag_is_asked_for_with_a_form() -> None:
    client, asked = playing(page("a"))
    TaskInstanceApi(client).get_task_instances("~", "r", state=["none", "failed"], pool="p", duration_gte=1)
    body = {"dag_run_ids": ["r"], "page_limit": 100, "state": [None, "failed"], "pool": ["p"], "duration_gte": 1}
    assert asked == [("POST", "/api/v2/dags/~/dagRuns/~/taskInstances/list", body)]
    with pytest.raises(UnsupportedOperation, match="updated_at_gte: not with dag_id='~'"):
        TaskInstanceApi(client).get_task_instances("~", "r", updated_at_gte="2026-01-02T00:00:00Z")


def test_of_a_run_that_does_not_exist_nothing_is_listed() -> None:
    client, asked = playing(said({"detail": "not found"}, 404), said({"detail": "not found"}, 404))
    assert TaskInstanceApi(client).get_task_instances("d", "r").task_instances == []
    assert TaskInstanceApi(client).get_task_instance_tries("d", "r", "t", limit=1, order_by="x").task_instances == []
    assert asked[1] == ("GET", f"{ONE}/tries", None)


ALL = ["::group::Log message source details", "/a/file", "::endgroup::", "one", "two"]
LINES = b'{"event": "one", "level": "info", "timestamp": "now"}\n{"event": "two"}\n'


@pytest.mark.parametrize(
    ("accept", "text"), [("text/plain", "[now] {?} INFO - one\ntwo\n"), ("application/x-ndjson", None)]
)
def test_a_log_as_text(accept: str, text: str | None) -> None:
    client, asked = playing(said(LINES, kind="application/x-ndjson"))
    log = TaskInstanceApi(client).get_log("d", "r", "t", 1, _headers={"Accept": accept})
    assert log.text == "[now] {?} INFO - one\ntwo\n"
    assert log.end_of_log
    assert (log.content == text) is (text is not None)
    assert asked == [("GET", f"{ONE}/logs/1", None)]


TOKEN = urlsafe_b64encode(b'{"end_of_log":false,"log_pos":1}').decode().rstrip("=") + ".signature"


@pytest.mark.parametrize(
    ("release", "token", "rest"),
    [("3.0.6", TOKEN, ["two"]), ("3.2.2", TOKEN, ["two"]), ("3.3.2", TOKEN, ALL), ("3.2.2", "x.y", ALL)],
)
def test_a_log_goes_on_after_what_was_read(release: str, token: str, rest: list[str]) -> None:
    answer = said({"content": [{"event": event} for event in ALL], "continuation_token": None})
    client, asked = playing(answer, release=release)
    log = TaskInstanceApi(client).get_log("d", "r", "t", 1, token=token)
    assert [message["event"] for message in log.content or [] if isinstance(message, dict)] == rest
    assert ("token" in asked[0][1]) is (rest == ALL)


def test_a_form_in_the_words_of_airflow_3() -> None:
    client, asked = playing(page())
    TaskInstanceApi(client).get_task_instances_batch({"state": ["none"], "execution_date_gte": "2026-01-02T03:04:05Z"})
    body = {"page_limit": 100, "logical_date_gte": "2026-01-02T03:04:05Z", "state": [None]}
    assert asked[0][2] == body


def test_x_coms_are_text_unless_asked_otherwise() -> None:
    client, asked = playing(said({"value": "1"}), said({"value": 1}))
    XComApi(client).get_xcom_entry("d", "r", "t", "k/x")
    XComApi(client).get_xcom_entry("d", "r", "t", "k", stringify=False)
    assert [target for _, target, _ in asked] == [
        f"{ONE}/xcomEntries/k%2Fx?stringify=true",
        f"{ONE}/xcomEntries/k?stringify=false",
    ]


@pytest.mark.parametrize(
    ("release", "call", "name"),
    [
        ("3.0.6", lambda client: TaskInstanceApi(client).get_task_instances("d", "r", map_index=[1]), "map_index"),
        ("3.0.6", lambda client: TaskInstanceApi(client).get_task_instances("d", "r", order_by=["a", "b"]), "order_by"),
        ("3.2.1", lambda client: TaskInstanceApi(client).get_task_instances("d", "r", cursor=""), "cursor"),
        ("2.11.2", lambda client: TaskInstanceApi(client).get_task_instances("d", "r", task_id="t"), "task_id"),
        ("3.1.8", lambda client: XComApi(client).delete_xcom_entry("d", "r", "t", "k"), "delete_xcom_entry"),
        ("2.11.2", lambda client: XComApi(client).get_xcom_entries("d", "r", "t", order_by="key"), "order_by"),
        ("3.2.2", lambda client: TaskStateStoreApi(client).clear_task_state_store("d", "r", "t"), "since Airflow 3.3"),
        ("3.0.6", lambda client: TaskInstanceApi(client).delete_task_instance("d", "r", "t"), "since Airflow 3.1"),
        (
            "3.1.8",
            lambda client: TaskInstanceApi(client).bulk_task_instances(
                "~", "~", {"actions": [{"action": "update", "entities": [{"task_id": "t", "dag_id": "d"}]}]}
            ),
            "dag_id exists since Airflow 3.2",
        ),
    ],
)
def test_what_a_release_does_not_know_is_never_sent(release: str, call: Any, name: str) -> None:
    client, asked = playing(release=release)
    with pytest.raises(UnsupportedOperation, match=name):
        call(client)
    assert asked == []
