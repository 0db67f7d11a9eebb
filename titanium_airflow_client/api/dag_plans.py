"""What `DAGApi` plans before it does it: changes of many DAGs or task instances, each by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from ..exceptions import ApiTypeError, ApiValueError
from ..exchange import Flow
from ..operation import Api, C
from ..outcome import Outcome, Outcomes, distinct
from ..plan import Plan, PlannedChange
from ..procedure import procedure
from ..request import CallOptions, Unpack
from ..schemas.dag import DAG
from ..schemas.task_instance_change import ClearTaskInstances, UpdateTaskInstancesState


class DAGPlans(Api[C]):
    """A plan names every object that a call would change; `apply_plan` changes exactly those, or none."""

    @procedure
    def plan_patch_dags(
        self,
        dag_id_pattern: str,
        dag: DAG | Mapping[str, Any],
        tags: Sequence[str] | None = None,
        only_active: bool | None = None,
        tags_match_mode: str | None = None,
        owners: Sequence[str] | None = None,
        paused: bool | None = None,
        concurrency: int = 8,
        **options: Unpack[CallOptions],
    ) -> Flow[Plan]:
        """Plan to pause or unpause the DAGs whose IDs contain a text: all of them, and not a page. Changes nothing.

        The plan names each DAG that is not so already, tells the runs that are running, and marks those that may not
        be meant: `load_a` also matches `preload_a`, and `_` any character.

        - `dag_id_pattern`: text that the ID contains, in any case of letters; `%` and `_` are wildcards, `~` alone is
          every DAG.
        - `dag`: the new values, `{"is_paused": True}`.
        - `tags`, `only_active`, `tags_match_mode`, `owners`, `paused`: only these DAGs, as in `patch_dags`.
        - `concurrency`: how many calls at once, 8 by default.

        Returns a `Plan`, to be read and given to `apply_plan`.
        """
        is_paused = dag.get("is_paused") if isinstance(dag, Mapping) else dag.is_paused
        if not isinstance(is_paused, bool):
            raise ApiValueError("plan_patch_dags: dag must say is_paused, which is all that Airflow changes of a DAG")
        request = {
            "dag_id_pattern": dag_id_pattern,
            "is_paused": is_paused,
            "tags": texts(tags),
            "only_active": only_active,
            "tags_match_mode": tags_match_mode,
            "owners": texts(owners),
            "paused": paused,
        }
        return (yield from planned(self.api_client, "patch_dags", request, concurrency, options))

    @procedure
    def plan_delete(
        self,
        dag_ids: Sequence[str] | None = None,
        dag_id_pattern: str | None = None,
        tags: Sequence[str] | None = None,
        only_active: bool | None = None,
        concurrency: int = 8,
        **options: Unpack[CallOptions],
    ) -> Flow[Plan]:
        """Plan to delete DAGs, and with them all of their runs and task instances. Changes nothing.

        The plan names each DAG with the number of its runs, and those that are running: while one has a task that runs,
        Airflow refuses to delete it.

        - `dag_ids`: the DAG IDs, each once; either these or `dag_id_pattern`.
        - `dag_id_pattern`: text that the ID contains, as in `plan_patch_dags`.
        - `tags`, `only_active`: only these of the DAGs that match, as in `get_dags`.
        - `concurrency`: how many calls at once, 8 by default.

        Returns a `Plan`, to be read and given to `apply_plan`. Raises `ApiValueError` for a DAG that does not exist.
        """
        if (dag_ids is None) == (dag_id_pattern is None):
            raise ApiValueError("plan_delete needs either dag_ids or dag_id_pattern")
        ids = distinct("dag_ids", dag_ids or ())
        request = {"dag_ids": ids, "dag_id_pattern": dag_id_pattern, "tags": texts(tags), "only_active": only_active}
        plan = yield from planned(self.api_client, "delete", request, concurrency, options)
        if missing := {*ids} - {one.dag_id for one in plan.changes}:
            raise ApiValueError(f"plan_delete: there is no DAG {', '.join(sorted(missing))}")
        return plan

    @procedure
    def plan_clear(
        self,
        dag_id: str,
        clear_task_instances: ClearTaskInstances | Mapping[str, Any],
        concurrency: int = 8,
        **options: Unpack[CallOptions],
    ) -> Flow[Plan]:
        """Plan to clear task instances, by the server's own dry run. Changes nothing.

        The plan names each task instance with its state and its try, and each DAG run that would be queued again.

        - `dag_id`: the DAG ID.
        - `clear_task_instances`: which ones, as for `post_clear_task_instances`; `dry_run` does not matter.
        - `concurrency`: how many calls at once, 8 by default.

        Returns a `Plan`, to be read and given to `apply_plan`. Raises as `post_clear_task_instances` does.
        """
        request = {"dag_id": dag_id, "body": plain(clear_task_instances)}
        return (yield from planned(self.api_client, "clear", request, concurrency, options))

    @procedure
    def plan_set_state(
        self,
        dag_id: str,
        update_task_instances_state: UpdateTaskInstancesState | Mapping[str, Any],
        concurrency: int = 8,
        **options: Unpack[CallOptions],
    ) -> Flow[Plan]:
        """Plan to set the state of a task instance and of those around it, by the server's own dry run.

        The plan also names what the dry run does not: Airflow clears the failed task instances after the one whose
        state is set, and queues their DAG runs. Changes nothing.

        - `dag_id`: the DAG ID.
        - `update_task_instances_state`: what, as for `post_set_task_instances_state`; `dry_run` does not matter.
        - `concurrency`: how many calls at once, 8 by default.

        Returns a `Plan`, to be read and given to `apply_plan`. Raises as `post_set_task_instances_state` does.
        """
        request = {"dag_id": dag_id, "body": plain(update_task_instances_state)}
        return (yield from planned(self.api_client, "set_state", request, concurrency, options))

    @procedure
    def apply_plan(
        self,
        plan: Plan,
        concurrency: int = 8,
        on_done: Callable[[Outcome[PlannedChange, Any]], object] | None = None,
        **options: Unpack[CallOptions],
    ) -> Flow[Outcomes[PlannedChange, Any]]:
        """Do what a plan says, if the world is still the one that it was made for.

        Right before, the plan is made again. Nothing is changed if an object is gone or new, has another state, is at
        another try, or has begun to run. Then each change is made by the IDs of its object, never by a pattern. What
        changes in the moment between the two is not seen.

        - `plan`: what `plan_patch_dags`, `plan_delete`, `plan_clear` or `plan_set_state` made, here or elsewhere.
        - `concurrency`: how many calls at once, 8 by default.
        - `on_done`: called with the `Outcome` of each change as soon as it is there, by a thread of its own where calls
          block: what it was told is known even when the whole is interrupted or cancelled.

        Returns the `Outcomes`, in the order of the plan: one for each `PlannedChange`. Raises `PlanRefused`, which
        tells all that is different, and then nothing was changed; so a plan that was applied is refused.
        """
        from ..plans.apply import apply
        from ..plans.making import Making

        return (yield from apply(plan, Making(self.api_client, plan.request, concurrency, options), on_done))


def planned(client: Any, operation: Any, request: dict[str, Any], concurrency: int, options: CallOptions) -> Flow[Plan]:
    """The plan, by what makes it again before it is applied."""
    from ..plans.apply import make  # when first needed: most programs plan nothing
    from ..plans.making import Making

    return (yield from make(operation, Making(client, request, concurrency, options)))


def texts(names: Sequence[str] | None) -> list[str] | None:
    """A list, as JSON has it; a text alone is a list of one."""
    return [names] if isinstance(names, str) else None if names is None else list(names)


def plain(body: Any) -> dict[str, Any]:
    """A body as plain values, so that a plan can be kept as JSON."""
    fields = msgspec.to_builtins(body)
    if not isinstance(fields, dict):
        raise ApiTypeError(f"the body must be a model or a dict, not {type(body).__name__}")
    return fields
