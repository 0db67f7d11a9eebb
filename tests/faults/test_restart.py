"""A real Airflow whose web server is killed while it is read, written to and waited for, and comes back."""

from __future__ import annotations

import asyncio
import signal
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest

from tests.faults.run import soon
from titanium_airflow_client import (
    ApiClient,
    ApiConnectionError,
    AsyncApiClient,
    Configuration,
    DAGApi,
    DAGRunApi,
    MonitoringApi,
    local,
)
from titanium_airflow_client.local import processes

MASTER = {"2": "webserver", "3": "api-server"}
TWO = {"UVICORN_WORKERS": "2"}
"""With more than one worker, uvicorn has a master that replaces them, as gunicorn always has."""


@pytest.fixture(scope="module", params=["2.11.2", "3.3.2"])
def server(request: pytest.FixtureRequest) -> Iterator[local.LocalServer]:
    with local.airflow(request.param, scheduler=False, env=TWO) as server:
        yield server


def workers(server: local.LocalServer) -> set[processes.Process]:
    """The processes that answer; their master, which keeps the port, is not among them."""
    master = processes.Process(*server.state.processes[MASTER[server.release[0]]])
    return processes.family([master], "of nobody else") - {master}


def patient(server: local.LocalServer) -> Configuration:
    """As long as it takes a busy machine to start a web server again."""
    configuration = server.configuration
    configuration.timeout = (10, 240)
    return configuration


def test_a_web_server_that_is_killed_and_comes_back(server: local.LocalServer) -> None:
    outcomes: dict[str, Any] = {}
    with ApiClient(patient(server)) as client:
        dags = [dag.dag_id for dag in DAGApi(client).iter_dags()]
        assert len(dags) > 4
        blocking = threading.Thread(target=blocking_calls, args=(server, dags[0], outcomes))
        awaiting = threading.Thread(target=lambda: asyncio.run(awaited_calls(server, dags[0], outcomes)))
        blocking.start()
        awaiting.start()
        assert soon(lambda: len(outcomes) == 2, 60)  # both have read a page, and are about to write
        before = len(DAGRunApi(client).get_dag_runs(dags[0]).dag_runs)
        killed = workers(server)
        assert killed
        for process in killed:
            process.send(signal.SIGSTOP)  # what is sent now has certainly left, and is certainly not answered
        outcomes["stopped"] = True
        assert soon(lambda: "sent" in outcomes.get("blocking", ()) and "sent" in outcomes.get("awaited", ()), 60)
        time.sleep(0.5)
        for process in killed:
            process.send(signal.SIGKILL)
        blocking.join(240)
        awaiting.join(240)
        for colour in ("blocking", "awaited"):
            told = outcomes[colour]
            assert isinstance(told["write"], ApiConnectionError), told
            assert "may have been carried out" in str(told["write"])
            assert told["read"] == dags
            assert told["health"]
        assert len(DAGRunApi(client).get_dag_runs(dags[0]).dag_runs) == before  # it was not, and was not repeated
        assert not any(process.alive for process in killed)
        assert MonitoringApi(client).get_health()  # a connection that was kept all the while


def blocking_calls(server: local.LocalServer, dag_id: str, outcomes: dict[str, Any]) -> None:
    with ApiClient(patient(server)) as client, ApiClient(patient(server)) as other:
        pages = DAGApi(client).iter_dags(limit=1)
        read = [next(pages).dag_id]
        DAGRunApi(other).get_dag_runs(dag_id)
        outcomes["blocking"] = told = {}
        soon(lambda: "stopped" in outcomes, 60)
        told["sent"] = True
        try:
            told["write"] = DAGRunApi(other).post_dag_run(dag_id, {})
        except ApiConnectionError as error:
            told["write"] = error
        told["read"] = read + [dag.dag_id for dag in pages]
        told["health"] = MonitoringApi(other).get_health()


async def awaited_calls(server: local.LocalServer, dag_id: str, outcomes: dict[str, Any]) -> None:
    async with AsyncApiClient(patient(server)) as client, AsyncApiClient(patient(server)) as other:
        pages = DAGApi(client).iter_dags(limit=1)
        read = [(await pages.__anext__()).dag_id]
        await DAGRunApi(other).get_dag_runs(dag_id)
        outcomes["awaited"] = told = {}
        while "stopped" not in outcomes:
            await asyncio.sleep(0.01)
        told["sent"] = True
        try:
            told["write"] = await DAGRunApi(other).post_dag_run(dag_id, {})
        except ApiConnectionError as error:
            told["write"] = error
        told["read"] = read + [dag.dag_id async for dag in pages]
        told["health"] = await MonitoringApi(other).get_health()
