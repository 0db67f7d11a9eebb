"""A real Airflow: what it answers, what it runs, what it shows to whom."""

from __future__ import annotations

import contextlib
import http.client
import sqlite3
import stat
import time
from pathlib import Path

import pytest

from titanium_airflow_client import local
from titanium_airflow_client.local.processes import LINUX

from .conftest import DAGS, RELEASE
from .rest import NOBODY, call, finished, run

SAMPLES = ["branching", "dataset_consumer", "dataset_producer", "failing", "linear", "mapped", "params"]


def test_it_is_the_release_that_was_asked_for(server: local.LocalServer) -> None:
    assert call(server, "/version")["version"] == RELEASE == server.release


def test_it_is_healthy_when_it_is_handed_over(server: local.LocalServer) -> None:
    health = server.health()
    assert [health[part]["status"] for part in ("metadatabase", "scheduler")] == ["healthy", "healthy"]


def test_the_sample_dags_are_there_at_once(server: local.LocalServer) -> None:
    assert {*SAMPLES} <= {dag["dag_id"] for dag in call(server, "/dags")["dags"]}


def test_a_broken_file_is_an_import_error(server: local.LocalServer) -> None:
    errors = call(server, "/importErrors")["import_errors"]
    assert [Path(error["filename"]) for error in errors] == [DAGS / "broken.py"]
    assert "this file is broken on purpose" in errors[0]["stack_trace"]


def test_the_configuration_is_for_the_administrator(server: local.LocalServer) -> None:
    configuration = server.configuration
    assert configuration.host == f"http://127.0.0.1:{server.port}/api/v1"
    assert (configuration.username, configuration.password) == ("admin", server.password)
    assert server.configuration_for("vera").password == server.users["vera"]


def test_users_have_their_roles(server: local.LocalServer) -> None:
    assert [call(server, "/dags", user=user) == 403 for user in server.users] == [False, False, False, True]
    pause = {"is_paused": True}
    assert call(server, "/dags/params", pause, "PATCH", user="vera") == 403
    assert call(server, "/dags/params", pause, "PATCH", user="otto")["is_paused"] is True


def test_each_server_has_passwords_and_secrets_of_its_own(server: local.LocalServer) -> None:
    with local.airflow(RELEASE, dags=DAGS, scheduler=False) as other:
        assert len({*server.users.values(), other.password}) == len(server.users) + 1
        tokens = [call(each, "/dags/linear")["file_token"] for each in (server, other)]
        assert tokens[0] != tokens[1]


def test_its_files_are_for_the_owner_alone(server: local.LocalServer) -> None:
    folder = server.home.parent
    top = [
        folder,
        *folder.iterdir(),
        server.home / "airflow.db",
        server.home / "webserver_config.py",
        *(folder / "logs").iterdir(),
    ]
    assert [path for path in top if stat.S_IMODE(path.stat().st_mode) & 0o077] == []


def listening(server: local.LocalServer) -> set[str]:
    """The addresses that its processes listen on, as Linux writes them."""
    sockets = set()
    for each in server.state.family():
        with contextlib.suppress(OSError):  # a process that has just ended
            sockets |= {path.resolve().name for path in Path(f"/proc/{each.pid}/fd").iterdir()}
    tables = [
        line.split() for name in ("tcp", "tcp6") for line in Path(f"/proc/net/{name}").read_text().splitlines()[1:]
    ]
    return {row[1] for row in tables if row[3] == "0A" and f"socket:[{row[9]}]" in sockets}


@pytest.mark.skipif(not LINUX, reason="reads /proc/net")
def test_it_listens_on_loopback_only(server: local.LocalServer) -> None:
    assert listening(server) == {f"0100007F:{server.port:04X}"}


