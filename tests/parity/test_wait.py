"""Waiting for the end of a run, through all that servers and networks do meanwhile."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import pytest

from tests.scripted import Scripted, answer, reset, silence
from titanium_airflow_client import (
    ApiConnectionError,
    ApiTimeoutError,
    ApiValueError,
    AsyncApiClient,
    Configuration,
    DAGRunApi,
    DAGRunFailed,
    DAGRunTimeout,
    NotFoundException,
    Retry,
    UnauthorizedException,
)
from titanium_airflow_client.runs import waiting

PROBLEM = "application/problem+json"
ENDED = "2024-02-29T12:00:00+00:00"
VERSION = answer({"version": "2.11.2"})


def run(state: str | None, end_date: str | None = None) -> Any:
    return answer({"dag_id": "d", "dag_run_id": "r", "state": state, "end_date": end_date})


def problem(status: int) -> Any:
    return answer({"title": "no", "status": status, "detail": "DAGRun not found"}, status, PROBLEM)


@pytest.fixture
def server():
    with Scripted() as server:
        yield server


@pytest.fixture
def api(connect, server):
    return connect(Configuration(server.url, retries=Retry(total=1, backoff=0.01)))(DAGRunApi)


def wait(api: Any, **arguments: Any) -> Any:
    # of the group itself: a test's `api.wait` is for awaitables
    return api.wait(api.group.wait("d", "r", **{"poll_interval": 0.01, "max_poll_interval": 0.05, **arguments}))


def test_until_the_end(api, server):
    server.script = [run("queued"), run("queued"), run("running"), run("success", ENDED)]
    assert wait(api).state == "success"
    assert [asked.target for asked in server.asked] == ["/api/v1/dags/d/dagRuns/r"] * 4


def test_a_run_that_has_ended_is_looked_at_once(api, server):
    server.script = [run("failed", ENDED)]
    assert wait(api).state == "failed"
    assert len(server.asked) == 1


def test_a_run_that_is_cleared_meanwhile(api, server):
    server.script = [run("running"), run("queued", None), run("running", None), run("failed", ENDED)]
    assert wait(api).state == "failed"
    assert len(server.asked) == 4


@pytest.mark.parametrize("state", ["failed", "abandoned"])
def test_whether_it_succeeded_is_checked_on_demand(state, api, server):
    server.script = [run("running"), run(state, ENDED)]
    with pytest.raises(DAGRunFailed, match=f"the run 'r' of d ended as {state}") as caught:
        wait(api, check=True)
    assert caught.value.run.state == state
    server.script = [run("success", ENDED)]
    assert wait(api, check=True).state == "success"


@pytest.mark.parametrize("state", ["strange", None])
def test_a_state_that_is_new_has_ended_when_it_has_an_end(state, api, server):
    server.script = [run(state), run(state), run(state, ENDED), run("success", ENDED)]
    assert wait(api).state == state
    assert len(server.asked) == 3


def test_an_old_end_of_a_run_that_goes_on_is_no_end(api, server):
    server.script = [run("queued", ENDED), run("running", ENDED), run("success", ENDED)]
    assert wait(api).state == "success"
    assert len(server.asked) == 3


def test_time_is_up(api, server):
    server.script = [run("queued"), run("running")]
    with pytest.raises(DAGRunTimeout, match=r"had not ended after 0.5 seconds: it was last seen running") as caught:
        wait(api, timeout=0.5)
    assert (caught.value.run.state, caught.value.seconds) == ("running", 0.5)
    assert isinstance(caught.value, TimeoutError)
    assert len(server.asked) >= 2
    server.asked.clear()
    with pytest.raises(DAGRunTimeout):
        wait(api, timeout=0)
    assert len(server.asked) == 1


def test_time_is_up_while_the_server_is_silent(api, server):
    server.script = [run("queued"), silence(60)]
    with pytest.raises(DAGRunTimeout, match="last seen queued") as caught:
        wait(api, timeout=0.1)
    assert isinstance(caught.value.__cause__, ApiTimeoutError)


AWAY = {
    "breaks": reset,
    "bad gateway": answer(b"<h1>Bad Gateway</h1>", 502, "text/html"),
    "failure": problem(500),
    "no backend": answer(b"default backend - 404", 404, "text/plain"),
    "maintenance": answer(b"<h1>Back soon</h1>", 200, "text/html"),
    "too much to do": problem(429),
    "half an answer": answer(b'{"state": "succ'),
}


@pytest.mark.parametrize("how", AWAY)
@pytest.mark.parametrize("arguments", [{}, {"timeout": 60}], ids=["for ever", "with a timeout"])
def test_a_server_that_comes_back(how, arguments, api, server):
    seen = [run("queued"), *[AWAY[how]] * 9, run("running"), run("success", ENDED)]

    def reply(connection: Any) -> bool:
        about_run = server.current.asked.target.endswith("/r")
        return (seen.pop(0) if about_run else VERSION)(connection)

    server.script = [reply]
    assert wait(api, **arguments).state == "success"
    assert seen == []


def test_a_server_that_is_restarted(api, server):
    port = server.listener.getsockname()[1]

    def stop(connection: Any) -> bool:
        server.end()
        run("running")(connection)
        server.begin(port)
        return False

    server.script = [run("queued"), stop, run("success", ENDED)]
    assert wait(api).state == "success"


def test_a_server_that_stays_away(api, server, monkeypatch):
    server.script = [run("queued"), reset]
    monkeypatch.setattr(waiting, "OUTAGE", 0.1)
    with pytest.raises(ApiConnectionError):
        wait(api)
    server.script = [run("queued"), reset]
    with pytest.raises(DAGRunTimeout) as caught:
        wait(api, timeout=0.3)
    assert isinstance(caught.value.__cause__, ApiConnectionError)


def test_a_server_that_was_never_there(connect):
    with Scripted() as server:
        configuration = Configuration(server.url, retries=0)
    with pytest.raises(ApiConnectionError, match="cannot connect"):
        wait(connect(configuration)(DAGRunApi))


def test_a_run_that_is_deleted_meanwhile(api, server):
    server.script = [run("running"), problem(404), VERSION]
    with pytest.raises(NotFoundException, match="was deleted while it was waited for"):
        wait(api)
    server.script = [problem(404)]
    with pytest.raises(NotFoundException) as caught:
        wait(api)
    assert "deleted" not in str(caught.value)


def test_a_user_who_may_no_longer_ask(api, server):
    server.script = [run("running"), problem(401)]
    with pytest.raises(UnauthorizedException):
        wait(api)
    assert len(server.asked) == 2


def test_it_can_be_interrupted(server, monkeypatch):
    from titanium_airflow_client import ApiClient

    def interrupt(seconds: float) -> None:
        raise KeyboardInterrupt

    server.script = [run("running")]
    with ApiClient(Configuration(server.url)) as client:
        monkeypatch.setattr(time, "sleep", interrupt)
        with pytest.raises(KeyboardInterrupt):
            DAGRunApi(client).wait("d", "r")
    assert len(server.asked) == 1


def test_it_can_be_cancelled(server):
    async def main() -> None:
        async with AsyncApiClient(Configuration(server.url)) as client:
            task = asyncio.create_task(DAGRunApi(client).wait("d", "r", poll_interval=0.01, max_poll_interval=0.01))
            while len(server.asked) < 3:
                await asyncio.sleep(0.01)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            with pytest.raises(asyncio.TimeoutError):
                await asyncio.wait_for(DAGRunApi(client).wait("d", "r"), 0.05)

    server.script = [run("running")]
    asyncio.run(main())


def test_the_pauses_grow_and_differ():
    def least_and_most(waited: float) -> tuple[float, float]:
        pauses = [waiting.interval(waited, 0.5, 30.0) for _ in range(200)]
        assert len({*pauses}) > 100
        return min(pauses), max(pauses)

    for waited, longest in ((0, 0.5), (4, 0.5), (60, 6.0), (300, 30.0), (10**6, 30.0)):
        low, high = least_and_most(waited)
        assert longest * 0.75 <= low < high <= longest


@pytest.mark.parametrize("arguments", [{"poll_interval": 0.0}, {"poll_interval": 5.0, "max_poll_interval": 1.0}])
def test_pauses_that_cannot_be(arguments, api, server):
    with pytest.raises(ApiValueError, match="poll_interval"):
        wait(api, **arguments)
    assert server.asked == []
