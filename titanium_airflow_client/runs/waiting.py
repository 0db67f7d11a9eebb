"""How the end of a DAG run is waited for: the steps of `DAGRunApi.wait`.

The run is looked at, time and again. The server's own stream (`wait_dag_run_until_finished`, of Airflow 3.1) is not
used: the server looks just as often, and a stream is bound to one connection, which a proxy or a restart ends.
"""

from __future__ import annotations

import random
import time
from typing import Any

from ..api.dag_run_api import DAGRunApi
from ..exceptions import (
    ApiConnectionError,
    ApiException,
    ApiTlsError,
    DAGRunFailed,
    DAGRunTimeout,
    NotFoundException,
    ServiceException,
    TooManyRequestsException,
    UnexpectedAnswer,
)
from ..exchange import Flow, Sleep
from ..procedure import step
from ..request import CallOptions
from ..schemas.dag_run import DAGRun, DagState

SHARE = 0.1
"""The part of the time waited so far that is waited until the next look."""


OUTAGE = 300.0
"""Seconds for which a server may be away when no timeout says how long to wait."""


def until_ended(
    client: Any,
    dag_id: str,
    dag_run_id: str,
    timeout: float | None,
    intervals: tuple[float, float],
    options: CallOptions,
) -> Flow[DAGRun]:
    """The run when it has ended."""
    run = yield from step(client, DAGRunApi.get_dag_run, dag_id, dag_run_id, **options)
    began = seen = now = time.monotonic()
    lost: ApiException | None = None
    while not has_ended(run):
        pause = interval(now - began, *intervals)
        if timeout is not None:
            left = began + timeout - now
            if left <= 0:
                raise DAGRunTimeout(run, timeout) from lost
            pause = min(pause, left)
            options = within(options, left - pause)
        yield Sleep(pause)
        try:
            run = yield from step(client, DAGRunApi.get_dag_run, dag_id, dag_run_id, **options)
            seen, lost = time.monotonic(), None
        except ApiException as error:
            if isinstance(error, NotFoundException) and error.data is not None:
                error.hint = f"the run was there, {run.state}, and was deleted while it was waited for"
            if not may_pass(error) or (timeout is None and time.monotonic() - seen > OUTAGE):
                raise
            lost = error
        now = time.monotonic()
    return run


def has_ended(run: DAGRun) -> bool:
    """Whether nothing is left to be done; of a state that is new here, the end date tells."""
    if run.state in (DagState.QUEUED, DagState.RUNNING):
        return False
    return run.state in (DagState.SUCCESS, DagState.FAILED) or run.end_date is not None


def interval(waited: float, least: float, most: float) -> float:
    """Seconds until the next look: longer and longer, and never the same for two who began together."""
    return min(most, max(least, SHARE * waited)) * random.uniform(0.75, 1.0)  # noqa: S311 - jitter is no secret


def within(options: CallOptions, left: float) -> CallOptions:
    """The keywords of a look that is over about when the wait is."""
    own = options.get("_deadline", OUTAGE)
    left = max(1.0, left)
    return {**options, "_deadline": left if own is None else min(own, left)}


def may_pass(error: ApiException) -> bool:
    """Whether the server, or what is before it, may answer again: it is restarted, or has too much to do."""
    if isinstance(error, NotFoundException):
        return error.data is None  # Airflow itself would say what it does not find
    passing = (ApiConnectionError, ServiceException, TooManyRequestsException, UnexpectedAnswer)
    return isinstance(error, passing) and not isinstance(error, ApiTlsError)


def checked(run: DAGRun) -> DAGRun:
    """The run if it succeeded."""
    if run.state != DagState.SUCCESS:
        raise DAGRunFailed(run)
    return run
