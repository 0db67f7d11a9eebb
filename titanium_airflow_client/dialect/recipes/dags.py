"""The operations of DAGApi that Airflow 3 has in another shape."""

from __future__ import annotations

from base64 import urlsafe_b64decode
from datetime import datetime
from typing import TYPE_CHECKING, Any

import msgspec

from ...encode import aware
from .. import refused

if TYPE_CHECKING:
    from ...engine import Call
    from ...exchange import Flow
    from ...request import Response


def get_dag_source(call: Call) -> Flow[Response]:
    """Airflow 3 has sources by DAG ID: the DAG is looked for whose file the token names. A DAG ID will do, too."""
    token = str(call.request.path["file_token"])
    file = file_of(token)
    dag_id = token
    if file is not None:
        dag_id = yield from dag_in(call, token, file)
    response = yield from call.last("GET", "/dagSources/{dag_id}", call.query(), dag_id=dag_id)
    return response


def file_of(token: str) -> Any:
    """What a token names: a path (Airflow 2), or a bundle and a path in it (Airflow 3); None for what is no token."""
    payload, dot, _ = token.rpartition(".")
    try:
        return msgspec.json.decode(urlsafe_b64decode(payload + "=" * (-len(payload) % 4))) if dot else None
    except ValueError:
        return None


def dag_in(call: Call, token: str, file: Any) -> Flow[str]:
    """A DAG that a file defines, looked for page by page."""
    offset = 0
    while True:
        query = {"limit": 100, "offset": offset, "exclude_stale": False, "order_by": "dag_id"}
        page = yield from call.ask("GET", "/dags", query)
        for dag in page["dags"]:
            here = {"bundle_name": dag.get("bundle_name"), "relative_fileloc": dag.get("relative_fileloc")}
            if dag.get("file_token") == token or dag.get("fileloc") == file or here == file:
                return str(dag["dag_id"])
        offset += len(page["dags"])
        if not page["dags"]:
            raise call.nothing("file_token names a file that has no DAG on this server: take it from DAG.file_token")


def patch_dags(call: Call) -> Flow[Response]:
    """One page of DAGs, in the order of their IDs, as Airflow 2 means it; Airflow 3 changes more from 3.2.2 on."""
    fields, query = call.fields(), call.query()
    mask = {"update_mask": query.pop("update_mask", None)}
    page = yield from call.ask("GET", "/dags", {**query, "order_by": "dag_id"})
    dags = []
    for dag in page["dags"]:
        changed = yield from call.ask("PATCH", "/dags/{dag_id}", mask, fields, dag_id=dag["dag_id"])
        dags.append(changed)
    return call.result({"dags": dags, "total_entries": page.get("total_entries")})


TASK_ORDERS = frozenset(
    """task_id task_display_name owner start_date end_date trigger_rule depends_on_past wait_for_downstream retries
    queue pool pool_slots execution_timeout retry_delay retry_exponential_backoff priority_weight weight_rule ui_color
    ui_fgcolor operator_name""".split()  # noqa: SIM905 - reads as the sentence that it is
)


def get_tasks(call: Call) -> Flow[Response]:
    """Airflow 2 sorts by any attribute, Airflow 3 by some: by the others we sort."""
    order_by = call.request.query["order_by"]
    name = str(order_by or "task_id").removeprefix("-")
    path, dag_id = "/dags/{dag_id}/tasks", call.request.path["dag_id"]
    if name in TASK_ORDERS:
        response = yield from call.last("GET", path, {"order_by": order_by}, dag_id=dag_id)
        return response
    answer = yield from call.ask("GET", path, dag_id=dag_id)
    tasks = answer["tasks"]
    if not all(name in task for task in tasks):
        raise refused("get_tasks", f"a task has no attribute {name!r} to order by")
    tasks.sort(key=lambda task: (task[name] is None, str(task[name])), reverse=str(order_by).startswith("-"))
    return call.result(answer)


def post_set_task_instances_state(call: Call) -> Flow[Response]:
    """Airflow 3 sets the state of one task instance by its DAG run; all that it affects is what the dry run tells."""
    fields = call.fields()
    dag_id = call.request.path["dag_id"]
    run_id = fields.get("dag_run_id")
    if (run_id is None) == (fields.get("execution_date") is None):
        raise refused("post_set_task_instances_state", "exactly one of execution_date or dag_run_id must be provided")
    if run_id is None:
        run_id = yield from run_at(call, dag_id, fields["execution_date"])
    ids = {"dag_id": dag_id, "dag_run_id": run_id, "task_id": fields["task_id"]}
    change = {name: value for name, value in fields.items() if name == "new_state" or name.startswith("include_")}
    path = "/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}"
    affected = yield from call.ask("PATCH", f"{path}/dry_run", None, change, **ids)
    if not fields["dry_run"] and affected["task_instances"]:
        yield from call.ask("PATCH", path, None, change, **ids)
    return call.result(affected)


def run_at(call: Call, dag_id: object, moment: datetime) -> Flow[str]:
    """The DAG run of a logical date."""
    day = aware(moment)
    query = {"logical_date_gte": day, "logical_date_lte": day, "limit": 1}
    runs = yield from call.ask("GET", "/dags/{dag_id}/dagRuns", query, dag_id=dag_id)
    if not runs["dag_runs"]:
        raise call.nothing(f"DAG {dag_id} has no run with the logical date {day.isoformat()}")
    return str(runs["dag_runs"][0]["dag_run_id"])


def reparse_dag_file(call: Call) -> Flow[Response]:
    """To ask a second time changes nothing, Airflow 2 says; to Airflow 3 it is a conflict."""
    response = yield from call.direct()
    return call.result(None) if response.status == 409 and not call.stream else response
