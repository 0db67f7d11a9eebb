"""A call ends in time and takes no more memory than it may, whatever the server does, in both colours."""

from __future__ import annotations

import gzip
import json
import time

import pytest

from tests.scripted import Scripted, answer, raw, silence
from titanium_airflow_client import (
    ApiTimeoutError,
    ApiTypeError,
    Configuration,
    DAGApi,
    DAGRunApi,
    Retry,
    ServiceException,
    UnexpectedAnswer,
)

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
SOON = Retry(backoff=0.01)


def drip(data: bytes, times: int = 1000):
    """The same bytes again and again: each piece comes in time, their end never does."""

    def step(connection) -> bool:
        for _ in range(times):
            connection.sendall(data)
            time.sleep(0.02)
        return False

    return step


def after(head: bytes, step):
    def both(connection) -> bool:
        connection.sendall(head)
        return step(connection)

    return both


@pytest.fixture
def server():
    with Scripted() as server:
        yield server


@pytest.fixture
def dags(connect, server):
    return connect(Configuration(server.url, retries=SOON))(DAGApi)


@pytest.mark.parametrize(
    "step",
    [
        silence(30),
        drip(b"HTTP/1.1 100 Continue\r\n\r\n"),
        after(b"HTTP/1.1 200 OK\r\n", drip(b"X-More: of them\r\n", 80)),
        after(HEAD + b"Content-Length: 100000\r\n\r\n", drip(b" ")),
        after(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", drip(b"1\r\n \r\n")),
        after(HEAD + b"\r\n", drip(b" ")),
    ],
    ids=["silence", "continue", "headers", "content", "chunks", "until the end"],
)
def test_the_deadline_ends_a_call(dags, server, step):
    server.script = [step]
    with pytest.raises(ApiTimeoutError, match=r"within its deadline of 0\.3 seconds") as late:
        dags.get_dag("x", _deadline=0.3)
    assert late.value.call == f"get_dag: GET {server.url}/dags/x"
    assert len(server.asked) == 1


def test_the_deadline_covers_repetitions_and_pauses(dags, server):
    server.script = [answer({}, 503, Retry_After="0.2")]
    with pytest.raises(ServiceException):
        dags.get_dag("x", _deadline=0.5)
    assert 2 <= len(server.asked) <= 3
    server.asked.clear()
    with pytest.raises(ServiceException):
        dags.get_dag("x", _retries=Retry(total=50, deadline=0.5))
    assert 2 <= len(server.asked) <= 3


def test_the_deadline_covers_the_login_and_those_who_wait_for_it(connect, server):
    server.script = [answer({"version": "3.1.8"}), silence(30)]
    dags = connect(Configuration(server.url.replace("v1", "v2"), username="me", password="secret"))(DAGApi)
    with pytest.raises(ApiTimeoutError, match=r"deadline of 0\.3 seconds"):
        dags.get_dag("x", _deadline=0.3)
    assert [asked.target for asked in server.asked] == ["/api/v2/version", "/auth/token"]


def test_what_is_streamed_takes_its_time(connect, server):
    def slowly(connection) -> bool:
        for _ in range(5):
            connection.sendall(b" ")
            time.sleep(0.1)
        connection.sendall(b"{}")
        return False

    server.script = [after(HEAD + b"Content-Length: 7\r\n\r\n", slowly)]
    dags = connect(Configuration(server.url))(DAGApi)
    response = dags.get_dag_without_preload_content("x", _deadline=0.3)
    assert dags.wait(response.read()) == b"     {}"


def test_retries_of_one_call(dags, server):
    server.script = [answer({}, 503)]
    with pytest.raises(ServiceException):
        dags.get_dag("x", _retries=0)
    assert len(server.asked) == 1
    with pytest.raises(ServiceException):
        dags.get_dag("x", _retries=Retry(total=4, backoff=0.001))
    assert len(server.asked) == 1 + 5


@pytest.mark.parametrize("wrong", [0, -1, True, "soon"])
def test_a_deadline_that_is_none(dags, server, wrong):
    with pytest.raises(ApiTypeError, match="_deadline must be seconds above 0"):
        dags.get_dag("x", _deadline=wrong)
    with pytest.raises(ApiTypeError, match="retries must be"):
        dags.get_dag("x", _retries="many")
    assert server.asked == []


@pytest.mark.parametrize(
    ("broken", "problem"),
    [
        (answer(b'{"dag_id": "x", "is_pau'), "invalid JSON"),
        (raw(HEAD + b'\r\n{"dag_id":'), "invalid JSON"),
        (answer(b"<title>Down for lunch</title>", content_type="text/html"), "Down for lunch"),
        (answer(b""), "the answer is empty"),
    ],
    ids=["half", "half, until the end", "page", "nothing"],
)
def test_half_an_answer_is_asked_for_again_where_that_is_safe(dags, server, broken, problem):
    server.script = [broken, answer({"dag_id": "x"})]
    assert dags.get_dag("x").dag_id == "x"
    assert len(server.asked) == 2
    server.script = [broken]
    with pytest.raises(UnexpectedAnswer, match=problem):
        dags.get_dag("x")
    assert len(server.asked) == 2 + 4
    with pytest.raises(UnexpectedAnswer, match=problem):
        dags.patch_dag("x", {"is_paused": True})
    assert len(server.asked) == 6 + 1


BOMB = gzip.compress(json.dumps({"dag_id": "x", "description": "x" * 10_000_000}).encode())


@pytest.mark.parametrize(
    "step",
    [
        answer({"dag_id": "x", "description": "x" * 100_000}),
        raw(HEAD + b"\r\n" + b" " * 100_000),
        raw(HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + (b"2000\r\n" + b" " * 0x2000 + b"\r\n") * 40),
        answer(BOMB, Content_Encoding="gzip"),
    ],
    ids=["told", "until the end", "chunks", "bomb"],
)
def test_an_answer_may_be_only_so_long(connect, server, step):
    server.script = [step]
    dags = connect(Configuration(server.url, retries=SOON, max_response_size=65536))(DAGApi)
    with pytest.raises(UnexpectedAnswer, match="longer than 65536 bytes") as large:
        dags.get_dag("x")
    assert (large.value.status, len(server.asked)) == (200, 1)
    assert "max_response_size" in str(large.value)


def test_an_answer_that_is_not_too_long(connect, server):
    server.script = [answer(BOMB, Content_Encoding="gzip")]
    assert len(connect(Configuration(server.url))(DAGApi).get_dag("x").description) == 10_000_000


def test_a_list_that_is_asked_for_by_post_is_read_again(connect, server):
    server.script = [answer({}, 503), answer(b'{"dag_ru'), answer({"dag_runs": [], "total_entries": 0})]
    runs = connect(Configuration(server.url, retries=SOON))(DAGRunApi)
    assert runs.get_dag_runs_batch({"dag_ids": ["x"]}).total_entries == 0
    assert len(server.asked) == 3
