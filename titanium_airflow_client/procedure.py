"""Calls that are made of several: one generator of steps, typed in both colours. No I/O here.

    @procedure
    def rerun(self, dag_id: str, dag_run_id: str, **options: Unpack[Options]) -> Flow[DAGRun]:
        run = yield from step(self.api_client, DAGRunApi.get_dag_run, dag_id, dag_run_id, **options)
        ...
        yield Sleep(5)
        return run

A step is an operation that is carried out where the procedure yields it: blocking in an `ApiClient`, awaited in an
`AsyncApiClient`. `yield Together(flows, limit)` carries out several at once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec, TypeVar, cast

from . import engine
from .arguments import checker
from .exchange import Flow
from .operation import Api, Coloured, returning
from .reading import Reading

P = ParamSpec("P")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)


class Procedure(Coloured[P, R_co]):
    """The static type of a procedure."""


def procedure(body: Callable[Concatenate[Any, P], Flow[R]]) -> Procedure[P, R]:
    """The method that carries out the steps of `body` with the client of its group."""
    steps: Any = body
    check = checker(steps)

    def call(self: Api[Any], /, *args: Any, **kwargs: Any) -> Any:
        check(args, kwargs)
        return self.api_client.run(steps(self, *args, **kwargs))

    call.__name__, call.__qualname__ = steps.__name__, steps.__qualname__
    call.__doc__, call.__module__ = steps.__doc__, steps.__module__
    result = steps.__annotations__["return"].removeprefix("Flow[").removesuffix("]")
    call.__dict__.update({"__wrapped__": returning(result, steps), "steps": steps})
    return cast("Procedure[P, R]", call)


def step(client: Any, operation: Callable[Concatenate[Any, P], R], /, *args: P.args, **kwargs: P.kwargs) -> Flow[R]:
    """An operation, or another procedure, as a step: `step(client, DAGApi.get_dag, "a_dag")`."""
    declared: Any = operation
    if hasattr(declared, "steps"):
        return cast("Flow[R]", declared.steps(Api(client), *args, **kwargs))
    declared.check(args, kwargs)
    request = declared.build(None, *args, **kwargs)
    return engine.call(declared.route, request, declared.form, client)


def rows(client: Any, operation: Callable[..., Any], /, **arguments: Any) -> Flow[list[Any]]:
    """All items of a list operation, page after page; `limit` is the size of a page."""
    reading = Reading(operation, arguments)
    yield from reading.begin(client)
    found: list[Any] = []
    while reading.wants(0):
        where = reading.ask()
        page = yield from step(client, operation, **reading.arguments(where))
        found += reading.take(where, page)
    return found
