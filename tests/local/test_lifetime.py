"""Nothing stays behind, and nothing else is stopped."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import textwrap
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from titanium_airflow_client import local
from titanium_airflow_client.local import errors, processes, start
from titanium_airflow_client.local.state import State

from .conftest import RELEASE
from .rest import call

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]


def starter(code: str) -> subprocess.Popen[str]:
    """A process that does this with `local`."""
    # what runs in the background of a shell is deaf to SIGINT, unless it says otherwise
    text = "import signal\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
    text += "from titanium_airflow_client import local\n" + textwrap.dedent(code)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen([sys.executable, "-c", text], env=environment, stdout=subprocess.PIPE, text=True)


def gone(family: set[processes.Process], patience: float = 15) -> bool:
    return not processes.await_end(family, patience)


def test_leaving_the_block_ends_every_process() -> None:
    with local.airflow(RELEASE) as server:
        family, folder = server.state.family(), server.home.parent
        assert len(family) >= 4  # supervisor, gunicorn and its worker, scheduler, ...
    assert gone(family, 0.1)
    assert not folder.exists()
    assert server.status == "stopped"
    server.stop()  # once more does no harm


@pytest.mark.parametrize(
    ("number", "scheduler"), [(signal.SIGKILL, True), (signal.SIGINT, False), (signal.SIGTERM, False)]
)
def test_a_starter_that_is_killed_leaves_nothing(number: int, scheduler: bool) -> None:
    code = f"""
        import time
        with local.airflow({RELEASE!r}, name='killed', scheduler={scheduler}) as server:
            print(1, flush=True)
            time.sleep(99)
    """
    with starter(code) as process:
        assert process.stdout
        assert process.stdout.readline()
        server = local.find("killed")
        family = server.state.family()
        process.send_signal(number)
    assert gone(family)
    assert server.status == "stopped"


def test_a_starter_that_is_killed_while_it_starts_leaves_nothing() -> None:
    with starter(f"local.airflow({RELEASE!r}, name='early', progress=lambda text: print(text, flush=True))") as process:
        assert process.stdout
        while "starting" not in process.stdout.readline():
            pass
        family = local.find("early").state.family()
        process.kill()
    assert family
    assert gone(family)
    assert not [server for server in local.servers() if server.name == "early"]


def test_detached_it_outlives_its_starter_until_somebody_stops_it() -> None:
    with starter(f"s = local.airflow({RELEASE!r}, name='alone', scheduler=False); s.detach()") as process:
        process.wait()
    server = local.find("alone")
    assert call(server, "/version")["version"] == RELEASE
    assert server.state.background
    family = server.state.family()
    server.stop()
    assert gone(family, 0.1)
    with pytest.raises(errors.ServerNotFound):
        local.find("alone")


def test_a_task_that_runs_is_ended_too() -> None:
    with local.airflow(RELEASE, dags=Path(__file__).parent / "dags") as server:
        call(server, "/dags/sleeper", {"is_paused": False}, "PATCH")
        call(server, "/dags/sleeper/dagRuns", {})
        deadline = time.monotonic() + 60
        while not (sleeping := {each for each in server.state.family() if b"987" in _command(each)}):
            assert time.monotonic() < deadline, server.logs("scheduler", 40)
            time.sleep(0.2)
    assert gone(sleeping, 0.1)


def _command(process: processes.Process) -> bytes:
    try:
        return Path(f"/proc/{process.pid}/cmdline").read_bytes()
    except OSError:
        return b""


def test_two_at_once_and_stopping_one_spares_the_other() -> None:
    with local.airflow(RELEASE, name="first", scheduler=False) as first:
        second = local.airflow(RELEASE, name="second", scheduler=False)
        assert {server.name for server in local.servers()} >= {"first", "second"}
        assert local.find(str(second.port)).name == "second"
        spared = first.state.family()
        second.stop()
        assert all(process.alive for process in spared)
        assert call(first, "/version")["version"] == RELEASE


def test_a_supervisor_that_is_killed_leaves_what_stop_can_end() -> None:
    server = local.airflow(RELEASE)
    family = server.state.family()
    processes.Process(*server.state.supervisor).send(signal.SIGKILL)
    assert gone({processes.Process(*server.state.supervisor)}, 5)
    assert server.status == "failed"
    server.stop()
    assert gone(family, 0.1)
    assert server.status == "stopped"


def test_a_part_that_ends_by_itself_ends_the_server_and_tells_why() -> None:
    server = local.airflow(RELEASE, name="unlucky")
    family = server.state.family()
    processes.Process(*server.state.processes["scheduler"]).send(signal.SIGKILL)
    assert gone(family)
    assert server.status == "failed"
    assert server.state.reason == f"the scheduler of Airflow {RELEASE} ended (exit code -9)"
    assert server.logs("scheduler")
    server.stop()
    assert server.status == "stopped"


def test_a_part_that_sqlite_locked_out_is_started_anew() -> None:
    with local.airflow(RELEASE) as server:
        scheduler = processes.Process(*server.state.processes["scheduler"])
        log = server.home.parent / "logs" / "scheduler.log"
        with log.open("a") as file:
            file.write("sqlalchemy.exc.OperationalError: (sqlite3.OperationalError) database is locked\n")
        scheduler.send(signal.SIGKILL)
        deadline = time.monotonic() + 30
        while tuple(scheduler) == tuple(local.find(server.name).state.processes["scheduler"]):
            assert time.monotonic() < deadline
            time.sleep(0.1)
        assert local.find(server.name).status == "running"


def test_a_pid_that_another_process_has_now_is_not_signalled() -> None:
    with subprocess.Popen(["sleep", "60"]) as other:
        real = processes.identify(other.pid)
        assert real
        stale = processes.Process(other.pid, "1")
        assert not stale.alive
        stale.send(signal.SIGKILL)
        assert processes.family([stale], "no such tag") == set()
        assert other.poll() is None
        real.send(signal.SIGKILL)
    assert other.returncode == -9


def test_a_family_is_found_through_sessions_and_dead_parents() -> None:
    code = "import subprocess, sys; subprocess.Popen(['sleep', '60'], start_new_session=True); print(1, flush=True)"
    tag = "a tag of this test"
    with subprocess.Popen(
        [sys.executable, "-c", code], env={**os.environ, processes.TAG: tag}, stdout=subprocess.PIPE
    ) as parent:
        assert parent.stdout
        parent.stdout.readline()
    [orphan] = processes.family([], tag)
    assert processes.end({orphan}, 5) == set()


# -- what is in the way


@pytest.fixture
def busy_port() -> Iterator[int]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def test_a_port_in_use(busy_port: int) -> None:
    with pytest.raises(errors.PortInUse, match=f"port {busy_port} of 127.0.0.1 is in use"):
        local.airflow(RELEASE, port=busy_port)


def test_a_name_in_use(server: local.LocalServer) -> None:
    with pytest.raises(errors.NameInUse, match=f"there is a local Airflow named {server.name} already"):
        local.airflow(RELEASE, name=server.name)


def test_a_name_whose_server_is_gone_is_free(tmp_path: Path) -> None:
    folder = start.folders.servers() / "ghost"
    folder.mkdir()
    State("ghost", "tag", RELEASE, 1, {"admin": ("Admin", "x")}, "/", "sqlite", 0.0, supervisor=(1, "never")).write(
        folder
    )
    with local.airflow(RELEASE, name="ghost", scheduler=False) as server:
        assert call(server, "/version")["version"] == RELEASE


def test_a_dag_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(errors.DagsFolderNotFound, match="does not exist"):
        local.airflow(RELEASE, dags=tmp_path / "nowhere")
    (tmp_path / "file").touch()
    with pytest.raises(errors.DagsFolderNotFound, match="is not a folder"):
        local.airflow(RELEASE, dags=tmp_path / "file")


@pytest.mark.parametrize("sql", ["mysql://u@h/d", "oracle://u@h/d", "nonsense"])
def test_a_database_that_is_not_supported(sql: str) -> None:
    with pytest.raises(errors.DatabaseNotSupported):
        local.airflow(RELEASE, sql=sql)


def test_a_database_that_does_not_let_us_in(tmp_path: Path) -> None:
    with pytest.raises(errors.DatabaseUnreachable, match="does not let us in: unable to open database file"):
        local.airflow(RELEASE, sql=f"sqlite:///{tmp_path}/no/such/folder.db")
    assert local.servers() == [] or all(server.status != "starting" for server in local.servers())


@pytest.mark.parametrize("release", [RELEASE, "3.3.2"])
def test_a_postgresql_that_is_not_there(release: str) -> None:
    with socket.socket() as nobody:  # bound, and never listening
        nobody.bind(("127.0.0.1", 0))
        url = f"postgresql://ada:s3cret@127.0.0.1:{nobody.getsockname()[1]}/airflow"
        with pytest.raises(errors.DatabaseUnreachable, match="Connection refused") as caught:
            local.airflow(release, sql=url)
    assert "user, password and name in the URL" in str(caught.value)
    assert "s3cret" not in f"{caught.value}{caught.value.__dict__}"


def test_a_log_is_shown_without_the_password_of_the_database() -> None:
    with pytest.raises(errors.StartFailed, match="could not be made") as caught:
        local.airflow(RELEASE, sql="postgresql://ada:s3cret@127.0.0.1:s3cret/airflow")
    assert "'***'" in (caught.value.log or "")
    assert "s3cret" not in str(caught.value)


def test_a_server_that_is_not_well_in_time() -> None:
    with pytest.raises(errors.StartFailed, match=r"is not healthy after 0\.1 s"):
        local.airflow(RELEASE, timeout=0.1)
