"""A plan is made, and is made again before it is applied: only when nothing differs, exactly its changes are made."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timezone
from typing import Any, Literal, TypeAlias

from ..exceptions import NotFoundException, PlanRefused
from ..exchange import Flow, address
from ..outcome import Outcome, Outcomes
from ..plan import Plan, PlannedChange
from . import dags, task_instances
from .making import Making

Operation: TypeAlias = Literal["patch_dags", "delete", "clear", "set_state"]

KINDS: dict[Operation, tuple[Callable[..., Any], Callable[..., Any]]] = {
    "patch_dags": (dags.patch_dags, dags.apply_patch),
    "delete": (dags.delete, dags.apply_delete),
    "clear": (task_instances.clear, task_instances.apply_clear),
    "set_state": (task_instances.set_state, task_instances.apply_set_state),
}
"""What makes and what applies a plan of each operation."""


def make(operation: Operation, this: Making) -> Flow[Plan]:
    """What would change now."""
    changes, unchanged = yield from KINDS[operation][0](this)
    return Plan(
        operation=operation,
        server=server_of(this.client.configuration.host),
        made_at=datetime.now(timezone.utc),
        request=this.request,
        changes=tuple(changes),
        unchanged=tuple(unchanged),
    )


def apply(
    plan: Plan, this: Making, on_done: Callable[[Outcome[PlannedChange, Any]], object] | None
) -> Flow[Outcomes[PlannedChange, Any]]:
    """Make exactly these changes, or none."""
    here = server_of(this.client.configuration.host)
    if here != plan.server:
        raise PlanRefused([f"the plan is for {plan.server}, and this is {here}"])
    try:
        fresh = yield from make(plan.operation, this)
    except NotFoundException as error:
        raise PlanRefused([" ".join(str(error).split())]) from error
    if reasons := list(differences(plan, fresh)):
        raise PlanRefused(reasons)
    outcomes: Outcomes[PlannedChange, Any] = yield from KINDS[plan.operation][1](this, plan, on_done)
    return outcomes


def server_of(host: str) -> str:
    """A server, without the `/api/v1` that may be at the end of its address."""
    origin, base, _ = address(host)
    return origin + base


def differences(plan: Plan, fresh: Plan) -> Iterator[str]:
    """What is not as it was, one sentence for each."""
    then = {(one.change, *one.ids): one for one in plan.changes}
    now = {(one.change, *one.ids): one for one in fresh.changes if one.dag_id not in plan.left_out}
    for key, was in then.items():
        if key not in now:
            already = was.dag_id in fresh.unchanged
            yield f"{was.name} was {was.state}, and is {'so already' if already else f'not there to {was.change}'}"
        elif change := difference(was, now[key]):
            yield f"{was.name} {change}"
    for key, new in now.items():
        if key not in then:
            yield f"{new.name} is new: the same call would {new.change} it"


def difference(was: PlannedChange, now: PlannedChange) -> str:
    """What is different about one object; empty where nothing is."""
    if now.state != was.state:
        return f"was {was.state}, and is {now.state}"
    if now.try_number != was.try_number:
        return f"was at try {was.try_number}, and is at try {now.try_number}"
    if now.runs != was.runs:
        return f"had {was.runs} runs, and has {now.runs}"
    if started := [run_id for run_id in now.running if run_id not in was.running]:
        return f"is running: {', '.join(started)}"
    return ""
