"""Plans that clear task instances, or set their state."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeAlias

from ..api.dag_api import DAGApi
from ..api.dag_run_api import DAGRunApi
from ..api.task_instance_api import TaskInstanceApi
from ..exceptions import OpenApiException, UnsupportedOperation
from ..exchange import Flow, Limits
from ..outcome import Outcome, Outcomes
from ..plan import Plan, PlannedChange
from ..procedure import rows, step
from ..schemas.task_instance import TaskInstance, TaskInstanceCollection
from ..server import Server, known
from .making import Making, all_of

Names: TypeAlias = tuple[str, str, str]
"""A DAG, a DAG run, and a task."""
OnDone: TypeAlias = Callable[[Outcome[PlannedChange, Any]], object]

FAILED = frozenset({"failed", "upstream_failed"})
RUNNING = frozenset({"running", "restarting", "deferred", "up_for_reschedule", "awaiting_input"})
SELECTION = frozenset(
    """task_ids start_date end_date dag_run_id include_subdags include_parentdag include_upstream include_downstream
    include_future include_past dry_run""".split()  # noqa: SIM905 - reads as the sentence that it is
)
"""What of a clear says which task instances are meant; `only_failed` and `only_running` are still true of each."""


def clear(this: Making) -> Flow[tuple[list[PlannedChange], list[str]]]:
    """The task instances of the server's dry run, and the DAG runs that would be queued again."""
    body = this.request["body"]
    found = yield from to_clear(this, body)
    changes = [planned("clear", one) for one in found]
    if body.get("reset_dag_runs"):
        changes += yield from to_queue(this, found)
    return changes, []


def set_state(this: Making) -> Flow[tuple[list[PlannedChange], list[str]]]:
    """The task instances of the server's dry run; and what it does not tell: the failed ones after them are cleared.

    So are those after them that have just been set to failed.
    """
    body = this.request["body"]
    state = body.get("new_state")
    operation = DAGApi.post_set_task_instances_state_with_http_info
    found = yield from affected(this, operation, body, lambda one: one.state != state)
    if not found:
        return [], []
    after = yield from after_it(this, {**body, "only_failed": state not in FAILED})
    altered = set(map(order, found))
    follow = [
        one
        for one in (yield from to_clear(this, after))
        if one.task_id != body["task_id"] and (state in FAILED if order(one) in altered else one.state in FAILED)
    ]
    cleared = set(map(order, follow))
    changes = [planned(f"set to {state}", one) for one in found if order(one) not in cleared]
    changes += [planned("clear", one) for one in follow]
    changes += yield from to_queue(this, follow)
    return changes, []


def after_it(this: Making, body: dict[str, Any]) -> Flow[dict[str, Any]]:
    """What Airflow clears once it has set the state of a task: what failed among the tasks after it."""
    chosen = {"task_ids": [body["task_id"]], "include_downstream": True, "only_failed": body["only_failed"]}
    day, run_id = body.get("execution_date"), body.get("dag_run_id")
    past, future = body.get("include_past"), body.get("include_future")
    if run_id and not past and not future:
        return {**chosen, "dag_run_id": run_id}
    if day is None:
        run = yield from step(this.client, DAGRunApi.get_dag_run, this.request["dag_id"], run_id or "", **this.options)
        day = run.logical_date
    return {**chosen, "start_date": None if past else day, "end_date": None if future else day}


def to_clear(this: Making, body: dict[str, Any]) -> Flow[list[TaskInstance]]:
    """What a clear would touch."""
    failed, running = body.get("only_failed", True), body.get("only_running", False)

    def meant(one: TaskInstance) -> bool:
        return (not failed or one.state in FAILED) and (not running or one.state == "running")

    return affected(this, DAGApi.post_clear_task_instances_with_http_info, body, meant)


