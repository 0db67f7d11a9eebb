"""Whatever is given as an argument stays in its place: seen byte by byte in what arrives at the server."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest

from tests.scripted import Scripted, answer
from titanium_airflow_client import Configuration, DAGApi, DAGRunApi, OpenApiException, VariableApi

NASTY = [
    "a\r\nX-Injected: yes",
    "a\nX-Injected: yes",
    "a\rX-Injected: yes",
    "a HTTP/1.1\r\nHost: elsewhere\r\n\r\nGET /admin",
    "a\0b",
    "\x7f\x1b[2J",
    "..",
    ".",
    "../../admin",
    "a/../../admin",
    "..\\admin",
    "%2e%2e/admin",
    "%0d%0aX-Injected: yes",
    "//elsewhere/",
    "/",
    "a?admin=1",
    "a#admin",
    "a;admin=1",
    "a&limit=1",
    "a b\tc",
    "@elsewhere",
    "http://elsewhere/",
    "\u2028a\u2029\x85",
    "\u560d\u560aX-Injected:\u560dyes",  # their low bytes are a line break
    "\uff0e\uff0e\uff0fadmin",  # full-width ../
    "\ud800",
    "{dag_id}{__class__}",
    "%s%n",
    "\u202eevil",
]


class Bytes(Scripted):
    """A server that keeps the bytes of each request's head."""

    def __enter__(self) -> Bytes:
        super().__enter__()
        self.heads: list[bytes] = []
        return self

    def read_head(self, reader: Any) -> Any:
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            line = reader.readline()
            if not line:
                return None
            head += line
        self.heads.append(head)
        return super().read_head(Lines(head))


class Lines:
    def __init__(self, head: bytes) -> None:
        self.lines = head.splitlines(keepends=True)

    def readline(self) -> bytes:
        return self.lines.pop(0)


@pytest.fixture
def server():
    with Bytes(script=[answer({"dag_id": "x", "dags": [], "dag_runs": [], "total_entries": 0})]) as server:
        yield server


Call = Callable[[Any, str], Any]
PATHS: dict[str, Call] = {
    "dag_id": lambda api, value: api(DAGApi).get_dag(value),
    "task_id": lambda api, value: api(DAGApi).get_task("d", value),
    "variable_key": lambda api, value: api(VariableApi).get_variable(value),
    "dag_run_id": lambda api, value: api(DAGRunApi).delete_dag_run("d", value),
}
QUERIES: dict[str, Call] = {
    "text": lambda api, value: api(DAGApi).get_dags(dag_id_pattern=value),
    "list": lambda api, value: api(DAGApi).get_dags(tags=[value, value]),
    "order_by": lambda api, value: api(DAGApi).get_dags(order_by=value),
    "date": lambda api, value: api(DAGRunApi).get_dag_runs("d", execution_date_gte=value),
    "update_mask": lambda api, value: api(DAGApi).patch_dag("d", {"is_paused": True}, update_mask=[value]),
}
REQUEST = rb"[A-Z]+ (/[!-~]*) HTTP/1\.1\r\n"
HEADERS = {b"host", b"accept", b"accept-encoding", b"user-agent", b"authorization", b"content-length", b"content-type"}


def head_of(server: Bytes) -> tuple[bytes, dict[bytes, bytes]]:
    """Target and headers of the only request, each line of which is whole."""
    (head,) = server.heads
    first = re.match(REQUEST, head)
    assert first, head
    lines = head[first.end() : -4].split(b"\r\n")
    assert all(re.fullmatch(rb"[!#-'*+.^_`|~0-9A-Za-z-]+: [ -~]*", line) for line in lines), lines
    names = {line.partition(b":")[0].lower(): line.partition(b": ")[2] for line in lines}
    assert len(names) == len(lines)
    return first[1], names


@pytest.mark.parametrize("value", NASTY, ids=ascii)
@pytest.mark.parametrize("name", PATHS)
def test_an_id_is_one_segment_of_a_path(connect, server, name: str, value: str) -> None:
    api = connect(Configuration(server.url, username="me", password="x", retries=0))
    try:
        PATHS[name](api, value)
    except OpenApiException:
        if not server.heads:  # refused before anything was sent
            return
    target, names = head_of(server)
    assert set(names) <= HEADERS
    path = target.decode()
    assert "?" not in path
    assert "#" not in path
    begin = {"dag_id": "/dags/", "task_id": "/dags/d/tasks/", "variable_key": "/variables/"}
    prefix = "/api/v1" + begin.get(name, "/dags/d/dagRuns/")
    assert path.startswith(prefix)
    segment = path.removeprefix(prefix)
    assert "/" not in segment
    assert segment not in (".", "..", "")
    assert unquote_to_bytes(segment) == value.encode("utf-8", "surrogatepass")


