"""Plans against a real Airflow: what a plan names is what changes, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from titanium_airflow_client import (
    ConflictException,
    DAGApi,
    DAGRunApi,
    NotFoundException,
    Plan,
    PlanRefused,
    TaskInstanceApi,
)


@pytest.fixture
def dags(api: Any) -> Any:
    return api(DAGApi)


@pytest.fixture
def tasks(api: Any) -> Any:
    return api(TaskInstanceApi)


@pytest.fixture
def run(api: Any) -> Iterator[Callable[..., tuple[str, str]]]:
    """`run("disposable_30", first="failed")`: a run of a paused DAG, which stays as it is made."""
    made: list[tuple[str, str]] = []

    def make(dag_id: str, **states: str) -> tuple[str, str]:
        where = (dag_id, api(DAGRunApi).post_dag_run(dag_id, {}).dag_run_id)
        made.append(where)
        for task_id, state in states.items():
            api(TaskInstanceApi).patch_task_instance(*where, task_id, {"new_state": state, "dry_run": False})
        return where

    yield make
    for where in made:
        api(DAGRunApi).delete_dag_run(*where)


def states(tasks: Any, *where: str) -> dict[tuple[str, int], Any]:
    found = tasks.every("iter_task_instances", dag_id=where[0], dag_run_id=where[1])
    return {(one.task_id, one.map_index): one.state for one in found}


def planned(plan: Plan) -> list[tuple[Any, ...]]:
    return [(one.change, one.task_id, one.state) for one in plan.changes if one.task_id]


def test_pause(dags):
    plan = dags.plan_patch_dags("disposable_3_", {"is_paused": False})
    assert [one.dag_id for one in plan.changes] == [f"disposable_3{number}" for number in range(10)]
    assert "_ in disposable_3_ stands for any character" in plan.accidents[0].accident
    narrow = plan.without(*(one.dag_id for one in plan.changes[2:]))
    dags.patch_dag("disposable_31", {"is_paused": False})
    with pytest.raises(PlanRefused, match="disposable_31 was paused, and is so already"):
        dags.apply_plan(narrow)
    dags.patch_dag("disposable_31", {"is_paused": True})
    assert list(dags.apply_plan(Plan.from_json(narrow.to_json())).raise_for_errors().succeeded) == list(narrow.changes)
    assert [one.dag_id for one in dags.get_dags(dag_id_pattern="disposable_3_", paused=False).dags] == [
        "disposable_30",
        "disposable_31",
    ]
    back = dags.plan_patch_dags("disposable_3_", {"is_paused": True})
    assert len(back.changes) == 2
    dags.apply_plan(back).raise_for_errors()


def test_every_dag_matches(dags):
    plan = dags.plan_patch_dags("~", {"is_paused": True}, concurrency=2)
    here = {dag.dag_id for dag in dags.every("iter_dags", limit=7)}
    assert {one.dag_id for one in plan.changes} | {*plan.unchanged} == here
    assert plan.accidents == ()


def test_delete(dags, api):
    dag_id = dags.get_dags(dag_id_pattern="disposable_1", order_by="-dag_id").dags[0].dag_id  # one that is still there
    where = (dag_id, api(DAGRunApi).post_dag_run(dag_id, {}).dag_run_id)
    plan = dags.plan_delete([dag_id])
    assert [(one.dag_id, one.state, one.runs) for one in plan.changes] == [(dag_id, "paused", 1)]
    api(DAGRunApi).delete_dag_run(*where)
    with pytest.raises(PlanRefused, match=f"{dag_id} had 1 runs, and has 0"):
        dags.apply_plan(plan)
    plan = dags.plan_delete([dag_id])
    assert plan.changes[0].running == ()
    dags.apply_plan(plan).raise_for_errors()
    with pytest.raises((PlanRefused, NotFoundException, ConflictException)):  # its file may have brought it back
        dags.apply_plan(plan).raise_for_errors()


def test_clear(dags, tasks, run):
    where = run("disposable_33", first="failed", second="failed")
    other = run("disposable_33", first="failed")
    before = states(tasks, *where)
    plan = dags.plan_clear("disposable_33", {"dag_run_id": where[1], "task_ids": ["first"], "include_downstream": True})
    assert {(one.task_id, one.map_index): one.state for one in plan.changes} == before
    dags.apply_plan(plan).raise_for_errors()
    assert set(states(tasks, *where).values()) == {None}
    assert states(tasks, *other)["first", -1] == "failed"
    with pytest.raises(PlanRefused, match="is not there to clear"):
        dags.apply_plan(plan)


def test_clear_of_several_runs(dags, tasks, run):
    places = [run("disposable_34", first="failed") for _ in range(2)]
    plan = dags.plan_clear("disposable_34", {})
    assert {one.dag_run_id for one in plan.changes} == {run_id for _, run_id in places}
    tasks.patch_task_instance(*places[1], "first", {"new_state": "success", "dry_run": False})
    with pytest.raises(PlanRefused, match="first was failed, and is not there to clear"):
        dags.apply_plan(plan)
    assert states(tasks, *places[0])["first", -1] == "failed"
    dags.apply_plan(dags.plan_clear("disposable_34", {})).raise_for_errors()
    assert states(tasks, *places[0])["first", -1] is None


def test_clear_of_mapped_task_instances(dags, tasks, another):
    where = ("mapped", another("mapped").dag_run_id)
    dags.patch_dag("mapped", {"is_paused": True})
    body = {"dag_run_id": where[1], "task_ids": ["square"], "only_failed": False, "reset_dag_runs": True}
    plan = dags.plan_clear("mapped", body)
    assert [(one.change, one.task_id, one.map_index, one.state) for one in plan.changes] == [
        *[("clear", "square", index, "success") for index in range(3)],
        ("queue", None, -1, "success"),
    ]
    assert dags.apply_plan(plan).raise_for_errors()
    after = states(tasks, *where)
    assert {task for task, state in after.items() if state is None} == {("square", index) for index in range(3)}


@pytest.mark.parametrize("second", ["failed", "success"])
@pytest.mark.parametrize("include_downstream", [False, True])
@pytest.mark.parametrize("new_state", ["success", "failed"])
def test_set_state_changes_what_it_says(dags, tasks, run, new_state, include_downstream, second):
    where = run("disposable_35", second=second)
    before = states(tasks, *where)
    change = {"dag_run_id": where[1], "task_id": "first", "new_state": new_state}
    plan = dags.plan_set_state("disposable_35", {**change, "include_downstream": include_downstream})
    dags.apply_plan(plan).raise_for_errors()
    after = states(tasks, *where)
    said = {}
    for one in plan.changes:
        if one.task_id:
            said[one.task_id, one.map_index] = None if one.change == "clear" else new_state
    assert {name: state for name, state in after.items() if state != before[name]} == {
        name: state for name, state in said.items() if state != before[name]
    }
    with pytest.raises(PlanRefused):
        dags.apply_plan(plan)
