"""Whether a run would start, or why it has not: the checks, each of what the server told. No I/O here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timezone
from typing import Any, Literal, TypeAlias

import msgspec

from ..schemas.dag import DAGDetail
from ..schemas.dag_run import DAGRun
from ..schemas.health import HealthInfo
from ..schemas.pool import Pool
from ..schemas.task import Task
from .param_schema import complaints

ObstacleKind: TypeAlias = Literal[
    "missing",
    "import_error",
    "stale",
    "paused",
    "run_type",
    "param",
    "unknown_param",
    "active_runs",
    "date",
    "pool",
    "scheduler",
]
"""What an obstacle is about, for programs."""


class Obstacle(msgspec.Struct, frozen=True):
    """Something that keeps a run from starting, or may."""

    kind: ObstacleKind
    """What it is about, for programs."""
    what: str
    """What it is, in words."""
    advice: str
    """What to do about it."""
    blocks: bool = True
    """True when the run is refused, or starts only when somebody does something.

    False when it starts later by itself, or when it may be a mistake.
    """

    def __str__(self) -> str:
        return f"{self.what}: {self.advice}" if self.advice else self.what


class Readiness(msgspec.Struct, frozen=True):
    """What `preflight` and `why_not_started` found: true when nothing blocks the run."""

    obstacles: Sequence[Obstacle]
    """What stands in the way, with what blocks first."""
    unchecked: Mapping[str, str]
    """What could not be looked at, such as `pools`, and why: usually a permission that the user lacks."""

    @property
    def ready(self) -> bool:
        """Whether nothing blocks the run."""
        return not any(obstacle.blocks for obstacle in self.obstacles)

    def __bool__(self) -> bool:
        return self.ready

    def __str__(self) -> str:
        told = [f"- {obstacle}" for obstacle in self.obstacles]
        return "\n".join(told) or "nothing stands in the way"


def of(obstacles: Iterable[Obstacle], unchecked: Mapping[str, str]) -> Readiness:
    """The value, with what blocks first."""
    return Readiness(sorted(obstacles, key=lambda obstacle: not obstacle.blocks), unchecked)


def of_dag(dag: DAGDetail) -> Iterator[Obstacle]:
    """What the DAG itself says."""
    if dag.is_active is False:
        yield Obstacle("stale", f"the scheduler has lost sight of {dag.dag_id}", "is its file still there?")
    if dag.is_paused:
        yield Obstacle(
            "paused",
            f"{dag.dag_id} is paused: a run of it stays queued",
            f'DAGApi.patch_dag({dag.dag_id!r}, {{"is_paused": False}})',
        )
    if dag.allowed_run_types and "manual" not in dag.allowed_run_types:
        allowed = ", ".join(dag.allowed_run_types)
        yield Obstacle("run_type", f"{dag.dag_id} has no manual runs, only: {allowed}", "its file says so")


def missing(dag_id: str, broken: Mapping[str, str]) -> Obstacle:
    """That there is no such DAG, and why that may be."""
    if not broken:
        return Obstacle(
            "missing", f"there is no DAG {dag_id}", "is its file in the DAGs folder, and was it parsed yet?"
        )
    files = ", ".join(f"{file} ({last_line(trace)})" for file, trace in list(broken.items())[:3])
    return Obstacle("missing", f"there is no DAG {dag_id}", f"is it in a file that fails to import? There are: {files}")


def of_import(dag: DAGDetail, broken: Mapping[str, str]) -> Iterator[Obstacle]:
    """What the import of the DAG's file says."""
    file = dag.fileloc
    trace = next((trace for name, trace in broken.items() if file and same_file(file, name)), None)
    if trace is not None:
        yield Obstacle("import_error", f"the file of {dag.dag_id} fails to import: {last_line(trace)}", f"mend {file}")
    elif dag.has_import_errors:
        yield Obstacle("import_error", f"the file of {dag.dag_id} fails to import", f"mend {file}")


