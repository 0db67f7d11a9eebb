"""What the tests of a release share: runs that its scheduler has carried out."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest

from titanium_airflow_client import ApiClient, DAGApi, DAGRun, DAGRunApi, TaskInstanceApi, UnsupportedOperation, local

EXPECTED = {"linear": "success", "mapped": "success", "failing": "failed", "dataset_producer": "success"}


def wait_for(what: Callable[[], Any], seconds: float = 90) -> Any:
    """What is there as soon as it is there."""
    deadline = time.monotonic() + seconds
    while not (result := what()):
        assert time.monotonic() < deadline, "it never came"
        time.sleep(0.3)
    return result


@pytest.fixture(scope="session")
def until() -> Callable[..., Any]:
    return wait_for


@pytest.fixture(scope="session")
def runs(airflow: Any) -> dict[str, DAGRun]:
    """A finished run of each of these DAGs, only to be looked at; and the one that a dataset started."""
    with ApiClient(airflow.configuration) as client:
        api = DAGRunApi(client)

        def ended(dag_id: str, run_id: str) -> DAGRun | None:
            run = api.get_dag_run(dag_id, run_id)
            return run if run.state in ("success", "failed") else None

        def as_it_should(run: DAGRun) -> bool:
            # on a busy machine SQLite may lock a task out: it fails before it has a process, and runs again here
            tasks = TaskInstanceApi(client).get_task_instances(run.dag_id or "", run.dag_run_id or "").task_instances
            started = all(task.pid for task in tasks or [] if task.state != "upstream_failed")
            return started and run.state == EXPECTED[run.dag_id or ""]

        for dag_id in (*EXPECTED, "dataset_consumer"):
            DAGApi(client).patch_dag(dag_id, {"is_paused": False})
        found: dict[str, DAGRun] = {}
        for _ in range(3):
            made = [api.post_dag_run(dag_id, {"conf": {"by": "tests"}}) for dag_id in EXPECTED if dag_id not in found]
            for run in made:
                run = wait_for(partial(ended, run.dag_id, run.dag_run_id))
                if as_it_should(run):
                    found[run.dag_id] = run
        assert found.keys() == EXPECTED.keys()
        consumed = wait_for(lambda: api.get_dag_runs("dataset_consumer", limit=1).dag_runs)[0]
        return {**found, "dataset_consumer": wait_for(lambda: ended("dataset_consumer", consumed.dag_run_id))}


@pytest.fixture(scope="session")
def knows(airflow: Any) -> Callable[[str], bool]:
    """Whether the server is of this release, or newer."""

    def parts(release: str) -> list[int]:
        return [int(part) for part in release.split(".")[:2]]

    return lambda release: parts(airflow.release or "9.9") >= parts(release)


@pytest.fixture
def lacks(knows: Any) -> Any:
    """Whether the server is older, which then is not even asked: `lacks("3.1", lambda: ...)`."""

    def check(release: str, call: Any) -> bool:
        if knows(release):
            return False
        with pytest.raises(UnsupportedOperation, match=rf"since Airflow {release}|needs Airflow {release}"):
            call()
        return True

    return check


PLUGIN = """
import airflow
from airflow.plugins_manager import AirflowPlugin


def double(number):
    return 2 * number


class Tests(AirflowPlugin):
    name = "tests"
    macros = [double]
    if airflow.__version__.startswith("2."):
        appbuilder_menu_items = [{"name": "Elsewhere", "href": "https://example.com"}]
"""


@pytest.fixture(scope="session")
def permissive(airflow: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A server of the same release that allows what a stock one refuses, and has a plugin; nothing runs on it."""
    plugins = tmp_path_factory.mktemp("plugins")
    (plugins / "tests.py").write_text(PLUGIN)
    env = {
        "AIRFLOW__SCHEDULER__ALLOWED_RUN_ID_PATTERN": ".*",
        "AIRFLOW__API__ENABLE_XCOM_DESERIALIZE_SUPPORT": "True",
        "AIRFLOW__CORE__PLUGINS_FOLDER": str(plugins),
    }
    with local.airflow(airflow.release or "2.11.2", scheduler=False, dags=airflow.dags, env=env) as server:
        yield server
