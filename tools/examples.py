"""An example of each operation, made of values that mean something: the sample DAGs, and things with plain names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import examples_airflow3
from facade import groups, models

if TYPE_CHECKING:
    from declared import Declared

RUN = '"manual__2024-02-29T12:00:00+00:00"'
ORDERS = '"file://localhost/sample/orders.csv"'

VALUES = {
    "clear_dag_run": "ClearDagRun(dry_run=True)",
    "clear_task_instances": 'ClearTaskInstances(task_ids=["extract"], only_failed=False, dry_run=True)',
    "connection": 'Connection(connection_id="warehouse", conn_type="postgres", host="db.example.com")',
    "connection_id": '"warehouse"',
    "create_dataset_event": f'CreateDatasetEvent(dataset_uri={ORDERS}, extra={{"rows": 42}})',
    "dag": "DAG(is_paused=True)",
    "dag_id": '"linear"',
    "dag_id_pattern": '"linear"',
    "dag_ids": '["linear", "mapped"]',
    "dag_run": 'DAGRun(conf={"reason": "new figures"})',
    "dag_run_id": RUN,
    "event_log_id": "1",
    "file_token": '"the-file-token-of-a-dag"',
    "import_error_id": "1",
    "list_dag_runs_form": 'ListDagRunsForm(dag_ids=["linear"], states=["success"], page_limit=10)',
    "list_task_instance_form": 'ListTaskInstanceForm(dag_ids=["linear"], state=["success"], page_limit=10)',
    "map_index": "0",
    "option": '"parallelism"',
    "pool": 'Pool(name="warehouse", slots=4)',
    "pool_name": '"warehouse"',
    "role": (
        'Role(name="Reader", actions=[ActionResource(action=Action(name="can_read"), resource=Resource(name="DAGs"))])'
    ),
    "role_name": '"Reader"',
    "section": '"core"',
    "set_dag_run_note": 'SetDagRunNote(note="checked by hand")',
    "set_task_instance_note": 'SetTaskInstanceNote(note="checked by hand")',
    "task_id": '"extract"',
    "task_try_number": "1",
    "update_dag_run_state": 'UpdateDagRunState(state="success")',
    "update_task_instance": 'UpdateTaskInstance(new_state="success", dry_run=True)',
    "update_task_instances_state": (
        f'UpdateTaskInstancesState(task_id="extract", dag_run_id={RUN}, new_state="success", dry_run=True)'
    ),
    "uri": ORDERS,
    "user": (
        'User(username="grace", email="grace@example.com", first_name="Grace", last_name="Hopper", '
        'password="nine grey pelicans", roles=[UserCollectionItemRolesInner(name="Viewer")])'
    ),
    "username": '"grace"',
    "variable": 'Variable(key="region", value="north")',
    "variable_key": '"region"',
    "xcom_key": '"return_value"',
}
"""The value of a parameter, as Python."""

MAPPED = {"dag_id": '"mapped"', "task_id": '"square"'}
CONSUMER = {"dag_id": '"dataset_consumer"'}
CALLS: dict[str, dict[str, str]] = {
    "delete_dag_dataset_queued_event": CONSUMER,
    "delete_dag_dataset_queued_events": CONSUMER,
    "get_connections": {"order_by": '"connection_id"'},
    "get_dag_dataset_queued_event": CONSUMER,
    "get_dag_dataset_queued_events": CONSUMER,
    "get_dag_runs": {"state": '["success"]', "order_by": '"-start_date"', "limit": "10"},
    "get_dags": {"tags": '["sample"]', "limit": "10"},
    "get_dataset_events": {"source_dag_id": '"dataset_producer"', "limit": "10"},
    "get_datasets": {"uri_pattern": '"orders"'},
    "get_event_logs": {"dag_id": '"linear"', "order_by": '"-event_log_id"', "limit": "10"},
    "get_import_errors": {"order_by": '"-timestamp"', "limit": "10"},
    "get_pools": {"limit": "10"},
    "get_roles": {"order_by": '"name"'},
    "get_task_instances": {"state": '["failed", "upstream_failed"]', "limit": "10"},
    "get_upstream_dataset_events": CONSUMER,
    "get_users": {"order_by": '"last_name"'},
    "get_variables": {"order_by": '"key"'},
    "patch_connection": {
        "connection": 'Connection(connection_id="warehouse", conn_type="postgres", port=5433)',
        "update_mask": '["port"]',
    },
    "patch_pool": {"pool": "Pool(slots=8)", "update_mask": '["slots"]'},
    "patch_role": {"role": 'Role(name="Reader", actions=[])', "update_mask": '["actions"]'},
    "patch_user": {
        "user": 'User(username="grace", email="grace@example.com", first_name="Grace", last_name="Murray Hopper")',
        "update_mask": '["last_name"]',
    },
    "patch_variable": {"variable": 'Variable(key="region", value="south")'},
}
"""Arguments of one operation that are others, or that it need not have."""

STATUS = {"reparse_dag_file": 201}
"""The status of a success, where it is another than 200, and 204 where nothing comes back."""

SHOWN = {"get_dag_source": "result.content", "get_log": "result.text"}
"""What to print of a result, where it is not all of it."""


def arguments(operation: Declared) -> dict[str, str]:
    """The arguments of an operation's example, as Python, in the order of its parameters."""
    is_mapped = "mapped" in operation.name or operation.name.endswith("by_map_index")
    own = {**(MAPPED if is_mapped else {}), **CALLS.get(operation.name, {})}
    own |= examples_airflow3.CALLS.get(operation.name, {})
    values = VALUES | examples_airflow3.VALUES
    chosen = {}
    for name, parameter in operation.parameters.items():
        if name in own:
            chosen[name] = own[name]
        elif parameter.default is parameter.empty:
            if name not in values:
                raise SystemExit(
                    f"{operation.group}Api.{operation.name}: VALUES of tools/examples.py has no {name} yet"
                )
            chosen[name] = values[name]
    return chosen


def example(operation: Declared) -> str:
    """A program that calls the operation and prints what comes back."""
    group = f"{operation.group}Api"
    given = [f"{name}={value}" for name, value in arguments(operation).items()]
    known = {*models(), *groups()}
    names = {
        "ApiClient",
        "Configuration",
        group,
        *(word for word in re.findall(r"\w+(?=\()", " ".join(given)) if word in known),
    }
    returns = operation.request.into.__name__ != "NoneType"
    call = f"{'result = ' if returns else ''}{group}(client).{operation.name}("
    line = f"    {call}{', '.join(given)})"
    return "\n".join(
        [
            *imports(sorted(names, key=lambda name: (not name.isupper(), name))),
            "",
            'configuration = Configuration(host="http://localhost:8080/api/v1", username="admin", password="admin")',
            "",
            "with ApiClient(configuration) as client:",
            *([line] if len(line) <= 120 else [f"    {call}", *(f"        {each}," for each in given), "    )"]),
            *([f"    print({SHOWN.get(operation.name, 'result.to_str()')})"] if returns else []),
        ]
    )


def imports(names: list[str]) -> list[str]:
    """One import statement."""
    line = f"from titanium_airflow_client import {', '.join(names)}"
    if len(line) <= 120:
        return [line]
    return ["from titanium_airflow_client import (", *(f"    {name}," for name in names), ")"]
