"""What the server is asked to tell whether a run would start, or why it has not: the steps of `DAGRunApi.preflight`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..api.dag_api import DAGApi
from ..api.dag_run_api import DAGRunApi
from ..api.import_error_api import ImportErrorApi
from ..api.monitoring_api import MonitoringApi
from ..api.pool_api import PoolApi
from ..exceptions import ApiConnectionError, ApiException, NotFoundException, UnauthorizedException
from ..exchange import Flow, Together
from ..procedure import rows, step
from ..request import CallOptions
from ..schemas.dag import DAGDetail
from ..schemas.dag_run import DagState
from . import readiness
from .readiness import Obstacle, Readiness

ENDED = frozenset({DagState.SUCCESS, DagState.FAILED})


def before(client: Any, dag_id: str, conf: Mapping[str, Any], options: CallOptions) -> Flow[Readiness]:
    """Whether a run would be made, and would start."""
    try:
        dag = yield from step(client, DAGApi.get_dag_details, dag_id, **options)
    except NotFoundException:
        return (yield from without(client, dag_id, options))
    said, unchecked = yield from ask(about(client, dag, options))
    obstacles = [*readiness.of_dag(dag), *readiness.of_params(dag.params or {}, conf), *of_surroundings(dag, said)]
    return readiness.of(obstacles, unchecked)


def after(client: Any, dag_id: str, dag_run_id: str, options: CallOptions) -> Flow[Readiness]:
    """Why a run that is there does not start, or its tasks do not."""
    run = yield from step(client, DAGRunApi.get_dag_run, dag_id, dag_run_id, **options)
    if run.state in ENDED:
        return readiness.of([], {})
    try:
        dag = yield from step(client, DAGApi.get_dag_details, dag_id, **options)
    except NotFoundException:
        return (yield from without(client, dag_id, options))
    said, unchecked = yield from ask(about(client, dag, options))
    if run.state == DagState.RUNNING:
        said.pop("runs", None)  # it is one of them
    of_dag = (obstacle for obstacle in readiness.of_dag(dag) if obstacle.kind != "run_type")
    return readiness.of([*of_dag, *readiness.of_dates(run), *of_surroundings(dag, said)], unchecked)


def without(client: Any, dag_id: str, options: CallOptions) -> Flow[Readiness]:
    """What there is to say of a DAG that is not there."""
    said, unchecked = yield from ask({"import errors": import_errors(client, options)})
    return readiness.of([readiness.missing(dag_id, said.get("import errors", {}))], unchecked)


def of_surroundings(dag: DAGDetail, said: Mapping[str, Any]) -> Iterator[Obstacle]:
    """What is in the way beside the DAG itself."""
    yield from readiness.of_import(dag, said.get("import errors", {}))
    if "runs" in said:
        yield from readiness.of_runs(dag, said["runs"].total_entries or 0)
    if "tasks" in said and "pools" in said:
        yield from readiness.of_pools(said["tasks"].tasks or [], said["pools"])
    if "health" in said:
        yield from readiness.of_health(said["health"])


def about(client: Any, dag: DAGDetail, options: CallOptions) -> dict[str, Flow[Any]]:
    """What to ask about the surroundings of a DAG."""
    dag_id = dag.dag_id or ""
    return {
        "import errors": import_errors(client, options),
        "runs": step(client, DAGRunApi.get_dag_runs, dag_id, state=["running"], limit=1, **options),
        "tasks": step(client, DAGApi.get_tasks, dag_id, **options),
        "pools": rows(client, PoolApi.get_pools, limit=100, **options),
        "health": step(client, MonitoringApi.get_health, **options),
    }


def import_errors(client: Any, options: CallOptions) -> Flow[dict[str, str]]:
    """The files that fail to import, each with its traceback."""
    found = yield from rows(client, ImportErrorApi.get_import_errors, limit=100, **options)
    return {error.filename or "": error.stack_trace or "" for error in found}


def ask(questions: Mapping[str, Flow[Any]]) -> Flow[tuple[dict[str, Any], dict[str, str]]]:
    """All at once: what the server said to each, and why it did not say the others."""
    answers = yield Together(list(questions.values()), len(questions))
    said: dict[str, Any] = {}
    unchecked: dict[str, str] = {}
    for name, answer in zip(questions, answers):
        if not isinstance(answer, Exception):
            said[name] = answer
        elif isinstance(answer, ApiException) and not isinstance(answer, (ApiConnectionError, UnauthorizedException)):
            unchecked[name] = f"({answer.status}) {answer.reason}"
        else:
            raise answer
    return said, unchecked