def last_line(trace: str) -> str:
    """What a traceback comes to."""
    return trace.strip().rpartition("\n")[2][:200]


def same_file(path: str, other: str) -> bool:
    """Whether two paths mean one file; Airflow 3 tells some within their bundle."""
    return path == other or path.endswith(f"/{other}") or other.endswith(f"/{path}")


def of_params(declared: Mapping[str, Any], conf: Mapping[str, Any]) -> Iterator[Obstacle]:
    """What the parameters of the DAG say of those that are given."""
    for name, param in declared.items():
        if not isinstance(param, dict) or not isinstance(param.get("schema", {}), dict):
            continue  # of no form that is known
        wrong = list(complaints(param.get("schema", {}), conf.get(name, param.get("value"))))
        if wrong and name in conf:
            yield Obstacle("param", f"the parameter {name!r} of conf does not fit", f"it {' and '.join(wrong)}")
        elif wrong:
            yield Obstacle("param", f"the parameter {name!r} is required", f"put it in conf; it {' and '.join(wrong)}")
    if declared:
        for name in conf:
            if name not in declared:
                known = ", ".join(declared)
                yield Obstacle("unknown_param", f"the DAG has no parameter {name!r}", f"it has: {known}", blocks=False)


def of_runs(dag: DAGDetail, active: int) -> Iterator[Obstacle]:
    """What the runs that are under way say."""
    most = dag.max_active_runs
    if most and active >= most:
        what = f"{active} runs of {dag.dag_id} are running, and max_active_runs is {most}"
        yield Obstacle("active_runs", what, "the run starts when one of them has ended", blocks=False)


def of_dates(run: DAGRun) -> Iterator[Obstacle]:
    """What the dates of a run that is there say."""
    name = "logical_date" if run.run_after is None else "run_after"  # which is what counts where there is one
    moment = getattr(run, name)
    if moment is not None and moment > datetime.now(timezone.utc):
        yield Obstacle("date", f"its {name} is {moment.isoformat()}", "it does not start before that", blocks=False)


def of_pools(tasks: Sequence[Task], pools: Sequence[Pool]) -> Iterator[Obstacle]:
    """What the pools of the tasks say."""
    by_name = {pool.name: pool for pool in pools}
    wanted: dict[str, list[Task]] = {}
    for task in tasks:
        if task.pool and task.operator_name != "EmptyOperator":  # which the scheduler does without a slot
            wanted.setdefault(task.pool, []).append(task)
    for name, users in wanted.items():
        pool, many = by_name.get(name), named(users)
        if pool is None:
            yield Obstacle("pool", f"the pool {name!r} of {many} does not exist", "PoolApi.post_pool makes it")
        elif pool.slots is not None and pool.slots >= 0:
            large = [task for task in users if (task.pool_slots or 1) > pool.slots]
            if large:
                what = f"the pool {name!r} has {pool.slots} slots: too few for {named(large)}"
                yield Obstacle("pool", what, "PoolApi.patch_pool gives it more")
            elif pool.open_slots is not None and pool.open_slots <= 0:
                what = f"all {pool.slots} slots of the pool {name!r} are taken"
                yield Obstacle("pool", what, f"{many} waits for one", blocks=False)


def named(tasks: Sequence[Task]) -> str:
    """The tasks, in words."""
    shown = ", ".join(task.task_id or "" for task in tasks[:3])
    return f"{shown} and {len(tasks) - 3} more" if len(tasks) > 3 else shown


def of_health(health: HealthInfo) -> Iterator[Obstacle]:
    """What the server says of its scheduler."""
    scheduler = health.scheduler
    if scheduler is not None and scheduler.status not in (None, "healthy"):
        beat = scheduler.latest_scheduler_heartbeat
        last = f"; its last sign of life was {beat.isoformat()}" if beat else ""
        yield Obstacle("scheduler", f"no scheduler is at work{last}", "start one: without it no run starts")
