"""What type checkers must understand of many things at once and of plans: every line means what it asserts."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any

from typing_extensions import assert_type

from titanium_airflow_client import (
    DAG,
    AsyncApiClient,
    DAGApi,
    DAGRun,
    DAGRunApi,
    Outcome,
    Outcomes,
    Plan,
    PlannedChange,
    SomeFailed,
    TaskInstanceApi,
    VariableApi,
)


def told(outcome: Outcome[str, DAG]) -> None:
    assert_type(outcome.result, DAG | None)


api = DAGApi()
outcomes = api.pause_dags(["a"], concurrency=4, on_done=told, _request_timeout=3.0)
assert_type(outcomes, Outcomes[str, DAG])
assert_type(outcomes[0], Outcome[str, DAG])
assert_type(outcomes[0].error, Exception | None)
assert_type(outcomes.succeeded, dict[str, DAG | None])
assert_type(outcomes.failed, dict[str, Exception])
assert_type(outcomes.raise_for_errors(), Outcomes[str, DAG])
for outcome in outcomes:
    assert_type(outcome.key, str)
assert_type(DAGRunApi().clear_runs([DAGRun(), ("a", "r")]), Outcomes[tuple[str, str], DAGRun])
assert_type(TaskInstanceApi().clear_task_instances([("a", "r", "t")]), Outcomes[tuple[str, str, str, int], None])
assert_type(VariableApi().set_variables({"a": "b"}), Outcomes[str, None])

plan = api.plan_patch_dags("a", {"is_paused": True}, tags=["x"])
assert_type(plan, Plan)
assert_type(plan.changes, tuple[PlannedChange, ...])
assert_type(plan.without_accidents(), Plan)
assert_type(Plan.from_json(plan.to_json()), Plan)
assert_type(api.plan_delete(["a"]), Plan)
assert_type(api.apply_plan(plan), Outcomes[PlannedChange, Any])


async def main() -> None:
    async with AsyncApiClient() as client:
        awaitable: Coroutine[object, None, Plan] = DAGApi(client).plan_clear("a", {})
        plan = await awaitable
        try:
            assert_type((await DAGApi(client).apply_plan(plan)).raise_for_errors(), Outcomes[PlannedChange, Any])
        except SomeFailed as failed:
            assert_type(failed.errors, dict[Any, Exception])
