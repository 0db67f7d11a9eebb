"""A real Airflow 3 with all its processes, once with either auth manager; what Airflow 2 shows too is tested there."""

from __future__ import annotations

import json
import signal
import socket
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from titanium_airflow_client import local
from titanium_airflow_client.local import errors
from titanium_airflow_client.local.processes import LINUX

from .conftest import DAGS
from .rest import NOBODY, call, run
from .test_cli import titanium
from .test_lifetime import gone, starter
from .test_server import listening

if TYPE_CHECKING:
    from collections.abc import Iterator

RELEASE = "3.3.2"
PARTS = ["api-server", "dag-processor", "scheduler"]
USERS = {"vera": "Viewer", "otto": "op", "paul": "Public"}


@pytest.fixture(scope="module")
def with_fab() -> Iterator[local.LocalServer]:
    """One with the FAB auth manager; it ends because its starter is killed."""
    code = f"""
        import time
        with local.airflow({RELEASE!r}, auth="fab", name="fab", dags={str(DAGS)!r}, users={USERS!r}):
            print(1, flush=True)
            time.sleep(999)
    """
    with starter(code) as process:
        assert process.stdout
        assert process.stdout.readline()
        server = local.find("fab")
        yield server
        family = server.state.family()
        process.send_signal(signal.SIGKILL)
    assert len(family) >= 4  # supervisor, api-server, scheduler, dag-processor, ...
    assert gone(family)
    assert server.status == "stopped"


def test_every_part_of_it_is_well(with_fab: local.LocalServer) -> None:
    assert call(with_fab, "/version", user=NOBODY)["version"] == RELEASE
    health = with_fab.health()
    assert [health[part]["status"] for part in ("metadatabase", "scheduler", "dag_processor")] == ["healthy"] * 3
    assert {*PARTS} <= {*with_fab.components}
    assert "==> dag-processor <==" in with_fab.logs()


def test_tasks_run_for_real(with_fab: local.LocalServer) -> None:
    tasks = {"extract": ["success"], "transform": ["success"], "load": ["success"]}
    assert run(with_fab, "linear") == ("success", tasks)


def test_a_broken_file_is_an_import_error(with_fab: local.LocalServer) -> None:
    assert [Path(each["filename"]).name for each in call(with_fab, "/importErrors")["import_errors"]] == ["broken.py"]


def test_fab_knows_its_users_and_what_they_may(with_fab: local.LocalServer) -> None:
    assert with_fab.auth == "fab"
    assert [call(with_fab, "/dags", user=user) == 403 for user in with_fab.users] == [False, False, False, True]
    pause = {"is_paused": True}
    assert call(with_fab, "/dags/params", pause, "PATCH", user="vera") == 403
    assert call(with_fab, "/dags/params", pause, "PATCH", user="otto")["is_paused"] is True
    assert call(with_fab, "/dags", user=NOBODY) == 401


def test_its_files_are_for_the_owner_alone(with_fab: local.LocalServer) -> None:
    files = [with_fab.home / name for name in ("airflow.db", "webserver_config.py", "users.json")]
    files += [with_fab.home.parent / "server.json", *(with_fab.home.parent / "logs").iterdir()]
    assert [path for path in files if stat.S_IMODE(path.stat().st_mode) & 0o077] == []


@pytest.mark.skipif(not LINUX, reason="reads /proc/net")
def test_it_listens_on_loopback_only(with_fab: local.LocalServer) -> None:
    assert listening(with_fab) == {f"0100007F:{with_fab.port:04X}"}


def test_the_simple_auth_manager_through_the_command() -> None:
    up = titanium("local", "up", "--airflow", RELEASE, "--name", "simple", "--user", "vera=Viewer", "--json")
    assert up.returncode == 0, up.stderr
    server = local.find("simple")
    try:
        facts = json.loads(up.stdout)
        family = server.state.family()
        assert (facts["release"], facts["auth"], facts["api_url"]) == (RELEASE, "simple", f"{server.url}/api/v2")
        assert call(server, "/dags", user="vera")["total_entries"] == 7
        assert call(server, "/dags/params", {"is_paused": True}, "PATCH", user="vera") == 403
        assert stat.S_IMODE((server.home / "passwords.json").stat().st_mode) == 0o600

        status = titanium("local", "status", "simple")
        assert status.returncode == 0
        for line in ("auth manager", "scheduler", "dag_processor"):
            assert f"\n{line}" in status.stdout
        assert [line for line in titanium("local", "logs", "simple").stdout.splitlines() if line[:4] == "==> "] == [
            f"==> {part} <==" for part in server.components
        ]
    finally:
        down = titanium("local", "down", "simple")
    assert (down.returncode, down.stdout) == (0, "")
    assert gone(family, 0.1)


def test_it_is_installed_ahead_of_time(with_fab: local.LocalServer) -> None:
    [made] = json.loads(titanium("local", "install", RELEASE, "--auth", "fab", "--json").stdout)
    assert Path(made["environment"]).name.startswith(f"{RELEASE}-fab-")
    assert (Path(made["environment"]) / "bin" / "python").exists()


def test_a_port_in_use() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        with pytest.raises(errors.PortInUse, match=f"port {port} of 127.0.0.1 is in use"):
            local.airflow(RELEASE, port=port)
