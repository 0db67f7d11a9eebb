"""What is recorded beside the example of each operation: other things to look at, and errors.

A case is an operation, the name of the case, and the arguments that differ from the example's.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from declared import Declared

RUN = "manual__2024-02-29T12:00:00+00:00"
PLAIN = {"_headers": {"Accept": "text/plain"}}
WEB_PAGE = {"_headers": {"Accept": "text/html"}}


@dataclass(frozen=True)
class Case:
    """A call to record."""

    operation: str
    name: str = ""
    arguments: dict[str, Any] = field(default_factory=dict)
    user: str | None = "admin"
    """Who calls; None sends no credentials."""


def other() -> Iterator[Case]:
    """The same operations on things of other shapes."""
    for dag_id in ("dataset_consumer", "params"):
        yield Case("get_dag", dag_id, {"dag_id": dag_id})
        yield Case("get_dag_details", dag_id, {"dag_id": dag_id})
    yield Case("get_dag", "fields", {"fields": ["dag_id", "is_paused"]})
    for dag_id in ("mapped", "branching", "odd"):
        yield Case("get_tasks", dag_id, {"dag_id": dag_id})
    yield Case("get_task", "mapped", {"dag_id": "mapped", "task_id": "square"})
    yield Case("get_dag_source", "text", PLAIN)
    yield Case("get_dags", "page", {"tags": None, "limit": 2, "offset": 3, "order_by": "-dag_id"})
    yield Case("get_dags", "none", {"tags": ["nope"]})
    yield Case("get_dag_runs", "all", {"dag_id": "~", "state": None, "limit": 20})
    yield Case("get_dag_run", "failed", {"dag_id": "failing"})
    yield Case("get_dag_run", "conf", {"dag_id": "params"})
    yield Case("get_dag_run", "queued", {"dag_id": "odd"})
    for dag_id in ("mapped", "failing", "branching", "odd"):
        yield Case("get_task_instances", dag_id, {"dag_id": dag_id, "state": None, "limit": 20})
    yield Case("get_task_instance", "failed", {"dag_id": "failing", "task_id": "divide"})
    yield Case("get_task_instance_tries", "failed", {"dag_id": "failing", "task_id": "divide"})
    for name in ("get_task_instance", "get_task_instance_dependencies", "get_extra_links"):
        yield Case(name, "waiting", {"dag_id": "odd", "task_id": "wait"})
    yield Case("get_log", "failed", {"dag_id": "failing", "task_id": "divide"})
    yield Case("get_log", "full", {"full_content": True})
    yield Case("get_log", "mapped", {"dag_id": "mapped", "task_id": "square", "map_index": 1})
    yield Case("get_log", "text", PLAIN)
    yield Case("get_log", "no_such_try", {"task_try_number": 7})
    yield Case("get_xcom_entries", "mapped", {"dag_id": "mapped", "task_id": "square"})
    yield Case("get_xcom_entry", "mapped", {"dag_id": "mapped", "task_id": "square", "map_index": 1})
    yield Case("get_xcom_entry", "as_it_is", {"stringify": False})
    yield Case("get_config", "text", PLAIN)
    yield Case("get_value", "text", PLAIN)
    yield Case("get_pool", "default", {"pool_name": "default_pool"})
    yield Case("get_user", "viewer", {"username": "viewer"})
    yield Case("get_event_logs", "all", {"dag_id": None, "limit": 20})


def errors(operations: list[Declared]) -> Iterator[Case]:
    """Every kind of refusal."""
    for name in ("get_dags", "get_health", "patch_dag", "get_variables"):
        yield Case(name, "without_credentials", user=None)
    yield Case("get_dags", "wrong_password", user="stranger")
    for name in ("get_dags", "get_dag", "get_users", "get_config"):
        yield Case(name, "as_nobody", user="nobody")
    for name in ("get_users", "get_config", "get_variables", "post_pool", "patch_dag", "delete_dag", "post_dag_run"):
        yield Case(name, "as_viewer", user="viewer")
    for one in operations:
        ids = {name: 999999 if "int" in str(one.parameters[name].annotation) else "nope" for name in one.request.path}
        if ids and one.name != "get_extra_links":
            yield Case(one.name, "unknown", ids)
        if len(ids) > 1:
            last = list(ids)[-1]
            yield Case(one.name, f"unknown_{last}", {last: ids[last]})
        if "order_by" in one.parameters:
            yield Case(one.name, "unknown_order", {"order_by": "nope"})
        if "fields" in one.parameters:
            yield Case(one.name, "unknown_field", {"fields": ["nope"]})
        if "limit" in one.parameters and one.name in ("get_dags", "get_pools", "get_event_logs"):
            yield Case(one.name, "negative_limit", {"limit": -1})
        if one.name.startswith("post_") and not one.request.path:
            yield Case(one.name, "again")
    yield Case("post_dag_run", "again", {"dag_run": {"dag_run_id": RUN}})
    yield Case("post_dag_run", "wrong_conf", {"dag_id": "params", "dag_run": {"conf": {"times": 99}}})
    yield Case("get_dag_runs", "no_date", {"end_date_gte": "yesterday"})
    yield Case("get_task_instances", "unknown_state", {"state": ["nope"]})
    yield Case("update_dag_run_state", "unknown_state", {"update_dag_run_state": {"state": "nope"}})
    yield Case("patch_task_instance", "unknown_state", {"update_task_instance": {"new_state": "nope"}})
    yield Case("set_dag_run_note", "too_long", {"set_dag_run_note": {"note": "x" * 1001}})
    yield Case("delete_pool", "default", {"pool_name": "default_pool"})
    yield Case(
        "patch_pool",
        "other_name",
        {"pool_name": "default_pool", "pool": {"name": "other", "slots": 1}, "update_mask": None},
    )
    yield Case("patch_variable", "other_key", {"variable": {"key": "other", "value": "x"}})
    yield Case("patch_dag", "unknown_mask", {"update_mask": ["dag_id"]})
    yield Case("get_xcom_entry", "deserialize", {"deserialize": True})
    yield Case("get_log", "wrong_token", {"token": "eyJhIjoxfQ.nope"})
    yield Case("get_dag_source", "not_acceptable", WEB_PAGE)
    yield Case("get_config", "not_acceptable", WEB_PAGE)
    yield Case("get_dags", "not_acceptable", {"limit": 1, **WEB_PAGE})
    for name in ("post_variables", "patch_dag"):
        yield Case(name, "no_json", {"_content_type": "text/plain"})


ELSEWHERE = [
    ("wrong_method", "PUT", "/api/v1/dags/linear", True),
    ("unknown_path", "GET", "/api/v1/nope", True),
    ("lost", "GET", "/lost/api/v1/dags", True),
    ("login", "GET", "/home", False),
    ("form", "POST", "/login/", False),
]
"""What comes back where no operation is: the case, method, path, and whether credentials are sent."""
