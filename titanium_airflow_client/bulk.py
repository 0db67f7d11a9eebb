"""Many settings changed at once: by requests for many where the server has them, else one by one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias, cast

from .exceptions import ApiTypeError, ApiValueError, BadRequestException, ForbiddenException
from .exchange import Flow, Limits, Together
from .outcome import Outcome, Outcomes, each
from .procedure import step
from .request import CallOptions, Options
from .server import known

SIZE = 100
"""How many a request for many names."""

OnDone: TypeAlias = Callable[[Outcome[str, None]], object]


def in_bulk(
    client: Any,
    operation: Callable[..., Any],
    action: Mapping[str, Any],
    entities: Mapping[str, Any],
    singles: Mapping[str, Flow[Any]],
    concurrency: int,
    on_done: OnDone | None,
    options: CallOptions,
) -> Flow[Outcomes[str, None]]:
    """What became of each key of `singles`; those of `entities` go in requests for many first.

    What such a request does not confirm is done alone, and so has an error of its own, the same on every release.
    """
    over: dict[str, Outcome[str, None]] = {}
    server = yield from known(client, Limits.of(cast("Options", options), client.configuration))
    if server.supports(operation):
        keys = list(entities)
        parts = [
            many(
                client, operation, action, {key: entities[key] for key in keys[begin : begin + SIZE]}, on_done, options
            )
            for begin in range(0, len(keys), SIZE)
        ]
        for part in (yield Together(parts, concurrency)) if parts else ():
            if isinstance(part, Exception):
                raise part
            over.update(part)
    left = {key: nothing(flow) for key, flow in singles.items() if key not in over}
    over.update({one.key: one for one in (yield from each(left, concurrency, on_done))})
    return Outcomes(over[key] for key in singles)


def many(
    client: Any,
    operation: Callable[..., Any],
    action: Mapping[str, Any],
    entities: Mapping[str, Any],
    on_done: OnDone | None,
    options: CallOptions,
) -> Flow[dict[str, Outcome[str, None]]]:
    """One request for many: what it was done to, or that it failed and nobody knows how far it came."""
    body = {"actions": [{**action, "entities": list(entities.values())}]}
    done: Sequence[str]
    error: Exception | None = None
    try:
        answer = yield from step(client, operation, body, **options)
    except (ApiTypeError, ApiValueError, BadRequestException, ForbiddenException):
        done = ()  # one of them is wrong, and nothing was done
    except Exception as problem:  # noqa: BLE001 - it is what became of each
        done, error = list(entities), problem
    else:
        did = getattr(answer, action["action"])
        done = (did and did.success) or ()
    outcomes: dict[str, Outcome[str, None]] = {key: Outcome(key, None, error) for key in done if key in entities}
    for outcome in outcomes.values():
        if on_done is not None:
            on_done(outcome)
    return outcomes


def nothing(flow: Flow[Any]) -> Flow[None]:
    """The flow, without what it returns: a request for many says no more than that it was done."""
    yield from flow
