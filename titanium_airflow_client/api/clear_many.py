"""What is cleared many at a time: DAG runs and task instances, each by its IDs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

import msgspec

from ..exchange import Flow
from ..operation import Api, C
from ..outcome import Outcome, Outcomes, distinct, each
from ..procedure import procedure, step
from ..request import CallOptions, Unpack
from ..schemas.dag_run import ClearDagRun, DAGRun
from ..schemas.task_instance import TaskInstance

Task: TypeAlias = tuple[str, str, str, int]
"""A task instance: the DAG ID, the DAG run ID, the task ID and the map index, -1 where it is not mapped."""


class ClearManyRuns(Api[C]):
    """Clear many DAG runs."""

    @procedure
    def clear_runs(
        self,
        dag_runs: Sequence[DAGRun | tuple[str, str]],
        clear_dag_run: ClearDagRun | Mapping[str, Any] | None = None,
        concurrency: int = 8,
        on_done: Callable[[Outcome[tuple[str, str], DAGRun]], object] | None = None,
        **options: Unpack[CallOptions],
    ) -> Flow[Outcomes[tuple[str, str], DAGRun]]:
        """Clear these DAG runs for real, so that all of their tasks run again; several at once.

        That one fails keeps none of the others from being cleared.
        `POST /dags/{dag_id}/dagRuns/{dag_run_id}/clear` for each, since Airflow 2.4.

        - `dag_runs`: the runs, each once: as `get_dag_runs` lists them, or `(dag_id, dag_run_id)`.
        - `clear_dag_run`: what of them, since Airflow 3.0, such as `{"only_failed": True}`; `dry_run` does not matter.
        - `concurrency`: how many at once, 8 by default.
        - `on_done`: called with the `Outcome` of each as soon as it is there, by a thread of its own where calls block:
          what it was told is known even when the whole is interrupted or cancelled.

        Returns the `Outcomes` by `(dag_id, dag_run_id)`, in the order of `dag_runs`: of each the `DAGRun`, queued
        again, or its error. Raises `ApiValueError` for a run that is there twice.
        """
        from .dag_run_api import DAGRunApi

        body = {**msgspec.to_builtins(clear_dag_run or {}), "dry_run": False}
        names = [(one.dag_id or "", one.dag_run_id or "") if isinstance(one, DAGRun) else one for one in dag_runs]
        flows: dict[tuple[str, str], Flow[DAGRun]] = {
            (dag_id, run_id): step(self.api_client, DAGRunApi.clear_dag_run, dag_id, run_id, body, **options)
            for dag_id, run_id in distinct("dag_runs", names)
        }
        return (yield from each(flows, concurrency, on_done))


class ClearManyTasks(Api[C]):
    """Clear many task instances."""

    @procedure
    def clear_task_instances(
        self,
        task_instances: Sequence[TaskInstance | tuple[str, str, str] | tuple[str, str, str, int]],
        reset_dag_runs: bool = True,
        concurrency: int = 8,
        on_done: Callable[[Outcome[tuple[str, str, str, int], None]], object] | None = None,
        **options: Unpack[CallOptions],
    ) -> Flow[Outcomes[tuple[str, str, str, int], None]]:
        """Clear these task instances for real, so that they run again, and no others. Also those that run.

        `POST /dags/{dag_id}/clearTaskInstances`, once for each DAG run. To clear by rules, see `DAGApi.plan_clear`.

        - `task_instances`: which ones, each once: as `get_task_instances` lists them, or
          `(dag_id, dag_run_id, task_id)`, of mapped ones with the map index as fourth.
        - `reset_dag_runs`: queue their DAG runs again where those have ended, True by default.
        - `concurrency`: how many DAG runs at once, 8 by default.
        - `on_done`: as in `DAGRunApi.clear_runs`.

        Returns the `Outcomes` by `(dag_id, dag_run_id, task_id, map_index)`, in the order of `task_instances`: of each
        nothing, or its error. Raises `ApiValueError` for one that is there twice, and `UnsupportedOperation` for a map
        index before Airflow 3.0, which clears all of a mapped task.
        """
        from ..plans.task_instances import clear_named

        names = distinct("task_instances", map(name_of, task_instances))
        return (yield from clear_named(self.api_client, names, reset_dag_runs, concurrency, on_done, options))


def name_of(one: Any) -> Task:
    """What a task instance is known by."""
    if isinstance(one, TaskInstance):
        return one.dag_id or "", one.dag_run_id or "", one.task_id or "", -1 if one.map_index is None else one.map_index
    dag_id, run_id, task_id, *index = one
    return dag_id, run_id, task_id, index[0] if index else -1