def affected(
    this: Making, operation: Any, body: dict[str, Any], meant: Callable[[TaskInstance], bool]
) -> Flow[list[TaskInstance]]:
    """The task instances of a dry run. Airflow 2 says only their names: then they are looked up in their runs."""
    body = {name: value for name, value in body.items() if value is not None}
    answer = yield from step(this.client, operation, this.request["dag_id"], {**body, "dry_run": True}, **this.options)
    told = in_answer(answer.raw_data)
    if all(one.try_number is not None for one in told):
        return sorted(told, key=order)
    runs = sorted({(one.dag_id or "", one.dag_run_id or "") for one in told})
    lists = yield from all_of(
        [
            rows(
                this.client,
                TaskInstanceApi.get_task_instances,
                dag_id=dag_id,
                dag_run_id=run_id,
                limit=100,
                **this.options,
            )
            for dag_id, run_id in runs
        ],
        this.concurrency,
    )
    there: dict[Any, list[TaskInstance]] = defaultdict(list)
    for one in {order(one): one for page in lists for one in page}.values():
        there[task_of(one)].append(one)
    found: list[TaskInstance] = []
    for task, times in Counter(map(task_of, told)).items():
        mapped = there[task]
        chosen = mapped if len(mapped) == times else [one for one in mapped if meant(one)]
        if len(chosen) != times:
            raise OpenApiException(f"{' / '.join(task)} changed while the plan was made: make it again")
        found += chosen
    return sorted(found, key=order)


def in_answer(content: bytes) -> list[TaskInstance]:
    """The task instances that an answer names; on Airflow 3 it has all of each."""
    page = TaskInstanceCollection.from_json(content)
    return (page and page.task_instances) or []


def task_of(one: TaskInstance) -> Names:
    """Its names, without the number of a mapped one."""
    return one.dag_id or "", one.dag_run_id or "", one.task_id or ""


def order(one: TaskInstance) -> tuple[Any, ...]:
    """How plans are sorted."""
    return (*task_of(one), -1 if one.map_index is None else one.map_index)


def planned(change: str, one: TaskInstance) -> PlannedChange:
    """What is to become of a task instance, with what it is now."""
    dag_id, run_id, task_id, map_index = order(one)
    return PlannedChange(
        change=change,
        dag_id=dag_id,
        dag_run_id=run_id,
        task_id=task_id,
        map_index=map_index,
        state=one.state,
        try_number=one.try_number,
        running=(run_id,) if one.state in RUNNING else (),
    )


def to_queue(this: Making, cleared: Iterable[TaskInstance]) -> Flow[list[PlannedChange]]:
    """The runs that have ended, and would be queued again."""
    names = dict.fromkeys((one.dag_id or "", one.dag_run_id or "") for one in cleared)
    runs = yield from all_of(
        [step(this.client, DAGRunApi.get_dag_run, dag_id, run_id, **this.options) for dag_id, run_id in names],
        this.concurrency,
    )
    return [
        PlannedChange(change="queue", dag_id=dag_id, dag_run_id=run_id, state=run.state)
        for (dag_id, run_id), run in zip(names, runs)
        if run.state in ("success", "failed")
    ]


def apply_clear(this: Making, plan: Plan, on_done: OnDone | None) -> Flow[Outcomes[PlannedChange, Any]]:
    """Run by run, each with the exact names of its task instances."""
    of_run: dict[tuple[str, str], list[PlannedChange]] = defaultdict(list)
    for change in plan.changes:
        of_run[change.dag_id, change.dag_run_id or ""].append(change)
    return all_told(
        this, plan, [told("clear", changes, clear_run(this, *run, changes), on_done) for run, changes in of_run.items()]
    )


def clear_run(this: Making, dag_id: str, run_id: str, changes: list[PlannedChange]) -> Flow[set[Names]]:
    """Clear these of one run: the names of those that were cleared."""
    by_number = numbered(this.client.server)
    names: dict[Any, None] = {}
    for one in changes:
        if one.task_id is not None:
            names[(one.task_id, one.map_index) if by_number and one.map_index >= 0 else one.task_id] = None
    body = {name: value for name, value in this.request["body"].items() if name not in SELECTION}
    body |= {"dag_run_id": run_id, "task_ids": list(names), "dry_run": False}
    operation: Any = DAGApi.post_clear_task_instances_with_http_info
    answer = yield from step(this.client, operation, dag_id, body, **this.options)
    cleared = {task_of(one) for one in in_answer(answer.raw_data)}
    missing = {(dag_id, run_id, one.task_id) for one in changes if one.task_id is not None} - cleared
    if missing and (body.get("only_failed", True) or body.get("only_running")):
        # Airflow 2.6 looks for what is failed once more to say what it cleared: so what is failed still was not
        answer = yield from step(this.client, operation, dag_id, {**body, "dry_run": True}, **this.options)
        cleared |= missing - {task_of(one) for one in in_answer(answer.raw_data)}
    return cleared


