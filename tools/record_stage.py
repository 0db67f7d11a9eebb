"""What is called in which order, on DAGs that were made interesting."""

from __future__ import annotations

import shutil
import time
from datetime import datetime, timezone
from typing import TYPE_CHECKING, Any

import record_airflow3
from facade import ROOT
from record_cases import ELSEWHERE, RUN, Case, errors, other

from titanium_airflow_client import (
    ApiClient,
    AssetApi,
    DAGApi,
    DAGRun,
    DAGRunApi,
    EventLogApi,
    ImportErrorApi,
    ServiceException,
    TaskInstanceApi,
)

if TYPE_CHECKING:
    from pathlib import Path

    from declared import Declared
    from record import Recorder

STARTED = ("linear", "mapped", "failing", "branching", "params", "dataset_producer", "odd")
OWN_DAG = {
    "delete_dag": "disposable_35",
    "patch_dag": "disposable_36",
    "delete_dag_run": "disposable_37",
    "delete_task_instance": "disposable_38",
}
ORDER = ["POST", "GET", "PUT", "PATCH", "DELETE"]
ROLES = {"limit": 2, "offset": 2}
"""Of the roles: the first two in the alphabet may do hundreds of things each."""
UPDATED = "file://localhost/tests/updated"


def new_dags(folder: Path) -> Path:
    """The DAGs of the tests, with fewer that are all the same, and what they lack."""
    folder = folder / "dags"
    shutil.copytree(ROOT / "tests" / "dags", folder, ignore=shutil.ignore_patterns("__pycache__"))
    many = folder / "disposable.py"
    many.write_text(many.read_text().replace("range(40)", "range(35, 40)"))
    (folder / "aliased.py").write_text(record_airflow3.ALIASED)
    return folder


