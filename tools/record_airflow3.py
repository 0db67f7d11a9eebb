"""What is recorded of Airflow 3 beyond Airflow 2: what its operations need to be there, and in which order.

The cases are as those of `record_cases`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from record_cases import RUN, WEB_PAGE, Case

if TYPE_CHECKING:
    from record import Recorder

ALIASED = '''"""A DAG that updates an alias of assets."""

from datetime import datetime

from airflow import DAG

try:
    from airflow.providers.standard.operators.empty import EmptyOperator
    from airflow.sdk import AssetAlias
except ImportError:
    AssetAlias = None

if AssetAlias:
    with DAG("aliased", schedule=[AssetAlias("tests_alias")], start_date=datetime(2024, 1, 1), catchup=False):
        EmptyOperator(task_id="go", outlets=[AssetAlias("tests_alias")])
'''

FIRST = frozenset({"set_asset_state_store", "set_task_state_store"})
"""What makes, although it is no POST."""
LAST = frozenset({"cancel_backfill", "create_default_connections", "get_hitl_detail_try_detail", "logout"})
"""What others would not find what they look for after."""
BEFORE = {
    "delete_asset_state_store": "set_asset_state_store",
    "delete_task_state_store": "set_task_state_store",
    "delete_asset_queued_events": "create_asset_event",
    "delete_dag_asset_queued_event": "create_asset_event",
    "delete_dag_asset_queued_events": "create_asset_event",
}
"""What makes what an operation deletes, when another one did so already."""
USERS = {"logout": "viewer"}
"""Who is not the same after that."""
LEARNED = {
    "create_backfill": ("", "backfill_id", "id"),
    "enqueue_connection_test": ("get_connection_test", "airflow_connection_test_token", "token"),
}
"""What later calls need of an answer: of which operations, the parameter, and the field of the answer."""
KEPT_ELSEWHERE = frozenset({"Permission", "Role", "User"})
"""The groups of what the simple auth manager does not have: that they are refused is seen once."""

DAYS = {"dag_id": "daily", "from_date": "2024-02-01T00:00:00Z", "to_date": "2024-02-02T00:00:00Z"}
ASKED = {"dag_id": "asking", "dag_run_id": RUN, "task_id": "ask", "map_index": -1}
CHANGED = {"dag_id": "disposable_38", "task_id": "second"}


def bulk(first: dict[str, Any], changed: dict[str, Any], key: str) -> dict[str, Any]:
    """A body that makes, changes and deletes one thing, and fails to delete another."""
    actions = [
        {"action": "create", "entities": [first], "action_on_existence": "overwrite"},
        {"action": "update", "entities": [first | changed]},
        {"action": "delete", "entities": [first[key], "nope"]},
    ]
    return {"actions": actions}


def known(asset_id: int, updated_id: int, alias_id: int, password: str) -> dict[tuple[str, str], Any]:
    """Arguments of Airflow 3's operations, by operation and parameter."""
    login = {"username": "admin", "password": password}
    found: dict[tuple[str, str], Any] = {
        ("", "asset_id"): asset_id,
        ("", "asset_alias_id"): alias_id,
        ("create_asset_event", "create_asset_events_body"): {"asset_id": updated_id, "extra": {"rows": 42}},
        ("create_backfill", "backfill_post_body"): {**DAYS, "dag_run_conf": {"by": "hand"}},
        ("create_backfill_dry_run", "backfill_post_body"): DAYS,
        ("list_backfills", "dag_id"): "daily",
        ("create_token", "login_body"): login,
        ("create_token_cli", "login_body"): login,
        ("bulk_connections", "bulk_body"): bulk(
            {"connection_id": "depot", "conn_type": "http"}, {"host": "depot.example.com"}, "connection_id"
        ),
        ("bulk_pools", "bulk_body"): bulk(
            {"name": "depot", "slots": 2, "include_deferred": True}, {"slots": 3}, "name"
        ),
        ("bulk_variables", "bulk_body"): bulk({"key": "depot", "value": "north"}, {"value": "south"}, "key"),
        ("clear_dag_run_partitions", "dag_id"): "partitioned",
        ("delete_task_instance", "task_id"): "first",
        ("delete_xcom_entry", "xcom_key"): "rows",
        ("patch_task_group_instances", "patch_task_instance_body"): {"note": "checked by hand"},
        ("patch_task_group_instances_dry_run", "patch_task_instance_body"): {"new_state": "failed"},
        ("patch_task_instance_by_map_index", "map_index"): -1,
        ("patch_task_instance_dry_run_by_map_index", "patch_task_instance_body"): {"new_state": "failed"},
        ("patch_task_instance_dry_run", "patch_task_instance_body"): {"new_state": "failed"},
        ("update_hitl_detail", "update_hitl_detail_payload"): {"chosen_options": ["left"], "params_input": {}},
        ("update_xcom_entry", "xcom_key"): "rows",
    }
    for name, value in CHANGED.items():
        found["patch_task_instance_by_map_index", name] = value
    for operation in ("get_hitl_detail", "get_hitl_detail_try_detail", "update_hitl_detail"):
        found |= {(operation, name): value for name, value in ASKED.items()}
    return found


