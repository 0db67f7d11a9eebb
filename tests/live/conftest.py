"""What the tests of a release share: runs that its scheduler has carried out."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests import outcomes
from titanium_airflow_client import (
    ApiClient,
    BadRequestException,
    DAGApi,
    DAGRun,
    DAGRunApi,
    DatasetApi,
    MethodNotAllowedException,
    NotFoundException,
    ServiceException,
    TaskInstanceApi,
    UnsupportedOperation,
    local,
)

REFUSED_BY_AIRFLOW_2 = (BadRequestException, MethodNotAllowedException, NotFoundException)
EXPECTED = {"linear": "success", "mapped": "success", "failing": "failed", "dataset_producer": "success"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--outcomes", type=Path, metavar="FILE", help="write down what became of each operation")


@pytest.fixture(scope="session", autouse=True)
def _kept(request: pytest.FixtureRequest) -> Iterator[None]:
    with outcomes.kept(request.config.getoption("--outcomes", None)):
        yield


def wait_for(what: Callable[[], Any], seconds: float = 180) -> Any:
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
def in_peace() -> Callable[[Callable[[], Any]], Any]:
    """`in_peace(lambda: ...)`: the answer, as soon as Airflow 3 can give it.

    It fails to list updates while a run that one of them led to is queued, and to write while its scheduler has locked
    SQLite.
    """

    def answer(call: Callable[[], Any]) -> Any:
        def tried() -> Any:
            with suppress(ServiceException):
                return [call()]

        return wait_for(tried)[0]

    return answer


def ended(client: ApiClient, dag_id: str, run_id: str) -> DAGRun | None:
    """The run, if nothing is left to be done."""
    run = DAGRunApi(client).get_dag_run(dag_id, run_id)
    return run if run.state in ("success", "failed") else None


def carried_out(client: ApiClient, *dag_ids: str) -> dict[str, DAGRun]:
    """A new run of each DAG, with all of its tasks at their first try.

    On a busy machine SQLite may lock a task out, before it has a process or a log: then the DAG runs again.
    """
    for dag_id in dag_ids:
        DAGApi(client).patch_dag(dag_id, {"is_paused": False})
    found: dict[str, DAGRun] = {}
    for _ in range(3):
        wanted = [dag_id for dag_id in dag_ids if dag_id not in found]
        made = [DAGRunApi(client).post_dag_run(dag_id, {"conf": {"by": "tests"}}).dag_run_id for dag_id in wanted]
        for dag_id, run_id in zip(wanted, made, strict=True):
            run = wait_for(partial(ended, client, dag_id, run_id or ""))
            tasks = TaskInstanceApi(client).get_task_instances(dag_id, run_id or "").task_instances or []
            ran = [task for task in tasks if task.state != "upstream_failed"]
            if run.state == EXPECTED[dag_id] and all(task.pid and task.try_number == 1 for task in ran):
                found[dag_id] = run
    assert found.keys() == {*dag_ids}
    return found


@pytest.fixture(scope="session")
def another(airflow: Any) -> Callable[[str], DAGRun]:
    """`another("linear")`: a new run that was carried out, and may be changed."""

    def run(dag_id: str) -> DAGRun:
        with ApiClient(airflow.configuration) as client:
            return carried_out(client, dag_id)[dag_id]

    return run


@pytest.fixture(scope="session")
def runs(airflow: Any) -> dict[str, DAGRun]:
    """A finished run of each of these DAGs, only to be looked at; and the one that a dataset started."""
    with ApiClient(airflow.configuration) as client:
        DAGApi(client).patch_dag("dataset_consumer", {"is_paused": False})
        found = carried_out(client, *EXPECTED)

        def consumed() -> DAGRun | None:
            source = found["dataset_producer"].dag_run_id
            with suppress(ServiceException):  # Airflow 3 fails while a run that an update led to is queued
                for event in DatasetApi(client).get_dataset_events(source_run_id=source).dataset_events or []:
                    for run in event.created_dagruns or []:
                        return ended(client, "dataset_consumer", run.dag_run_id or "")
            return None

        for _ in range(5):
            with suppress(AssertionError):
                return {**found, "dataset_consumer": wait_for(consumed, 30)}
            # Airflow 3 loses an update that comes while it makes a run of an earlier one, which another test caused
            found |= carried_out(client, "dataset_producer")
        raise AssertionError("no update ever led to a run")


@pytest.fixture(scope="session")
def knows(airflow: Any) -> Callable[[str], bool]:
    """Whether the server is of this release, or newer."""

    def parts(release: str) -> list[int]:
        return [int(part) for part in release.split(".")[:2]]

    return lambda release: parts(airflow.release or "9.9") >= parts(release)


@pytest.fixture
def lacks(knows: Any) -> Any:
    """Whether the server is older, which the error then says clearly: `lacks("3.1", lambda: ...)`.

    What came with Airflow 3 is not even sent to an older server; Airflow 2 itself refuses what came with a later one.
    """

    def check(release: str, call: Any) -> bool:
        if knows(release):
            return False
        refused = UnsupportedOperation if release.startswith("3") else REFUSED_BY_AIRFLOW_2
        with pytest.raises(refused, match=rf"since Airflow {release}|needs Airflow {release}|is too old for that"):
            call()
        return True

    return check


FILE = """\
[core]
max_active_runs_per_dag = 7

[webserver]
instance_name = a = b
    [c]d
"""
PLUGIN = """
import airflow
from airflow.plugins_manager import AirflowPlugin


def double(number):
    return 2 * number


class Tests(AirflowPlugin):
    name = "tests"
    if not airflow.__version__.startswith("2.6"):  # which cannot tell of macros, and fails
        macros = [double]
    if airflow.__version__.startswith("2."):
        appbuilder_menu_items = [{"name": "Elsewhere", "href": "https://example.com"}]
"""


@pytest.fixture(scope="session")
def permissive(airflow: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A server of the same release that allows what a stock one refuses, and has a plugin and a configuration file.

    Nothing runs on it.
    """
    files = tmp_path_factory.mktemp("airflow")
    plugins = files / "plugins"
    plugins.mkdir()
    (plugins / "tests.py").write_text(PLUGIN)
    (files / "airflow.cfg").write_text(FILE)
    env = {
        "AIRFLOW_CONFIG": str(files / "airflow.cfg"),
        "AIRFLOW__SCHEDULER__ALLOWED_RUN_ID_PATTERN": ".*",
        "AIRFLOW__API__ENABLE_XCOM_DESERIALIZE_SUPPORT": "True",
        "AIRFLOW__CORE__PLUGINS_FOLDER": str(plugins),
    }
    with local.airflow(airflow.release or "2.11.2", scheduler=False, dags=airflow.dags, env=env) as server:
        yield server


@pytest.fixture(scope="session")
def guarded(airflow: Any) -> Iterator[Any]:
    """A server of the same release that hides its configuration, tests connections, and does not encrypt them."""
    settings = {
        "AIRFLOW__WEBSERVER__EXPOSE_CONFIG": "False",
        "AIRFLOW__API__EXPOSE_CONFIG": "False",
        "AIRFLOW__CORE__TEST_CONNECTION": "Enabled",
        "AIRFLOW__CORE__FERNET_KEY": "",
    }
    with local.airflow(airflow.release or "2.11.2", scheduler=False, env=settings) as server:
        yield server
