"""Plans of what destroys, on a small Airflow of either generation that caps pages: what they say, apply and refuse."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from tests.scripted import Scripted
from tests.world import World
from titanium_airflow_client import (
    ApiValueError,
    ClearTaskInstances,
    Configuration,
    ConflictException,
    DAGApi,
    Plan,
    PlanRefused,
    SomeFailed,
)


@pytest.fixture(params=[2, 3], ids=["airflow2", "airflow3"])
def world(request):
    with Scripted() as server:
        yield World(server, request.param)


@pytest.fixture
def api(connect, world):
    return connect(Configuration(world.url))(DAGApi)


@pytest.fixture
def loads(world):
    for dag_id in ("load_a", "load_a2", "loadXa", "preload_a", "reports"):
        world.add(dag_id)
    world.add("old_load_a", paused=True)
    return world


def ids(changes: Any) -> list[str]:
    return [one.dag_id for one in changes]


def test_a_pattern_and_what_it_matches_by_accident(api, loads):
    loads.run("preload_a", "r1", "running", {})
    plan = api.plan_patch_dags("load_a", {"is_paused": True})
    assert ids(plan.changes) == ["loadXa", "load_a", "load_a2", "preload_a"]
    assert {one.state for one in plan.changes} == {"active"}
    assert ids(plan.accidents) == ["loadXa", "load_a2", "preload_a"]
    assert plan.unchanged == ("old_load_a",)
    assert [(one.dag_id, one.running) for one in plan.running] == [("preload_a", ("r1",))]
    assert loads.asked == []


def test_it_is_applied_to_these_and_no_others(api, loads):
    plan = api.plan_patch_dags("load_a", {"is_paused": True})
    outcomes = api.apply_plan(plan).raise_for_errors()
    assert [one.key for one in outcomes] == list(plan.changes)
    assert sorted(loads.asked) == [("PATCH", f"/dags/{one.dag_id}") for one in plan.changes]
    assert [dag_id for dag_id, dag in loads.dags.items() if not dag["is_paused"]] == ["reports"]
    with pytest.raises(PlanRefused, match="load_a was active, and is so already"):
        api.apply_plan(plan)


def test_accidents_are_left_out(api, loads):
    plan = api.plan_patch_dags("load_a", {"is_paused": True}).without_accidents()
    assert ids(plan.changes) == ["load_a"]
    api.apply_plan(plan).raise_for_errors()
    assert loads.asked == [("PATCH", "/dags/load_a")]


@pytest.mark.parametrize(
    ("pattern", "matched", "accidents"),
    [
        ("load", ["load_orders", "my.load", "preload", "Load_all"], {"preload", "Load_all"}),
        ("load_%", ["load_orders", "loadXorders", "preload_orders"], {"loadXorders", "preload_orders"}),
        ("load_a", ["load_a_daily", "load_a2"], {"load_a2"}),
        ("~", ["load", "x"], set()),
    ],
)
def test_what_is_an_accident(api, world, pattern, matched, accidents):
    for dag_id in matched:
        world.add(dag_id)
    plan = api.plan_patch_dags(pattern, {"is_paused": True})
    assert set(ids(plan.changes)) == set(matched)
    assert set(ids(plan.accidents)) == accidents
    assert all(one.accident for one in plan.accidents)


CHANGES = {
    "gone": (lambda world: world.dags.pop("load_a"), "load_a was active, and is not there to pause"),
    "so already": (lambda world: world.dags["load_a"].update(is_paused=True), "load_a was active, and is so already"),
    "new": (lambda world: world.add("load_a3"), "load_a3 is new: the same call would pause it"),
    "unpaused": (lambda world: world.dags["old_load_a"].update(is_paused=False), "old_load_a is new"),
    "running": (lambda world: world.run("load_a", "r1", "running", {}), "load_a is running: r1"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_refused_when_dags_have_changed(api, loads, change):
    plan = api.plan_patch_dags("load_a", {"is_paused": True})
    do, told = CHANGES[change]
    do(loads)
    with pytest.raises(PlanRefused, match=told) as refused:
        api.apply_plan(plan)
    assert len(refused.value.reasons) == 1
    assert loads.asked == []
    again = pickle.loads(pickle.dumps(refused.value))
    assert (str(again), again.reasons) == (str(refused.value), refused.value.reasons)


def test_one_fails_and_the_others_are_done(api, loads):
    loads.fails["/dags/load_a2"] = 409
    told = []
    outcomes = api.apply_plan(api.plan_patch_dags("load_a", {"is_paused": True}), on_done=told.append)
    assert ids(outcomes.failed) == ["load_a2"]
    assert isinstance(next(iter(outcomes.failed.values())), ConflictException)
    assert len(outcomes.succeeded) == 3
    assert {one.key for one in told} == {one.key for one in outcomes}
    with pytest.raises(SomeFailed, match="1 of 4 failed\npause load_a2: ConflictException"):
        outcomes.raise_for_errors()


def test_a_plan_travels(api, loads):
    plan = api.plan_patch_dags("load_a", {"is_paused": True}, tags=("x",))
    assert Plan.from_json(plan.to_json()) == plan == Plan.from_dict(plan.to_dict())
    assert pickle.loads(pickle.dumps(plan)) == plan
    api.apply_plan(Plan.from_json(plan.to_json())).raise_for_errors()
    assert loads.dags["load_a"]["is_paused"]


@pytest.mark.parametrize("text", ["{}", "no JSON", '{"operation": "burn", "server": "", "changes": []}'])
def test_what_is_no_plan(text):
    with pytest.raises(ApiValueError, match="this is no plan"):
        Plan.from_json(text)
    with pytest.raises(ApiValueError, match="this is no plan"):
        Plan.from_dict({"operation": 3})


def test_a_plan_of_another_server(connect, api, loads):
    plan = api.plan_patch_dags("load_a", {"is_paused": True})
    with Scripted() as server:
        there = World(server, loads.generation)
        there.add("load_a")
        with pytest.raises(PlanRefused, match=r"the plan is for http://127.0.0.1:\d+, and this is http://127.0.0.1"):
            connect(Configuration(there.url))(DAGApi).apply_plan(plan)
        assert there.asked == []


def test_what_it_says_fits_a_screen(api, loads):
    long = "load_a_" + "x" * 70
    loads.add(long)
    loads.run("preload_a", "scheduled__2026-01-01T00:00:00+00:00", "running", {})
    said = str(api.plan_patch_dags("load_a", {"is_paused": True}))
    assert all(len(line) <= 80 for line in said.splitlines())
    assert long in said
    assert "RUNNING: scheduled__2026-01-01T00:00:00+00:00" in said
    assert "BY ACCIDENT?" in said
    assert said.splitlines()[-2:] == ["already so: 1", "5 to change, 1 running, 4 perhaps by accident"]


def test_delete_by_id(api, loads):
    loads.run("reports", "r1", "success", {})
    loads.run("reports", "r2", "failed", {})
    plan = api.plan_delete(["reports", "old_load_a"])
    assert [(one.dag_id, one.state, one.runs) for one in plan.changes] == [
        ("reports", "active", 2),
        ("old_load_a", "paused", 0),
    ]
    api.apply_plan(plan).raise_for_errors()
    assert {"reports", "old_load_a"}.isdisjoint(loads.dags)
    with pytest.raises(PlanRefused, match="reports was active, and is not there to delete"):
        api.apply_plan(plan)


def test_delete_by_pattern(api, loads):
    plan = api.plan_delete(dag_id_pattern="load_a").without_accidents()
    assert ids(api.apply_plan(plan).succeeded) == ["load_a"]
    assert "preload_a" in loads.dags


def test_delete_is_refused_when_there_is_a_new_run(api, loads):
    plan = api.plan_delete(["reports"])
    loads.run("reports", "r1", "queued", {})
    with pytest.raises(PlanRefused, match="reports had 0 runs, and has 1"):
        api.apply_plan(plan)
    assert "reports" in loads.dags


def test_delete_says_what_runs_and_the_server_refuses(api, loads):
    loads.run("reports", "r1", "running", {})
    plan = api.plan_delete(["reports", "load_a"])
    assert ids(plan.running) == ["reports"]
    outcomes = api.apply_plan(plan)
    assert [type(one.error) for one in outcomes] == [ConflictException, type(None)]


def test_delete_wants_dags_that_are_there(api, loads):
    with pytest.raises(ApiValueError, match="there is no DAG load, nope"):
        api.plan_delete(["load", "nope", "load_a"])
    with pytest.raises(ApiValueError, match="more than once: load_a"):
        api.plan_delete(["load_a", "load_a"])
    with pytest.raises(ApiValueError, match="either dag_ids or dag_id_pattern"):
        api.plan_delete()


@pytest.fixture
def runs(world):
    world.add("etl")
    world.run("etl", "r1", "failed", {"extract": "success", "transform": "failed", "load": "upstream_failed"}, 4)
    world.run("etl", "r2", "running", {"extract": "failed", "transform": "running", "load": None})
    return world


def tasks(plan: Plan) -> list[tuple[Any, ...]]:
    return [(one.change, one.dag_run_id, one.task_id, one.map_index, one.state) for one in plan.changes]


def test_clear_names_each_and_the_runs(api, runs):
    plan = api.plan_clear("etl", ClearTaskInstances(reset_dag_runs=True))
    assert tasks(plan) == [
        ("clear", "r1", "load", -1, "upstream_failed"),
        *[("clear", "r1", "transform", index, "failed") for index in range(4)],
        ("clear", "r2", "extract", -1, "failed"),
        ("queue", "r1", None, -1, "failed"),
    ]
    assert {one.try_number for one in plan.changes if one.task_id} == {1}
    assert "etl / r1 / transform[2]  failed, try 1" in str(plan)
    assert runs.asked == []


def test_clear_is_applied_run_by_run_with_exact_names(api, runs):
    plan = api.plan_clear("etl", {"reset_dag_runs": True, "task_ids": ["transform"], "include_downstream": True})
    outcomes = api.apply_plan(plan).raise_for_errors()
    assert [one.key for one in outcomes] == list(plan.changes)
    assert runs.asked == [("POST", "/dags/etl/clearTaskInstances")]
    assert runs.runs["etl", "r1"]["state"] == "queued"
    assert [one["state"] for names, one in runs.tasks.items() if names[1] == "r1"] == ["success", *[None] * 5]
    assert runs.tasks["etl", "r2", "extract", -1]["state"] == "failed"
    with pytest.raises(PlanRefused, match=r"transform\[0\] was failed, and is not there to clear"):
        api.apply_plan(plan)


def test_clear_by_a_server_that_forgets_what_it_cleared(api, runs):
    runs.forgetful = True
    plan = api.plan_clear("etl", {"dag_run_id": "r1"})
    assert len(api.apply_plan(plan).raise_for_errors()) == 5
    assert runs.tasks["etl", "r1", "load", -1]["state"] is None


def test_clear_flags_what_is_running(api, runs):
    plan = api.plan_clear("etl", {"only_failed": False, "dag_run_id": "r2"})
    assert [one.task_id for one in plan.running] == ["transform"]
    assert "RUNNING" in str(plan)


TASK_CHANGES = {
    "state": (lambda one: one.update(state="upstream_failed"), "was failed, and is upstream_failed"),
    "try": (lambda one: one.update(try_number=2), "was at try 1, and is at try 2"),
    "done": (lambda one: one.update(state="success"), "was failed, and is not there to clear"),
}


@pytest.mark.parametrize("change", TASK_CHANGES)
def test_clear_is_refused_when_a_task_instance_has_changed(api, runs, change):
    plan = api.plan_clear("etl", {"dag_run_id": "r1"})
    do, told = TASK_CHANGES[change]
    do(runs.tasks["etl", "r1", "transform", 2])
    with pytest.raises(PlanRefused, match=rf"etl / r1 / transform\[2\] {told}"):
        api.apply_plan(plan)
    assert runs.asked == []


def test_clear_is_refused_when_there_is_more_to_clear(api, runs):
    plan = api.plan_clear("etl", {})
    runs.run("etl", "r3", "failed", {"extract": "failed"})
    with pytest.raises(PlanRefused, match="etl / r3 / extract is new: the same call would clear it"):
        api.apply_plan(plan)


def test_clear_is_refused_when_the_run_is_gone(api, runs):
    plan = api.plan_clear("etl", {"dag_run_id": "r1"})
    del runs.runs["etl", "r1"]
    with pytest.raises(PlanRefused, match="r1 not found"):
        api.apply_plan(plan)


def test_clear_tells_the_error_of_each(api, runs):
    plan = api.plan_clear("etl", {})
    runs.fails["/dags/etl/clearTaskInstances"] = 409
    outcomes = api.apply_plan(plan)
    assert len(outcomes.failed) == len(plan.changes) == 6
    with pytest.raises(SomeFailed, match="6 of 6 failed"):
        outcomes.raise_for_errors()


def test_a_plan_of_task_instances_is_whole(api, runs):
    with pytest.raises(ValueError, match="applied as a whole"):
        api.plan_clear("etl", {}).without("etl")


def test_set_state_names_what_is_cleared_after_it(api, runs):
    body = {"task_id": "transform", "dag_run_id": "r1", "new_state": "success", "dry_run": False}
    plan = api.plan_set_state("etl", body)
    assert tasks(plan) == [
        *[("set to success", "r1", "transform", index, "failed") for index in range(4)],
        ("clear", "r1", "load", -1, "upstream_failed"),
        ("queue", "r1", None, -1, "failed"),
    ]
    assert runs.asked == []
    assert not api.apply_plan(plan).raise_for_errors().failed
    assert len(runs.asked) == 1
    assert runs.tasks["etl", "r1", "transform", 2]["state"] == "success"
    with pytest.raises(PlanRefused, match="is not there to set to success"):
        api.apply_plan(plan)


def test_nothing_to_set(api, runs):
    plan = api.plan_set_state("etl", {"task_id": "extract", "dag_run_id": "r1", "new_state": "success"})
    assert str(plan).endswith("nothing to change")
    assert list(api.apply_plan(plan)) == []
    assert runs.asked == []
