"""Triggering exactly once, what keeps a run from starting, and waiting for its end: against a real Airflow."""

from __future__ import annotations

import random
import socket
import threading
import time
from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from titanium_airflow_client import (
    BadRequestException,
    Configuration,
    ConflictException,
    DAGApi,
    DAGRunApi,
    DAGRunDiffers,
    DAGRunFailed,
    DAGRunTimeout,
    NotFoundException,
    PoolApi,
    PreflightFailed,
    Retry,
    ServiceException,
)

PAUSED, ANOTHER = "disposable_25", "disposable_26"
REFUSED = (BadRequestException, ServiceException)
"""How a run whose parameters do not fit is refused; Airflow 2.6 to 2.8 fail."""


@pytest.fixture
def dag_runs(api: Any) -> Any:
    return api(DAGRunApi)


@pytest.fixture
def key() -> str:
    return f"the key/{random.randrange(10**12)}"


class Proxy:
    """What stands between a client and a real server, and loses the answers to POSTs that it is told to lose."""

    def __init__(self, url: str) -> None:
        host, _, port = url.removeprefix("http://").partition("/")[0].rpartition(":")
        self.server = (host, int(port))
        self.lose: list[str] = []
        """Of each POST to come: `request`, `answer`, `gateway` for an answer of its own, `restart` to be away then."""
        self.away = 0.0
        self.posts = 0
        self.listener = socket.create_server(("127.0.0.1", 0))
        threading.Thread(target=self.listen, daemon=True).start()

    @property
    def host(self) -> str:
        return f"http://127.0.0.1:{self.listener.getsockname()[1]}"

    def listen(self) -> None:
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(client,), daemon=True).start()

    def serve(self, client: socket.socket) -> None:
        """One exchange to a connection."""
        with client, client.makefile("rb") as reader:
            head, length = [], 0
            while (line := reader.readline()) not in (b"\r\n", b""):
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
                if name.lower() != b"connection":
                    head.append(line)
            if not head or time.monotonic() < self.away:
                return
            body = reader.read(length)
            fault = ""
            if head[0].startswith(b"POST") and b"dagRuns" in head[0]:
                self.posts += 1
                fault = self.lose.pop(0) if self.lose else ""
            if fault == "request":
                return
            with socket.create_connection(self.server) as server:
                server.sendall(b"".join([*head, b"Connection: close\r\n\r\n", body]))
                answer = b"".join(iter(lambda: server.recv(65536), b""))
            if fault == "restart":
                self.away = time.monotonic() + 8
                return
            if fault == "gateway":
                answer = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            if fault != "answer":
                client.sendall(answer)


@pytest.fixture
def proxy(airflow: Any) -> Iterator[Proxy]:
    proxy = Proxy(airflow.url)
    yield proxy
    proxy.listener.close()


@pytest.fixture
def through_proxy(connect: Any, airflow: Any, proxy: Proxy) -> Any:
    own = airflow.configuration
    prefix = "/api" + own.host.rpartition("/api")[2]
    configuration = Configuration(
        proxy.host + prefix, username=own.username, password=own.password, retries=Retry(backoff=0.05)
    )
    return connect(configuration)(DAGRunApi)


FAULTS = [["request"], ["answer"], ["gateway"], ["request", "answer"], ["request", "gateway", "answer"], ["restart"]]


@pytest.mark.parametrize("faults", FAULTS, ids=" ".join)
@pytest.mark.parametrize("keyed", [True, False], ids=["key", "new"])
def test_a_run_is_made_once_though_answers_are_lost(faults, keyed, through_proxy, proxy, dag_runs, key):
    before = dag_runs.get_dag_runs(PAUSED, limit=1).total_entries
    proxy.lose = [*faults]
    triggered = through_proxy.trigger(PAUSED, {"n": [1, 2.5, None, "ü"]}, **({"idempotency_key": key} if keyed else {}))
    assert triggered.created
    assert proxy.posts == faults.count("request") + 1  # what did not arrive, and the one that did
    assert dag_runs.get_dag_runs(PAUSED, limit=1).total_entries == before + 1
    assert dag_runs.get_dag_run(PAUSED, triggered.dag_run_id) == triggered.run
    dag_runs.delete_dag_run(PAUSED, triggered.dag_run_id)