@pytest.mark.parametrize("value", NASTY, ids=ascii)
@pytest.mark.parametrize("name", QUERIES)
def test_a_parameter_is_one_value_of_a_query(connect, server, name: str, value: str) -> None:
    api = connect(Configuration(server.url, username="me", password="x", retries=0))
    try:
        QUERIES[name](api, value)
    except OpenApiException:
        if not server.heads:
            return
    target, names = head_of(server)
    assert set(names) <= HEADERS
    path, _, query = target.partition(b"?")
    assert path in (b"/api/v1/dags", b"/api/v1/dags/d", b"/api/v1/dags/d/dagRuns")
    assert b"#" not in query
    given = [pair.partition(b"=")[2] for pair in query.split(b"&")]
    assert len(given) == (2 if name == "list" else 1)
    wanted = value.strip() if name == "update_mask" else value
    assert {unquote_to_bytes(each) for each in given} == {wanted.encode("utf-8", "surrogatepass")}


PLACES: dict[str, Callable[[Any, str, str], Any]] = {
    "_headers": lambda connect, url, value: connect(Configuration(url))(DAGApi).get_dag(
        "x", _headers={"X-Mine": value}
    ),
    "name of a header": lambda connect, url, value: connect(Configuration(url))(DAGApi).get_dag(
        "x", _headers={value: "x"}
    ),
    "default header": lambda connect, url, value: connect(Configuration(url), header_name="X-Mine", header_value=value)(
        DAGApi
    ).get_dag("x"),
    "cookie": lambda connect, url, value: connect(Configuration(url), cookie=value)(DAGApi).get_dag("x"),
    "access_token": lambda connect, url, value: connect(Configuration(url, access_token=value))(DAGApi).get_dag("x"),
    "username": lambda connect, url, value: connect(Configuration(url, username=value, password="x"))(DAGApi).get_dag(
        "x"
    ),
    "password": lambda connect, url, value: connect(Configuration(url, username="x", password=value))(DAGApi).get_dag(
        "x"
    ),
    "api_key": lambda connect, url, value: connect(Configuration(url, api_key={"X-Mine": value}))(DAGApi).get_dag("x"),
    "_content_type": lambda connect, url, value: connect(Configuration(url))(DAGApi).patch_dag(
        "x", {"is_paused": True}, _content_type=value
    ),
    "_request_auth": lambda connect, url, value: connect(Configuration(url))(DAGApi).get_dag(
        "x", _request_auth={"in": "header", "key": "X-Mine", "value": value}
    ),
    "name of _request_auth": lambda connect, url, value: connect(Configuration(url))(DAGApi).get_dag(
        "x", _request_auth={"in": "header", "key": value, "value": "x"}
    ),
}


@pytest.mark.parametrize("value", [each for each in NASTY if not each.isprintable() or not each.isascii()], ids=ascii)
@pytest.mark.parametrize("place", PLACES)
def test_a_header_is_one_line(connect, server, place: str, value: str) -> None:
    try:
        PLACES[place](connect, server.url, value)
    except OpenApiException as error:
        assert not server.heads or "hint" in vars(error)
        assert not server.heads
        return
    _, names = head_of(server)
    assert set(names) <= {*HEADERS, b"x-mine", b"cookie"}


@pytest.mark.parametrize("value", ["a b", "a:b", "", "a(b)"])
def test_the_name_of_a_header_is_one(connect, server, value: str) -> None:
    with pytest.raises(OpenApiException):
        PLACES["name of a header"](connect, server.url, value)
    assert server.heads == []


def test_the_address_itself(connect, server) -> None:
    for host in (
        "http://127.0.0.1\r\nX-Injected: yes",
        "http://a b/",
        "http://host\0/",
        "file:///etc/passwd",
        "http://",
    ):
        with pytest.raises(OpenApiException):
            connect(Configuration(host, retries=0, timeout=1))(DAGApi).get_dag("x")
