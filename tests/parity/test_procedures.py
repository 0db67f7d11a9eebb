"""Calls that are made of several, in both colours."""

from __future__ import annotations

import inspect
import threading
import time
from collections.abc import Sequence

import pytest

from tests.scripted import Scripted, answer
from titanium_airflow_client import DAG, ApiTypeError, Configuration, DAGApi, DAGCollection, NotFoundException
from titanium_airflow_client.exchange import Flow, Sleep, Together
from titanium_airflow_client.operation import Api
from titanium_airflow_client.procedure import procedure, rows, step
from titanium_airflow_client.request import Options, Unpack


class Several(Api):
    @procedure
    def twice(self, dag_id: str, *, pause: float = 0.0, **options: Unpack[Options]) -> Flow[DAGCollection]:
        """Ask twice."""
        first = yield from step(self.api_client, DAGApi.get_dag, dag_id, **options)
        yield Sleep(pause)
        second = yield from step(self.api_client, DAGApi.get_dag, dag_id)
        return DAGCollection(dags=[first, second])

    @procedure
    def thrice(self, dag_id: str) -> Flow[list[DAG]]:
        found = yield from step(self.api_client, Several.twice, dag_id)
        third = yield from step(self.api_client, DAGApi.get_dag, dag_id)
        return [*found.dags, third]

    @procedure
    def each(self, dag_ids: Sequence[str], limit: int = 2) -> Flow[list[object]]:
        found = yield Together([step(self.api_client, DAGApi.get_dag, dag_id) for dag_id in dag_ids], limit)
        return found

    @procedure
    def ids(self) -> Flow[list[str]]:
        dags = yield from rows(self.api_client, DAGApi.get_dags, limit=2)
        return [dag.dag_id for dag in dags]


@pytest.fixture
def server():
    with Scripted() as server:
        yield server


@pytest.fixture
def several(connect, server):
    return connect(Configuration(server.url))(Several)


def test_steps_follow_each_other(several, server):
    server.script = [answer({"dag_id": "a", "is_paused": paused}) for paused in (True, False, True)]
    found = several.twice("a", pause=0.01, _headers={"X-First": "yes"})
    assert [dag.is_paused for dag in found.dags] == [True, False]
    assert [asked.headers.get("x-first") for asked in server.asked] == ["yes", None]


def test_a_procedure_is_a_step_of_another(several, server):
    server.script = [answer({"dag_id": "a"})]
    assert len(several.thrice("a")) == len(server.asked) == 3


def test_many_at_once_keep_their_order_and_their_errors(several, server):
    now = most = 0
    lock = threading.Lock()

    def reply(connection):
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        dag_id = server.current.asked.target.rpartition("/")[2]
        time.sleep(0.05 if dag_id == "a" else 0.01)
        with lock:
            now -= 1
        return answer({"detail": "no"}, 404)(connection) if dag_id == "bad" else answer({"dag_id": dag_id})(connection)

    server.script = [reply]
    found = several.each(["a", "bad", "c", "d", "e"])
    assert [getattr(one, "dag_id", type(one)) for one in found] == ["a", NotFoundException, "c", "d", "e"]
    assert most == 2


def test_all_pages(several, server):
    names = "abcde"

    def reply(connection):
        begin = int(server.current.asked.target.partition("offset=")[2] or 0)
        dags = [{"dag_id": name} for name in names[begin : begin + 2]]
        return answer({"dags": dags, "total_entries": len(names)})(connection)

    server.script = [reply]
    assert several.ids() == list(names)
    assert len(server.asked) == 3


def test_arguments_are_checked(several, server):
    with pytest.raises(ApiTypeError, match=r"twice\(\): dag_id must be str"):
        several.twice(7)
    with pytest.raises(ApiTypeError, match=r"twice\(\): pause must be float or int"):
        several.twice("a", pause="long")
    with pytest.raises(ApiTypeError, match="unexpected keyword argument 'paus'"):
        several.twice("a", paus=1.0)
    assert server.asked == []


def test_a_procedure_looks_like_a_method():
    assert str(inspect.signature(Several.twice)).startswith("(self, dag_id: 'str', *, pause: 'float' = 0.0, **options")
    assert inspect.signature(Several.twice).return_annotation == "DAGCollection"
    assert inspect.getdoc(Several.twice) == "Ask twice."