def test_the_operation_survives_too_when_it_names_the_run(through_proxy, proxy, dag_runs, key):
    run_id = key.replace("/", "-").replace(" ", "-")
    proxy.lose = ["answer"]
    made = through_proxy.post_dag_run(PAUSED, {"dag_run_id": run_id, "conf": {"n": 1}})
    assert (made.dag_run_id, proxy.posts) == (run_id, 1)
    with pytest.raises(ConflictException):  # what is there was not made by this call
        through_proxy.post_dag_run(PAUSED, {"dag_run_id": run_id, "conf": {"n": 1}})
    dag_runs.delete_dag_run(PAUSED, run_id)


def test_one_key_is_one_run(dag_runs, key):
    day = datetime(2025, 1, 1, tzinfo=timezone.utc) + timedelta(microseconds=random.randrange(10**13))
    first = dag_runs.trigger(PAUSED, {"n": 1, "deep": {"f": 1.0}}, idempotency_key=key, logical_date=day, note="why")
    again = dag_runs.trigger(PAUSED, {"n": 1, "deep": {"f": 1.0}}, idempotency_key=key, logical_date=day)
    assert (first.created, again.created) == (True, False)
    assert first.run == again.run
    assert (first.run.logical_date, first.run.note, first.run.state) == (day, "why", "queued")
    elsewhere = dag_runs.trigger(ANOTHER, {"n": 2}, idempotency_key=key)  # of another DAG it is another run
    assert (elsewhere.created, elsewhere.dag_run_id) == (True, first.dag_run_id)
    with pytest.raises(DAGRunDiffers, match=r"conf\['n'\]"):
        dag_runs.trigger(PAUSED, {"n": 2, "deep": {"f": 1.0}}, idempotency_key=key, logical_date=day)
    with pytest.raises(DAGRunDiffers, match="logical_date"):
        dag_runs.trigger(PAUSED, {"n": 1, "deep": {"f": 1.0}}, idempotency_key=key, logical_date=day + timedelta(1))
    with pytest.raises(ConflictException):
        dag_runs.trigger(PAUSED, logical_date=day)
    dag_runs.delete_dag_run(PAUSED, first.dag_run_id)
    dag_runs.delete_dag_run(ANOTHER, first.dag_run_id)


def test_runs_without_a_key_are_many(dag_runs):
    ids = [dag_runs.trigger(PAUSED).dag_run_id for _ in range(3)]
    assert len({*ids}) == 3
    for run_id in ids:
        dag_runs.delete_dag_run(PAUSED, run_id)


FITS = {"who": "me"}
CONFS = [
    FITS,
    {},
    {"who": "x"},
    {"who": None},
    {**FITS, "number": 10},
    {**FITS, "number": 0},
    {**FITS, "number": 11.5},
    {**FITS, "number": True},
    {**FITS, "number": "1"},
    {**FITS, "list": []},
    {**FITS, "list": ["a", "b"]},
    {**FITS, "list": ["a", 1]},
    {**FITS, "list": "a"},
    {**FITS, "day": "2023-02-29"},
    {**FITS, "day": "2024-03-01"},
    {**FITS, "moment": "2024-03-01T01:02:03+01:00"},
    {**FITS, "maybe": None},
    {**FITS, "maybe": "abc"},
    {**FITS, "maybe": "ABC"},
    {**FITS, "object": {}},
    {**FITS, "object": {"a": "1"}},
    {**FITS, "object": {"a": 2, "b": 3}},
    {**FITS, "either": None},
    {**FITS, "either": "neither"},
    {**FITS, "fixed": "y"},
    {**FITS, "anything": {"at": ["all"]}},
    {**FITS, "nobody": "knows"},
]


def test_parameters_are_refused_as_the_server_does(dag_runs):
    for conf in CONFS:
        found = dag_runs.preflight("demanding", conf)
        wrong = [obstacle.what for obstacle in found.obstacles if obstacle.kind == "param"]
        try:
            made = dag_runs.trigger("demanding", conf)
        except REFUSED:
            assert wrong, f"the server refuses {conf}"
        else:
            dag_runs.delete_dag_run("demanding", made.dag_run_id)
            assert not wrong, f"the server takes {conf}"


def kinds(found: Any) -> dict[str, bool]:
    return {obstacle.kind: obstacle.blocks for obstacle in found.obstacles}


