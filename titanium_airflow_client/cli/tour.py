"""What `titanium demo` shows: every operation on DAGs, called on a real Airflow, and what came back."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from titanium_airflow_client import (
    DAG,
    ApiClient,
    ApiException,
    ClearTaskInstances,
    DAGApi,
    DAGRun,
    DAGRunApi,
    TaskInstanceApi,
    UpdateTaskInstancesState,
)

from .stage import Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from titanium_airflow_client import TaskInstance
    from titanium_airflow_client.local import LocalServer

RUN = "tour"
PATIENCE = 120
"""Seconds for a run of a few tasks that take no time."""


class Tour:
    """One walk through `DAGApi`. The runs in it are real."""

    def __init__(self, server: LocalServer) -> None:
        self.client = ApiClient(server.configuration)
        self.api = DAGApi(self.client)
        self.dag_run_api = DAGRunApi(self.client)
        self.task_instance_api = TaskInstanceApi(self.client)
        self.stage = Stage()
        self.called: list[str] = []

    def run(self) -> list[str]:
        """Walk; the names of the operations that were called, in order."""
        with self.client:
            self.look_around()
            self.look_closely()
            self.wake_up()
            self.run_one()
            self.run_a_part_again()
            self.repair_a_failed_run()
            self.clean_up()
        return self.called

    def look_around(self) -> None:
        """Everything that is there."""
        self.stage.chapter("What is there")
        self._dags(self.call(self.api.get_dags, order_by="dag_id").dags)

    def look_closely(self) -> None:
        """One DAG, its tasks, its source."""
        self.stage.chapter("A closer look")
        dag = self.call(self.api.get_dag, "branching")
        self.stage.facts(dag, "dag_id", "is_paused", "owners", "has_import_errors", "fileloc")
        details = self.call(self.api.get_dag_details, "params")
        self.stage.facts(details, "doc_md", "start_date", "catchup", "max_active_runs", "params")
        tasks = self.call(self.api.get_tasks, "branching").tasks
        rows = [[task.task_id, task.operator_name, task.downstream_task_ids] for task in tasks]
        self.stage.table(["task", "operator", "then"], rows)
        task = self.call(self.api.get_task, "branching", "choose")
        self.stage.facts(task, "operator_name", "trigger_rule", "retries", "pool", "downstream_task_ids")
        source = self.call(self.api.get_dag_source, dag.file_token)
        self.stage.source(source.content, 14, 20)

    def wake_up(self) -> None:
        """Unpause some DAGs at once, and one alone."""
        self.stage.chapter("Unpause: many at once, and one alone")
        self._dags(self.call(self.api.patch_dags, "dataset_", DAG(is_paused=False)).dags)
        dag = self.call(self.api.patch_dag, "linear", DAG(is_paused=False))
        self.stage.facts(dag, "dag_id", "is_paused")

    def run_one(self) -> None:
        """A run, from the trigger to the end."""
        self.stage.chapter("A real run")
        self.trigger_and_wait("linear")

    def run_a_part_again(self) -> None:
        """Clear a task and what comes after it."""
        self.stage.chapter("Run a part of it again")
        self.stage.note("A dry run tells what would be cleared:")
        part: dict[str, Any] = {"dag_run_id": RUN, "task_ids": ["transform"], "include_downstream": True}
        for dry_run in (True, False):
            clear = ClearTaskInstances(**part, only_failed=False, reset_dag_runs=True, dry_run=dry_run)
            self._references(self.call(self.api.post_clear_task_instances, "linear", clear).task_instances)
        self.wait("linear")

    def repair_a_failed_run(self) -> None:
        """Set the state of what failed, and run what was held up by it."""
        self.stage.chapter("Repair a run that failed")
        self.call(self.api.patch_dag, "failing", DAG(is_paused=False))
        self.trigger_and_wait("failing")
        self.stage.note("Suppose that somebody looked at the failure, and that it does not matter:")
        for dry_run in (True, False):
            change = UpdateTaskInstancesState(dag_run_id=RUN, task_id="divide", new_state="success", dry_run=dry_run)
            self._references(self.call(self.api.post_set_task_instances_state, "failing", change).task_instances)
        rest = ClearTaskInstances(
            dag_run_id=RUN, task_ids=["after"], only_failed=False, reset_dag_runs=True, dry_run=False
        )
        self._references(self.call(self.api.post_clear_task_instances, "failing", rest).task_instances)
        self.wait("failing")

    def clean_up(self) -> None:
        """Delete a DAG, and see what an error looks like."""
        self.stage.chapter("Delete, and an error")
        self.call(self.api.delete_dag, "failing")
        self.stage.note("Its runs are gone. The DAG comes back, paused, while its file is still there.")
        try:
            self.call(self.api.get_dag, "no_such_dag")
        except ApiException as error:
            self.stage.error(error)

    def call(self, operation: Callable[..., Any], *arguments: object, **options: object) -> Any:
        """Show the call, and make it."""
        self.stage.call(operation.__name__, arguments, options)
        self.called.append(operation.__name__)
        began = time.perf_counter()
        answer = operation(*arguments, **options)
        self.stage.came_back(answer, time.perf_counter() - began)
        return answer

    def trigger_and_wait(self, dag_id: str) -> None:
        """A run from its beginning."""
        run = self.call(self.dag_run_api.post_dag_run, dag_id, DAGRun(dag_run_id=RUN))
        self.stage.facts(run, "dag_run_id", "state")
        self.wait(dag_id)

    def wait(self, dag_id: str) -> None:
        """Watch a run until it has ended, and show its task instances."""
        deadline = time.monotonic() + PATIENCE
        with self.stage.progress(f"{dag_id} runs") as look:
            while (run := self.dag_run_api.get_dag_run(dag_id, RUN)).state not in ("success", "failed"):
                look(self._task_instances(dag_id))
                if time.monotonic() > deadline:
                    raise TimeoutError(f"the run of {dag_id} is {run.state} after {PATIENCE} s")
                time.sleep(0.2)
        rows = [[each.task_id, each.state, each.try_number, each.duration] for each in self._task_instances(dag_id)]
        self.stage.table(["task", "state", "try", "seconds"], rows)
        self.stage.outcome(str(run.state))

    def _task_instances(self, dag_id: str) -> list[TaskInstance]:
        found = self.task_instance_api.get_task_instances(dag_id, RUN).task_instances or []
        return sorted(found, key=lambda each: (each.start_date is None, each.start_date))

    def _dags(self, dags: Sequence[DAG]) -> None:
        tags = [", ".join(sorted(tag.name or "" for tag in dag.tags or [])) for dag in dags]
        rows = [
            [dag.dag_id, "yes" if dag.is_paused else "no", tags[i], dag.timetable_description]
            for i, dag in enumerate(dags)
        ]
        self.stage.table(["DAG", "paused", "tags", "schedule"], rows)

    def _references(self, references: Sequence[Any]) -> None:
        self.stage.table(["task", "run"], [[each.task_id, each.dag_run_id] for each in references])
