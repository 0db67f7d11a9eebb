"""Plans that pause, unpause or delete whole DAGs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from ..api.dag_api import DAGApi
from ..api.dag_run_api import DAGRunApi
from ..exchange import Flow
from ..outcome import Outcome, Outcomes, each
from ..plan import Plan, PlannedChange
from ..procedure import rows, step
from ..schemas.dag import DAG
from .accident import accidental
from .making import Making, all_of


def patch_dags(this: Making) -> Flow[tuple[list[PlannedChange], list[str]]]:
    """The DAGs that match and would become something else; and the IDs of those that are so already."""
    wanted = this.request["is_paused"]
    dags = yield from matching(this)
    changes = [dag for dag in dags.values() if bool(dag.is_paused) is not wanted]
    running = yield from running_runs(this)
    accidents = accidental(this.request["dag_id_pattern"], list(dags))
    found = [
        PlannedChange(
            change="pause" if wanted else "unpause",
            dag_id=dag.dag_id or "",
            state=state_of(dag),
            running=running.get(dag.dag_id or "", ()),
            accident=accidents.get(dag.dag_id or "", ""),
        )
        for dag in changes
    ]
    return found, [dag_id for dag_id, dag in dags.items() if bool(dag.is_paused) is wanted]


def delete(this: Making) -> Flow[tuple[list[PlannedChange], list[str]]]:
    """The DAGs of these IDs, or that match, each with how many runs go with it."""
    pattern = this.request["dag_id_pattern"]
    dags = yield from (matching(this) if pattern else named(this, this.request["dag_ids"]))
    running = yield from running_runs(this)
    accidents = accidental(pattern, list(dags)) if pattern else {}
    pages = yield from all_of(
        [step(this.client, DAGRunApi.get_dag_runs, dag_id, limit=1, **this.options) for dag_id in dags],
        this.concurrency,
    )
    found = [
        PlannedChange(
            change="delete",
            dag_id=dag_id,
            state=state_of(dag),
            runs=page.total_entries or 0,
            running=running.get(dag_id, ()),
            accident=accidents.get(dag_id, ""),
        )
        for (dag_id, dag), page in zip(dags.items(), pages)
    ]
    return found, []


def matching(this: Making) -> Flow[dict[str, DAG]]:
    """Every DAG that matches the pattern and the filters, by ID."""
    asked = {name: value for name, value in this.request.items() if name in FILTERS and value is not None}
    if this.request["dag_id_pattern"] != "~":
        asked["dag_id_pattern"] = this.request["dag_id_pattern"]
    dags = yield from rows(this.client, DAGApi.get_dags, limit=100, order_by="dag_id", **asked, **this.options)
    return {dag.dag_id: dag for dag in dags}


FILTERS = ("tags", "only_active", "tags_match_mode", "owners", "paused")


def named(this: Making, dag_ids: Iterable[str]) -> Flow[dict[str, DAG]]:
    """The DAGs of these IDs that are there, whether the scheduler still sees them or not."""
    lists = yield from all_of(
        [
            rows(this.client, DAGApi.get_dags, limit=100, dag_id_pattern=dag_id, only_active=False, **this.options)
            for dag_id in dag_ids
        ],
        this.concurrency,
    )
    return {dag.dag_id: dag for dag_id, dags in zip(dag_ids, lists) for dag in dags if dag.dag_id == dag_id}


def running_runs(this: Making) -> Flow[dict[str, tuple[str, ...]]]:
    """The IDs of the runs that are running, by DAG."""
    runs = yield from rows(
        this.client, DAGRunApi.get_dag_runs, dag_id="~", state=["running"], limit=100, **this.options
    )
    found: dict[str, tuple[str, ...]] = {}
    for run in runs:
        found[run.dag_id] = (*found.get(run.dag_id, ()), run.dag_run_id)
    return found


def state_of(dag: DAG) -> str:
    """A DAG has no state of Airflow's: what it is called here."""
    return "paused" if dag.is_paused else "active"


def apply_patch(
    this: Making, plan: Plan, on_done: Callable[[Outcome[PlannedChange, Any]], object] | None
) -> Flow[Outcomes[PlannedChange, Any]]:
    """DAG by DAG, never by the pattern."""
    body = {"is_paused": this.request["is_paused"]}
    flows = {one: step(this.client, DAGApi.patch_dag, one.dag_id, body, **this.options) for one in plan.changes}
    return (yield from each(flows, this.concurrency, on_done))


def apply_delete(
    this: Making, plan: Plan, on_done: Callable[[Outcome[PlannedChange, Any]], object] | None
) -> Flow[Outcomes[PlannedChange, Any]]:
    """DAG by DAG, never by the pattern."""
    flows = {one: step(this.client, DAGApi.delete_dag, one.dag_id, **this.options) for one in plan.changes}
    return (yield from each(flows, this.concurrency, on_done))
