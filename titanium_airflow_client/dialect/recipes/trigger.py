"""A run whose ID the caller gave is made once, even when the answer is lost: the ID tells whether the run is there."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ...decode import Undecodable, parse
from ...exceptions import ApiConnectionError, ApiException, UnexpectedAnswer
from ...exchange import Sleep
from ...runs.run_identity import differences
from ...schemas.dag_run import DAGRun

if TYPE_CHECKING:
    from ...engine import Call
    from ...exchange import Flow
    from ...request import Response
    from ...retry import Retry

PATIENCE = 60.0
"""Seconds for which a server that does not answer is asked what became of a run."""


def post_dag_run(call: Call) -> Flow[Response]:
    """Make the run. When the answer is lost, look for the run, and send again only when it is not there."""
    wanted = DAGRun.from_dict(call.fields())
    if wanted is None or not wanted.dag_run_id:
        response: Response = yield from call.direct()
        return response
    retry = call.limits.retry
    attempt = 0
    while True:
        outcome: Response | ApiException
        try:
            outcome = yield from call.direct()
        except (ApiConnectionError, UnexpectedAnswer) as error:
            if attempt == 0 and isinstance(error, ApiConnectionError) and not error.sent:
                raise
            outcome = error
        else:
            if is_definite(outcome, call.stream) and not (outcome.status == 409 and attempt):
                return outcome
        sent = call.sent
        found = yield from look(call, wanted.dag_run_id)
        if found is not None and found.status == 200 and is_the_one(found, wanted):
            return replace(found, raw=None)
        absent = found is not None and found.status == 404
        if not absent or attempt >= retry.total or not may_be_repeated(outcome, retry):
            call.sent = sent
            return ended(outcome, wanted.dag_run_id)
        if call.stream and not isinstance(outcome, ApiException):
            outcome.raw.close()
        yield Sleep(random.random() * min(retry.cap, retry.backoff * 2.0**attempt))  # noqa: S311 - jitter is no secret
        attempt += 1


def is_definite(response: Response, stream: bool) -> bool:
    """Whether an answer tells what became of the run: a gateway's does not, and half an answer does not."""
    if response.status >= 300 or stream:
        return response.status < 500
    try:
        return isinstance(parse(response.content), dict)
    except Undecodable:
        return False


def look(call: Call, run_id: str) -> Flow[Response | None]:
    """The run, or that there is none; None when that is not to be learned, even of a server that restarts meanwhile."""
    path, ids = "/dags/{dag_id}/dagRuns/{dag_run_id}", {**call.request.path, "dag_run_id": run_id}
    retry, ends = call.limits.retry, time.monotonic() + PATIENCE
    while True:
        try:
            response: Response = yield from call.step("GET", path, None, None, ids, stream=False)
        except (ApiConnectionError, UnexpectedAnswer):
            pass
        else:
            if response.status < 500:
                return response
        if retry.total == 0 or call.limits.over() or time.monotonic() > ends:
            return None
        yield Sleep(random.random() * min(retry.cap, retry.backoff * 4.0))  # noqa: S311 - jitter is no secret


def is_the_one(found: Response, wanted: DAGRun) -> bool:
    """Whether a run that is there is the one that was asked for."""
    try:
        run = DAGRun.from_json(found.content)
    except Undecodable:
        return False
    return run is not None and run.dag_run_id == wanted.dag_run_id and not differences(run, wanted)


def may_be_repeated(outcome: Response | ApiException, retry: Retry) -> bool:
    """Whether it may go better the next time; that the run is not there is known."""
    return isinstance(outcome, ApiException) or outcome.status < 300 or outcome.status in {*retry.statuses, 409}


def ended(outcome: Response | ApiException, run_id: str) -> Response:
    """What the caller gets of the last try."""
    if isinstance(outcome, ApiConnectionError):
        outcome.sent = True  # if not the last time, then before
    if isinstance(outcome, ApiException):
        outcome.hint = f"whether the run {run_id!r} was made is not known; ask again with this ID, and it is made once"
        raise outcome
    return outcome
