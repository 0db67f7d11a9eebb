"""Many things at once, on a small Airflow of either generation: bounded, in order, and no error is lost."""

from __future__ import annotations

import asyncio
import pickle
import threading
import time
from typing import Any

import pytest

from tests.scripted import Scripted
from tests.world import World
from titanium_airflow_client import (
    ApiClient,
    ApiTypeError,
    ApiValueError,
    AsyncApiClient,
    Configuration,
    DAGApi,
    DAGRunApi,
    NotFoundException,
    Outcome,
    Outcomes,
    ServiceException,
    SomeFailed,
    TaskInstanceApi,
    UnsupportedOperation,
    VariableApi,
)


@pytest.fixture(params=[2, 3], ids=["airflow2", "airflow3"])
def world(request):
    with Scripted() as server:
        yield World(server, request.param)


@pytest.fixture
def client(connect, world):
    return connect(Configuration(world.url, retries=0))


@pytest.fixture
def dags(client, world):
    for number in range(20):
        world.add(f"dag_{number:02}")
    return client(DAGApi)


IDS = [f"dag_{number:02}" for number in range(20)]


def test_in_order_and_so_many_at_once(dags, world):
    world.delay = 0.02
    outcomes = dags.pause_dags(IDS[::-1], concurrency=3)
    assert [one.key for one in outcomes] == IDS[::-1]
    assert [one.result.dag_id for one in outcomes] == IDS[::-1]
    assert all(dag["is_paused"] for dag in world.dags.values())
    assert world.busiest == 3
    assert outcomes.raise_for_errors() is outcomes
    assert len(dags.unpause_dags(IDS).succeeded) == 20
    assert not any(dag["is_paused"] for dag in world.dags.values())


def test_no_error_is_lost(dags, world):
    world.fails["/dags/dag_03"] = 503
    outcomes = dags.pause_dags(["dag_02", "nope", "dag_03", "dag_04"])
    assert [type(one.error) for one in outcomes] == [type(None), NotFoundException, ServiceException, type(None)]
    assert list(outcomes.succeeded) == ["dag_02", "dag_04"]
    assert list(outcomes.failed) == ["nope", "dag_03"]
    assert repr(outcomes) == "<Outcomes: 2 of 4 succeeded>"
    with pytest.raises(SomeFailed, match=r"^2 of 4 failed\nnope: NotFoundException: \(404\) .*\ndag_03: ") as failed:
        outcomes.raise_for_errors()
    assert failed.value.errors == outcomes.failed
    again = pickle.loads(pickle.dumps(failed.value))
    assert str(again) == str(failed.value)
    assert [one.key for one in again.outcomes] == [one.key for one in outcomes]
    assert again.outcomes[0].result == outcomes[0].result


def test_what_is_there_twice(dags, world):
    with pytest.raises(ApiValueError, match="dag_ids has these more than once: dag_01"):
        dags.pause_dags(["dag_01", "dag_02", "dag_01"])
    with pytest.raises(ApiValueError, match="concurrency must be"):
        dags.pause_dags(["dag_01"], concurrency=0)
    with pytest.raises(ApiTypeError, match="dag_ids must be"):
        dags.pause_dags(7)
    assert world.asked == []


def test_one_name_is_no_list_of_letters(dags):
    assert list(dags.pause_dags("dag_01").succeeded) == ["dag_01"]
    assert list(dags.pause_dags([])) == []


def test_each_is_told_as_soon_as_it_is_there(dags):
    told: list[Outcome[str, Any]] = []
    outcomes = dags.pause_dags([*IDS[:3], "nope"], on_done=told.append)
    assert sorted(one.key for one in told) == ["dag_00", "dag_01", "dag_02", "nope"]
    assert {id(one) for one in told} == {id(one) for one in outcomes}


def test_an_error_of_the_listener_is_raised(dags):
    def listen(outcome: Any) -> None:
        raise RuntimeError("no")

    with pytest.raises(RuntimeError, match="no"):
        dags.pause_dags(["dag_01"], on_done=listen)


def test_many_errors_are_counted():
    outcomes = Outcomes(Outcome(number, None, ValueError("x")) for number in range(30))
    with pytest.raises(SomeFailed, match="30 of 30 failed") as failed:
        outcomes.raise_for_errors()
    assert len(str(failed.value).splitlines()) == 22
    assert str(failed.value).endswith("and 10 more: see errors")
    assert len(failed.value.errors) == 30


def test_variables(client, world):
    variables = client(VariableApi)
    world.variables["old"] = "1"
    outcomes = variables.set_variables({"old": "2", "new": "3"}).raise_for_errors()
    assert list(outcomes.succeeded.items()) == [("old", None), ("new", None)]
    assert world.variables == {"old": "2", "new": "3"}
    outcomes = variables.delete_variables(["new", "nope", "old"])
    assert [type(one.error) for one in outcomes] == [type(None), NotFoundException, type(None)]
    assert world.variables == {}


def test_one_variable_is_wrong_and_the_others_are_set(client, world):
    rows = [{"key": "a", "value": "1"}, {"key": "wrong!", "value": "2"}, {"key": "c", "value": 3}, {"key": "d"}]
    rows.append({"key": "e", "value": "5", "description": "five"})
    outcomes = client(VariableApi).set_variables(rows)
    assert list(outcomes.succeeded) == ["a", "e"]
    assert list(outcomes.failed) == ["wrong!", "c", "d"]
    assert world.variables == {"a": "1", "e": "5"}


def test_many_variables_take_few_requests(client, world):
    wanted = {f"key_{number:03}": str(number) for number in range(250)}
    outcomes = client(VariableApi).set_variables(wanted).raise_for_errors()
    assert [one.key for one in outcomes] == list(wanted)
    assert world.variables == wanted
    assert len(world.server.asked) == {2: 250, 3: 4}[world.generation]  # three hundreds, and the version