def test_what_keeps_a_run_from_starting(api, dag_runs, knows):
    required = {"param": True} if knows("2.8") else {}  # before, all have defaults
    found = dag_runs.preflight("demanding", {"nobody": "knows"})
    assert kinds(found) == {"paused": True, **required, "unknown_param": False}
    assert (found.ready, bool(found), found.unchecked) == (False, False, {})
    assert "patch_dag('demanding', {\"is_paused\": False})" in str(found)
    before = dag_runs.get_dag_runs("demanding", limit=1).total_entries
    with pytest.raises(PreflightFailed, match="demanding is paused") as caught:
        dag_runs.trigger("demanding", preflight=True)
    assert kinds(caught.value.readiness) == {"paused": True, **required}
    assert dag_runs.get_dag_runs("demanding", limit=1).total_entries == before
    missing = dag_runs.preflight("no_such_dag")
    assert kinds(missing) == {"missing": True}
    assert "broken.py (RuntimeError: this file is broken on purpose)" in str(missing)
    assert kinds(dag_runs.preflight("starved")) == {"paused": True, "pool": True}
    pools = api(PoolApi)
    pools.post_pool({"name": "nobody_made_it", "slots": 0})
    try:
        assert "has 0 slots" in str(dag_runs.preflight("starved"))
        pools.patch_pool("nobody_made_it", {"name": "nobody_made_it", "slots": 1})
        assert kinds(dag_runs.preflight("starved")) == {"paused": True}
    finally:
        pools.delete_pool("nobody_made_it")


def test_why_a_run_has_not_started(api, dag_runs, until):
    made = dag_runs.trigger("starved").dag_run_id
    found = dag_runs.why_not_started("starved", made)
    assert kinds(found) == {"paused": True, "pool": True}
    with pytest.raises(DAGRunTimeout) as caught:
        dag_runs.wait(dag_runs.group.wait("starved", made, 1))
    assert caught.value.run.state == "queued"
    api(DAGApi).patch_dag("starved", {"is_paused": False})
    try:
        until(lambda: dag_runs.get_dag_run("starved", made).state == "running")
        assert kinds(dag_runs.why_not_started("starved", made)) == {"pool": True}
        second = dag_runs.trigger("starved").dag_run_id  # max_active_runs is 1
        assert kinds(dag_runs.why_not_started("starved", second)) == {"active_runs": False, "pool": True}
    finally:
        api(DAGApi).patch_dag("starved", {"is_paused": True})
    for run_id in (made, second):
        dag_runs.update_dag_run_state("starved", run_id, {"state": "failed"})
        assert dag_runs.why_not_started("starved", run_id).ready
        assert dag_runs.wait(dag_runs.group.wait("starved", run_id)).state == "failed"
        dag_runs.delete_dag_run("starved", run_id)


def test_until_the_end(api, dag_runs):
    for dag_id in ("linear", "failing"):
        api(DAGApi).patch_dag(dag_id, {"is_paused": False})
    triggered = dag_runs.trigger("linear", preflight=True)
    run = dag_runs.wait(dag_runs.group.wait("linear", triggered.dag_run_id, 300))
    assert run == dag_runs.get_dag_run("linear", triggered.dag_run_id)
    assert run.state in ("success", "failed")  # on a busy machine SQLite may lock a task out
    failing = dag_runs.trigger("failing").dag_run_id
    with pytest.raises(DAGRunFailed, match="ended as failed"):
        dag_runs.wait(dag_runs.group.wait("failing", failing, 300, check=True))


def test_a_run_that_is_deleted_while_it_is_waited_for(dag_runs, airflow, connect):
    made = dag_runs.trigger(PAUSED).dag_run_id
    other = connect(airflow.configuration)(DAGRunApi)
    gone = threading.Timer(1, lambda: blocking_delete(airflow, made))
    gone.start()
    with pytest.raises(NotFoundException, match="was deleted while it was waited for"):
        other.wait(other.group.wait(PAUSED, made, 120))
    gone.join()


def blocking_delete(airflow: Any, run_id: str) -> None:
    from titanium_airflow_client import ApiClient

    with ApiClient(airflow.configuration) as client:
        DAGRunApi(client).delete_dag_run(PAUSED, run_id)