def wait(what: Any, seconds: float = 120) -> Any:
    """What is there as soon as it is there."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            if result := what():
                return result
        except ServiceException:
            pass  # Airflow 3 fails while its scheduler has locked SQLite
        if time.monotonic() > deadline:
            raise SystemExit("the server is too slow")
        time.sleep(0.3)


def make_run(runs: DAGRunApi[ApiClient], dag_id: str) -> None:
    """The run that everything is asked about."""
    at = datetime(2024, 2, 29, 12, tzinfo=timezone.utc)
    conf = {"name": "recorder", "times": 3} if dag_id == "params" else {}
    wait(lambda: runs.post_dag_run(dag_id, DAGRun(dag_run_id=RUN, logical_date=at, conf=conf)))


def ended(runs: DAGRunApi[ApiClient], dag_id: str) -> str | None:
    """How it ended; None while it has not."""
    state = runs.get_dag_run(dag_id, RUN).state
    return state if state in ("success", "failed") else None


def stage(recorder: Recorder) -> None:
    """Runs of each kind, ended, and what only the server knows of them."""
    client = recorder.client("admin")
    dags, runs = DAGApi(client), DAGRunApi(client)
    for dag_id in (*STARTED, "dataset_consumer", "waiting"):
        wait(lambda: dags.patch_dag(dag_id, {"is_paused": False}))  # noqa: B023
    for dag_id in (*STARTED, "disposable_37", "disposable_38"):
        make_run(runs, dag_id)
    for dag_id in STARTED[:-1]:
        wanted = "failed" if dag_id == "failing" else "success"
        while wait(lambda: ended(runs, dag_id)) != wanted:  # noqa: B023
            runs.delete_dag_run(dag_id, RUN)  # on a busy machine SQLite locks tasks out
            make_run(runs, dag_id)
    (consumed,) = wait(lambda: runs.get_dag_runs("dataset_consumer", limit=1).dag_runs)
    run_id = consumed.dag_run_id
    wait(lambda: runs.get_dag_run("dataset_consumer", run_id).state == "success")
    (broken,) = wait(lambda: ImportErrorApi(client).get_import_errors().import_errors)
    events = wait(lambda: EventLogApi(client).get_event_logs(order_by="event_log_id").event_logs)
    event = next(one for one in events if one.dag_id == "linear")
    token = dags.get_dag("linear").file_token or ""
    recorder.known |= {
        ("", "file_token"): token,
        ("", "import_error_id"): broken.import_error_id,
        ("", "event_log_id"): event.event_log_id,
        ("get_upstream_dataset_events", "dag_run_id"): run_id,
        ("patch_dags", "dag_id_pattern"): "disposable_36",
        **{(name, "dag_id"): dag_id for name, dag_id in OWN_DAG.items()},
    }
    for name in recorder.operations:
        if "queued_event" in name:
            recorder.known |= {(name, "dag_id"): "waiting", (name, "uri"): UPDATED}
    if recorder.seen.generation == 2:
        recorder.sanitise.learn(token, "the-file-token-of-a-dag")
    else:
        stage_airflow3(recorder)


def stage_airflow3(recorder: Recorder) -> None:
    """What only an Airflow 3 knows, and a task that asks a person."""
    client = recorder.client("admin")
    assets, tasks = AssetApi(client), TaskInstanceApi(client)
    ids = {asset.uri: asset.id or 0 for asset in assets.get_assets().assets or []}
    alias = next(one for one in assets.get_asset_aliases().asset_aliases or [] if one.name == "tests_alias")
    orders, password = ids["file://localhost/sample/orders.csv"], recorder.server.password
    recorder.known |= record_airflow3.known(orders, ids[UPDATED], alias.id or 0, password)
    for name in recorder.operations:
        if "queued_event" in name:
            recorder.known[name, "asset_id"] = ids[UPDATED]
    if "get_hitl_detail" in recorder.operations:
        wait(lambda: DAGApi(client).patch_dag("asking", {"is_paused": False}))
        wait(lambda: DAGRunApi(client).post_dag_run("asking", {"dag_run_id": RUN}))
        wait(lambda: tasks.get_task_instance("asking", RUN, "ask").state in ("deferred", "awaiting_input"))


def turn(operation: Declared) -> tuple[Any, ...]:
    """When an operation is called: what makes first, and what deletes last."""
    return (
        operation.name in record_airflow3.LAST,
        operation.name not in record_airflow3.FIRST and ORDER.index(operation.route.method) + 1,
        operation.name,
    )


def drive(recorder: Recorder) -> None:
    """Every operation by its example, and between what makes and what deletes all else."""
    operations = sorted(recorder.operations.values(), key=turn)
    queued = Case("create_dataset_event", "waiting", {"create_dataset_event": {"dataset_uri": UPDATED}})
    is_new = recorder.seen.generation == 3

    def again(one: Declared) -> None:
        """Make what an operation takes away, or looks at, and call it."""
        if "queued_event" in one.name and one.route.method == "DELETE":
            recorder.record(queued)
        if one.name in record_airflow3.BEFORE:
            recorder.record(Case(record_airflow3.BEFORE[one.name]))
        result = recorder.record(Case(one.name, user=record_airflow3.USERS.get(one.name, "admin")))
        record_airflow3.learn(recorder, one.name, result)

    makes = [one for one in operations if turn(one)[:2] < (False, 2)]
    for one in makes:
        again(one)
    recorder.record(queued)
    for one in operations:
        if one.route.method == "GET" and one not in makes and one.name not in record_airflow3.LAST:
            case = Case(one.name, arguments=ROLES if one.name == "get_roles" else {})
            if recorder.record(case) is None and recorder.refuses_parameters():
                recorder.record(Case(one.name, "newer_parameters"))
                recorder.record(Case(one.name, arguments=dict.fromkeys(one.request.query)))
    asked = [
        *other(),
        *errors([one for one in operations if one.group not in record_airflow3.KEPT_ELSEWHERE or not is_new]),
    ]
    if is_new:
        asked += record_airflow3.other(recorder.server.release)
    for case in asked:
        if case.operation in recorder.operations and (case.user != "nobody" or not is_new):
            recorder.record(case)
    for place in record_airflow3.ELSEWHERE if is_new else ELSEWHERE:
        recorder.elsewhere(*place)
    for one in operations:
        if one not in makes and (one.route.method != "GET" or one.name in record_airflow3.LAST):
            again(one)
    if is_new:
        for case in record_airflow3.after():
            if case.operation in recorder.operations:
                recorder.record(case)