def numbered(server: Server) -> bool:
    """Whether the server takes task instances of a mapped task one by one."""
    return server.supports(TaskInstanceApi.patch_task_instance_by_map_index)


def apply_set_state(this: Making, plan: Plan, on_done: OnDone | None) -> Flow[Outcomes[PlannedChange, Any]]:
    """One request, as Airflow sets all of them at once; that they are the very ones was looked up before."""
    changes = list(plan.changes)
    return all_told(this, plan, [told("set", changes, set_all(this), on_done)] if changes else [])


def set_all(this: Making) -> Flow[set[Names]]:
    """Set the state, for real: the names of those that had another."""
    body = {name: value for name, value in this.request["body"].items() if value is not None}
    operation: Any = DAGApi.post_set_task_instances_state_with_http_info
    answer = yield from step(this.client, operation, this.request["dag_id"], {**body, "dry_run": False}, **this.options)
    return {task_of(one) for one in in_answer(answer.raw_data)}


def told(
    verb: str, changes: list[PlannedChange], flow: Flow[set[Names]], on_done: OnDone | None
) -> Flow[list[Outcome[PlannedChange, Any]]]:
    """One outcome for each change of a request, whose answer names those whose change begins with the verb."""
    outcomes: list[Outcome[PlannedChange, Any]]
    try:
        touched = yield from flow
    except Exception as error:  # noqa: BLE001 - it is what became of each
        outcomes = [Outcome(change, None, error) for change in changes]
    else:
        left_out = {
            change: OpenApiException(f"the server did not {change}")
            for change in changes
            if change.change.startswith(verb)
            and (change.dag_id, change.dag_run_id or "", change.task_id or "") not in touched
        }
        outcomes = [Outcome(change, None, left_out.get(change)) for change in changes]
    for outcome in outcomes:
        if on_done is not None:
            on_done(outcome)
    return outcomes


def all_told(
    this: Making, plan: Plan, flows: list[Flow[list[Outcome[PlannedChange, Any]]]]
) -> Flow[Outcomes[PlannedChange, Any]]:
    """The outcomes of several requests, in the order of the plan."""
    found = {one.key: one for outcomes in (yield from all_of(flows, this.concurrency)) for one in outcomes}
    return Outcomes(found[change] for change in plan.changes)


def clear_named(
    client: Any,
    names: Sequence[tuple[str, str, str, int]],
    reset_dag_runs: bool,
    concurrency: int,
    on_done: Callable[[Outcome[tuple[str, str, str, int], None]], object] | None,
    options: Any,
) -> Flow[Outcomes[tuple[str, str, str, int], None]]:
    """Clear these, and no others: what a plan does that was made of their names."""
    server = yield from known(client, Limits.of(options, client.configuration))
    if not numbered(server) and (mapped := [name for name in names if name[3] >= 0]):
        raise UnsupportedOperation(f"clear_task_instances: map indexes need Airflow 3.0, and {mapped[0]} has one")
    of_run: dict[tuple[str, str], list[PlannedChange]] = defaultdict(list)
    for dag_id, run_id, task_id, index in names:
        change = PlannedChange(change="clear", dag_id=dag_id, dag_run_id=run_id, task_id=task_id, map_index=index)
        of_run[dag_id, run_id].append(change)

    def tell(outcome: Outcome[PlannedChange, Any]) -> None:
        if on_done is not None:
            on_done(by_name(outcome))

    body = {"only_failed": False, "reset_dag_runs": reset_dag_runs}
    this = Making(client, {"body": body}, concurrency, options)
    flows = [told("clear", changes, clear_run(this, *run, changes), tell) for run, changes in of_run.items()]
    outcomes = yield from all_of(flows, concurrency)
    found = {one.key: one for each in outcomes for one in map(by_name, each)}
    return Outcomes(found[name] for name in names)


def by_name(outcome: Outcome[PlannedChange, Any]) -> Outcome[tuple[str, str, str, int], None]:
    """The outcome under the name that the caller gave."""
    one = outcome.key
    return Outcome((one.dag_id, one.dag_run_id or "", one.task_id or "", one.map_index), None, outcome.error)
