"""The classes of operations: each fails in its own way."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.faults.airflow import NAMES, PAGE
from titanium_airflow_client import DAGApi, DAGRunApi

Clients = Callable[[type], Any]
"""`connect(...)` of tests/conftest.py: a group of operations in one colour."""


@dataclass(frozen=True)
class Class:
    name: str
    call: Callable[[Clients], Any]
    right: Any
    """What it returns when all is well."""
    after: str | None = None
    """The request after whose answer the fault strikes; None strikes the first."""
    knows: bool = True
    """Whether the client already knows the server, and has a token."""
    requests: int = 1
    """How many requests it takes, from the one that is struck on."""
    body: bool = True
    """Whether its answer has a body."""


def read(api: Clients) -> Any:
    return api(DAGApi).get_dag("dag_0").dag_id


def page(api: Clients) -> Any:
    return [dag.dag_id for dag in api(DAGApi).every("iter_dags", limit=PAGE)]


def streamed(api: Clients) -> Any:
    dags = api(DAGApi)
    response = dags.get_dag_without_preload_content("dag_0")
    try:
        return response.status, dags.wait(response.read())
    finally:
        response.close()


def post(api: Clients) -> Any:
    return api(DAGRunApi).post_dag_run("dag_0", {}).dag_run_id


def patch(api: Clients) -> Any:
    return api(DAGApi).patch_dag("dag_0", {"is_paused": True}).dag_id


def delete(api: Clients) -> Any:
    return api(DAGApi).delete_dag("dag_0")


def recipe(api: Clients) -> Any:
    return [dag.dag_id for dag in api(DAGApi).patch_dags("dag", {"is_paused": True}).dags]


CLASSES = [
    Class("read", read, "dag_0"),
    Class("page", page, NAMES, after="GET /api/v2/dags", requests=3),
    Class("raw form", streamed, (200, b'{"dag_id": "dag_0"}')),
    Class("POST", post, "mine"),
    Class("PATCH", patch, "dag_0"),
    Class("DELETE", delete, None, body=False),
    Class("recipe", recipe, NAMES[:PAGE], after="GET /api/v2/dags", requests=2),
    Class("login", read, "dag_0", after="GET /api/v2/version", knows=False, requests=2),
    Class("version", read, "dag_0", knows=False, requests=3),
]