def learn(recorder: Recorder, operation: str, result: Any) -> None:
    """Keep what later calls need of an answer."""
    if operation in LEARNED and result is not None:
        later, parameter, field = LEARNED[operation]
        recorder.known[later, parameter] = getattr(result, field)


def other(release: str) -> Iterator[Case]:
    """Other shapes, and the errors that only Airflow 3 knows."""
    for dag_id in ("daily", "partitioned", "conflicting_1", "aliased"):
        yield Case("get_dag_details", dag_id, {"dag_id": dag_id})
    yield Case("get_dags", "several_orders", {"order_by": ["dag_display_name", "-dag_id"], "limit": 2})
    yield Case("get_dag_source", "by_dag_id", {"file_token": "mapped"})
    yield Case("get_dag_source", "no_such_version", {"version_number": 99})
    yield Case("get_dag_runs", "cursor", {"dag_id": "~", "state": None, "cursor": "", "limit": 2})
    yield Case(
        "get_task_instances", "cursor", {"dag_id": "~", "dag_run_id": "~", "state": None, "cursor": "", "limit": 2}
    )
    yield Case("get_dag_runs", "backfill", {"dag_id": "daily", "state": None, "order_by": None})
    yield Case("get_task_instance", "asking", ASKED | {"map_index": None})
    yield Case("get_extra_links", "unknown_task_id", {"task_id": "nope"})
    yield Case("get_dag_versions", "all", {"dag_id": "~", "limit": 3})
    yield Case("get_assets", "all", {"only_active": False})
    yield Case("get_jobs", "running", {"job_state": "running"})
    yield Case("get_asset_events", "by_time", {"timestamp_lte": "2020-01-01T00:00:00Z"})
    yield Case("wait_dag_run_until_finished", "result", {"dag_id": "mapped", "result": ["square"]})
    yield Case("create_token", "wrong_password", {"login_body": {"username": "admin", "password": "wrong"}})
    yield Case("create_token", "stranger", {"login_body": {"username": "nope", "password": "wrong"}})
    yield Case("login", "elsewhere", {"next": "http://example.com"})
    yield Case("create_backfill", "again", {"backfill_post_body": DAYS})
    yield Case("create_backfill", "no_schedule", {"backfill_post_body": {**DAYS, "dag_id": "linear"}})
    yield Case("create_backfill", "unknown_dag", {"backfill_post_body": {**DAYS, "dag_id": "nope"}})
    yield Case("create_asset_event", "unknown_asset", {"create_asset_events_body": {"asset_id": 999999}})
    if release > "3.3":  # others take any answer
        yield Case("update_hitl_detail", "unknown_option", {"update_hitl_detail_payload": {"chosen_options": ["up"]}})
    yield Case("post_connection", "wrong_name", {"connection": {"connection_id": "a b?", "conn_type": "http"}})
    yield Case("post_pool", "wrong_slots", {"pool": {"name": "tiny", "slots": -5}})
    yield Case("post_dag_run", "half_an_interval", {"dag_run": {"data_interval_start": "2024-02-01T00:00:00Z"}})
    yield Case("unfavorite_dag", "again", {"dag_id": "mapped"})
    yield Case("set_task_state_store", "unknown_task", {"task_id": "nope"})
    yield Case("get_dag_details", "not_acceptable", WEB_PAGE)


def after() -> Iterator[Case]:
    """How it looks when all is done."""
    yield Case("get_hitl_detail", "answered")
    yield Case("get_hitl_details", "answered", {"response_received": True})
    yield Case("update_hitl_detail", "again")
    yield Case("cancel_backfill", "again")
    yield Case("get_dag_runs", "noted", {"dag_id": "~", "state": None, "limit": 5})


ELSEWHERE = [
    ("wrong_method", "PUT", "/api/v2/dags/linear", True),
    ("unknown_path", "GET", "/api/v2/nope", True),
    ("lost", "GET", "/lost/api/v2/dags", True),
    ("removed", "GET", "/api/v1/dags", True),
    ("removed_write", "POST", "/api/v1/dags", True),
    ("web_interface", "GET", "/", False),
    ("not_logged_in", "GET", "/api/v2/dags", False),
]
"""What comes back where no operation is: the case, method, path, and whether credentials are sent."""
