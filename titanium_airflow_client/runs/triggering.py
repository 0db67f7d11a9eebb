"""How a DAG is triggered exactly once: the steps of `DAGRunApi.trigger`."""

from __future__ import annotations

from typing import Any

import msgspec

from ..api.dag_run_api import DAGRunApi
from ..exceptions import ApiException, ConflictException, DAGRunDiffers, NotFoundException, PreflightFailed
from ..exchange import Flow
from ..procedure import step
from ..request import CallOptions
from ..schemas.dag_run import DAGRun
from . import preflight
from .run_identity import differences, new_run_id

GATEWAY = frozenset({502, 503, 504})
"""The statuses after which it may be unknown what Airflow did."""


class Triggered(msgspec.Struct, frozen=True):
    """What `trigger` returns: the DAG run, and who made it."""

    run: DAGRun
    """The run, as it was when it was made or found."""
    created: bool
    """True when this call made the run; False when it was there already, from a call with the same key or ID."""

    @property
    def dag_run_id(self) -> str:
        """The DAG run ID."""
        return self.run.dag_run_id or ""


def once(client: Any, dag_id: str, wanted: DAGRun, check: bool, options: CallOptions) -> Flow[Triggered]:
    """The run that is wanted: the one that is there, or a new one. `post_dag_run` sees to answers that are lost."""
    if wanted.dag_run_id is None:
        wanted.dag_run_id = new_run_id()
    elif (run := (yield from standing(client, dag_id, wanted, options))) is not None:
        return Triggered(run, created=False)
    if check:
        found = yield from preflight.before(client, dag_id, wanted.conf or {}, options)
        if not found.ready:
            raise PreflightFailed(found)
    try:
        run = yield from step(client, DAGRunApi.post_dag_run, dag_id, wanted, **options)
    except ConflictException:  # somebody with the same key was quicker, or the date is taken
        run = yield from standing(client, dag_id, wanted, options)
        if run is None:
            raise
        return Triggered(run, created=False)
    except ApiException as error:
        if error.status in GATEWAY:
            error.hint = f"to call again with dag_run_id={wanted.dag_run_id!r} is safe: the run is made once"
        raise
    return Triggered(run, created=True)


def standing(client: Any, dag_id: str, wanted: DAGRun, options: CallOptions) -> Flow[DAGRun | None]:
    """The run of this ID if there is one; that of something else is refused."""
    try:
        run = yield from step(client, DAGRunApi.get_dag_run, dag_id, wanted.dag_run_id or "", **options)
    except NotFoundException:
        return None
    if differing := differences(run, wanted):
        raise DAGRunDiffers(run, differing)
    return run