def test_nobody_knows_how_far_it_came(client, world):
    world.fails["/variables"] = 503
    outcomes = client(VariableApi).delete_variables(["a", "b"])
    expected = {2: NotFoundException, 3: ServiceException}[world.generation]
    assert [type(one.error) for one in outcomes] == [expected, expected]


def test_variables_that_are_there_twice(client, world):
    with pytest.raises(ApiValueError, match="variables has these more than once: a"):
        client(VariableApi).set_variables([{"key": "a", "value": "1"}, {"key": "a", "value": "2"}])
    assert world.variables == {}


def test_threads_share_a_client(world):
    for dag_id in IDS:
        world.add(dag_id)
    found: dict[int, Any] = {}
    with ApiClient(Configuration(world.url)) as client:

        def work(number: int) -> None:
            found[number] = DAGApi(client).pause_dags(IDS, concurrency=4).raise_for_errors()

        threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert {number: len(outcomes) for number, outcomes in found.items()} == dict.fromkeys(range(4), 20)


def test_tasks_share_a_client(world):
    for dag_id in IDS:
        world.add(dag_id)

    async def main() -> list[Any]:
        async with AsyncApiClient(Configuration(world.url)) as client:
            return await asyncio.gather(*(DAGApi(client).pause_dags(IDS, concurrency=4) for _ in range(4)))

    assert [len(outcomes.succeeded) for outcomes in asyncio.run(main())] == [20] * 4


def test_what_was_done_before_it_was_cancelled_is_known(world):
    for dag_id in IDS:
        world.add(dag_id)
    world.delay = 0.02
    told: list[str] = []

    async def main() -> None:
        async with AsyncApiClient(Configuration(world.url)) as client:
            api = DAGApi(client)
            task = asyncio.ensure_future(api.pause_dags(IDS, concurrency=2, on_done=lambda one: told.append(one.key)))
            while len(told) < 4:
                await asyncio.sleep(0.001)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            count = len(told)
            await asyncio.sleep(0.1)
            assert len(told) == count < 20  # nothing goes on behind it
            assert (await api.get_dag("dag_19")).dag_id == "dag_19"  # the client is still good

    asyncio.run(main())
    assert {dag_id for dag_id, dag in world.dags.items() if dag["is_paused"]} >= {*told}


def test_what_was_done_before_it_was_interrupted_is_known(world):
    for dag_id in IDS:
        world.add(dag_id)
    world.delay = 0.02
    told: list[str] = []

    def listen(outcome: Outcome[str, Any]) -> None:
        told.append(outcome.key)
        if len(told) == 4:
            raise KeyboardInterrupt  # what a thread meets when the program is to end

    with ApiClient(Configuration(world.url)) as client:
        with pytest.raises(KeyboardInterrupt):
            DAGApi(client).pause_dags(IDS, concurrency=2, on_done=listen)
        count = len(told)
        time.sleep(0.1)
        assert len(told) == count < 20
        assert DAGApi(client).get_dag("dag_19").dag_id == "dag_19"


@pytest.fixture
def runs(world):
    for number in range(3):
        world.run("etl", f"r{number}", "failed", {"extract": "success", "transform": "failed", "load": "failed"}, 2)
    return world


def test_runs_are_cleared(client, runs):
    api = client(DAGRunApi)
    listed = api.get_dag_runs("etl").dag_runs
    outcomes = api.clear_runs([*listed[:2], ("etl", "nope")])
    assert [one.key for one in outcomes] == [("etl", "r0"), ("etl", "r1"), ("etl", "nope")]
    assert outcomes[0].result.state == "queued"
    assert isinstance(outcomes.failed["etl", "nope"], NotFoundException)
    assert [run["state"] for run in runs.runs.values()] == ["queued", "queued", "failed"]
    with pytest.raises(ApiValueError, match=r"dag_runs has these more than once: .*r0"):
        api.clear_runs([listed[0], ("etl", "r0")])


def test_task_instances_are_cleared(client, runs):
    api = client(TaskInstanceApi)
    wanted = [("etl", "r2", "load"), ("etl", "r0", "extract", -1), ("etl", "nope", "load"), ("etl", "r0", "nope")]
    told: list[Any] = []
    outcomes = api.clear_task_instances(wanted, on_done=told.append)
    assert [one.key for one in outcomes] == [(*name[:3], -1) for name in wanted]
    assert list(outcomes.succeeded) == [("etl", "r2", "load", -1), ("etl", "r0", "extract", -1)]
    assert isinstance(outcomes.failed["etl", "nope", "load", -1], NotFoundException)
    assert str(outcomes.failed["etl", "r0", "nope", -1]) == "the server did not clear etl / r0 / nope"
    assert sorted(one.key for one in told) == sorted(one.key for one in outcomes)
    assert [names for names, one in runs.tasks.items() if one["state"] is None] == [
        ("etl", "r0", "extract", -1),
        ("etl", "r2", "load", -1),
    ]
    assert runs.runs["etl", "r2"]["state"] == "queued"


def test_one_of_a_mapped_task_is_cleared(client, runs):
    api = client(TaskInstanceApi)
    listed = [one for one in api.every("iter_task_instances", dag_id="etl", dag_run_id="r1") if one.map_index == 1]
    if runs.generation == 3:
        assert list(api.clear_task_instances(listed).succeeded) == [("etl", "r1", "transform", 1)]
        assert [names[1:] for names, one in runs.tasks.items() if one["state"] is None] == [("r1", "transform", 1)]
    else:
        with pytest.raises(UnsupportedOperation, match=r"map indexes need Airflow 3\.0"):
            api.clear_task_instances(listed)
        assert runs.asked == []