def test_a_password_is_checked_with_one_round(server: local.LocalServer) -> None:
    """The stock hash alone would cost 100 ms for each request."""
    with contextlib.closing(sqlite3.connect(server.home / "airflow.db")) as database:
        hashes = [password for (password,) in database.execute("select password from ab_user")]
    assert {hashed.partition("$")[0] for hashed in hashes} == {"pbkdf2:sha256:1"}
    assert len({*hashes}) == len(server.users)  # each with a salt of its own


# -- runs


@pytest.mark.parametrize(
    ("dag_id", "state", "tasks"),
    [
        ("linear", "success", {"extract": ["success"], "transform": ["success"], "load": ["success"]}),
        ("mapped", "success", {"numbers": ["success"], "square": ["success"] * 3, "total": ["success"]}),
        ("failing", "failed", {"before": ["success"], "divide": ["failed"], "after": ["upstream_failed"]}),
    ],
)
def test_tasks_run_for_real(server: local.LocalServer, dag_id: str, state: str, tasks: dict[str, list[str]]) -> None:
    assert run(server, dag_id) == (state, tasks)


def test_a_branch_is_taken_and_the_other_skipped(server: local.LocalServer) -> None:
    state, tasks = run(server, "branching")
    assert (state, tasks["small.post"], tasks["large.ship"]) == ("success", ["skipped"], ["success"])


def test_params_reach_the_task(server: local.LocalServer) -> None:
    assert run(server, "params", {"name": "Ada", "tone": "formal"})[0] == "success"
    run_id = call(server, "/dags/params/dagRuns")["dag_runs"][-1]["dag_run_id"]
    entry = call(server, f"/dags/params/dagRuns/{run_id}/taskInstances/greet/xcomEntries/return_value")
    assert entry["value"] == "Good day, Ada!"


def test_a_dataset_starts_its_consumer(server: local.LocalServer) -> None:
    call(server, "/dags/dataset_consumer", {"is_paused": False}, "PATCH")
    assert run(server, "dataset_producer")[0] == "success"
    deadline = time.monotonic() + 30
    while not (runs := call(server, "/dags/dataset_consumer/dagRuns")["dag_runs"]):
        assert time.monotonic() < deadline
        time.sleep(0.2)
    assert finished(server, "dataset_consumer", runs[0]["dag_run_id"])[0] == "success"


# -- options


@pytest.mark.parametrize(
    ("public_role", "status", "gunicorn", "closes"),
    [
        pytest.param("stock", 403, {}, False, id="as it comes"),
        pytest.param("none", 401, {"GUNICORN_CMD_ARGS": ""}, True, id="nothing for the public, the stock worker"),
    ],
)
def test_who_has_no_credentials_and_which_worker_answers(
    public_role: str, status: int, gunicorn: dict[str, str], closes: bool
) -> None:
    with local.airflow(RELEASE, scheduler=False, public_role=public_role, env=gunicorn) as server:
        assert call(server, "/dags", user=NOBODY) == status
        assert call(server, "/dags")["total_entries"] == len(SAMPLES)
        assert "scheduler" not in server.components
        connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=10)
        connection.request("GET", "/api/v1/version")
        answer = connection.getresponse()
        answer.read()
        connection.close()
        assert answer.will_close is closes


def test_settings_can_be_overridden() -> None:
    env = {"AIRFLOW__CORE__DAGS_ARE_PAUSED_AT_CREATION": "False", "AIRFLOW__API__MAXIMUM_PAGE_LIMIT": "2"}
    with local.airflow(RELEASE, scheduler=False, env=env) as server:
        assert [dag["is_paused"] for dag in call(server, "/dags")["dags"]] == [False, False]


def test_a_database_of_ones_own_keeps_what_was_in_it(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/mine.db"
    with local.airflow(RELEASE, scheduler=False, sql=url) as server:
        call(server, "/variables", {"key": "colour", "value": "blue"})
    with local.airflow(RELEASE, scheduler=False, sql=url) as server:
        assert call(server, "/variables/colour")["value"] == "blue"
