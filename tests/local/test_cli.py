"""The `titanium` command as its user sees it: data on standard output, the rest on standard error, exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from titanium_airflow_client import __version__, local

from .conftest import RELEASE
from .rest import call

ROOT = Path(__file__).parents[2]
RUN = "import sys; from titanium_airflow_client.cli import main; sys.argv[0] = 'titanium'; sys.exit(main())"


def titanium(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the command."""
    every = {**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "80", **environment}
    command = [sys.executable, "-c", RUN, *arguments]
    answer = subprocess.run(command, env=every, capture_output=True, text=True, timeout=120)
    assert "Traceback" not in answer.stderr
    assert "\x1b" not in answer.stdout + answer.stderr  # nobody is at a terminal here
    return answer


def test_version() -> None:
    assert titanium("--version").stdout == f"titanium {__version__}\n"


@pytest.mark.parametrize(
    "arguments",
    [[], ["local"], ["demo"], *(["local", command] for command in ("up", "status", "logs", "down", "list", "install"))],
)
def test_each_has_a_help_that_fits_80_columns(arguments: list[str]) -> None:
    answer = titanium(*arguments, "--help")
    assert answer.returncode == 0
    assert answer.stdout.startswith(f"Usage: titanium {' '.join([*arguments, ''])}".rstrip())
    assert [line for line in answer.stdout.splitlines() if len(line) > 80] == []


def test_without_the_extra_it_says_what_to_install() -> None:
    code = "import sys; sys.modules['click'] = None; from titanium_airflow_client.cli import main; sys.exit(main())"
    answer = subprocess.run([sys.executable, "-c", code, "local"], capture_output=True, text=True)
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr == (
        "error: the titanium command needs the package click\n\nhint: run  pip install 'titanium-airflow-client[cli]'\n"
    )


def test_up_status_logs_list_and_down() -> None:
    up = titanium("local", "up", "--airflow", RELEASE, "--name", "shell", "--user", "vera=Viewer", "--json")
    assert up.returncode == 0, up.stderr
    facts = json.loads(up.stdout)
    server = local.find("shell")
    try:
        family = server.state.family()
        assert (facts["name"], facts["release"], facts["status"]) == ("shell", RELEASE, "running")
        assert (facts["url"], facts["password"]) == (server.url, server.password)
        assert set(facts["users"]) == {"admin", "vera"}
        assert call(server, "/version", user="vera")["version"] == RELEASE

        status = titanium("local", "status", "shell")
        assert status.returncode == 0
        assert f"password          {server.password}" in status.stdout
        assert "scheduler         healthy" in status.stdout
        assert json.loads(titanium("local", "status", "shell", "--json").stdout)["healthy"] is True

        rows = titanium("local", "list").stdout.splitlines()
        assert rows[0].split() == ["NAME", "AIRFLOW", "STATUS", "URL", "UP", "SINCE", "DAGS"]
        assert any(row.split()[:4] == ["shell", RELEASE, "running", server.url] for row in rows)

        logs = titanium("local", "logs", "shell")
        assert "==> scheduler <==" in logs.stdout
        assert "==> webserver <==" in logs.stdout
        one = titanium("local", "logs", str(server.port), "--component", "scheduler", "-n", "2")
        assert len(one.stdout.splitlines()) == 2
        wrong = titanium("local", "logs", "shell", "--component", "nonsense")
        assert wrong.returncode == 2
        assert "scheduler, webserver" in wrong.stderr
    finally:
        down = titanium("local", "down", "shell")
    assert (down.returncode, down.stdout) == (0, "")
    assert "Stopped Airflow" in down.stderr
    assert not [process for process in family if process.alive]
    assert titanium("local", "status", "shell").returncode == 20


def test_up_for_a_person() -> None:
    up = titanium("local", "up", "--name", "person")
    try:
        server = local.find("person")
        facts = dict(line.split(maxsplit=1) for line in up.stdout.splitlines())
        assert (facts["URL"], facts["user"], facts["password"]) == (server.url, "admin", server.password)
        assert up.stderr.rstrip().endswith("hint: stop it with  titanium local down person")
    finally:
        titanium("local", "down", "person")


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["--airflow", "2.11.1"], 10, "hint: did you mean 2.11.2?"),
        (["--dags", "/no/such/folder"], 15, "error: the DAG folder /no/such/folder does not exist"),
        (["--auth", "simple"], 22, "hint: leave it out: Airflow 2 keeps users by itself"),
        (["--airflow", "3.3.2", "--public-role", "none"], 22, "error: public_role is for Airflow 2"),
        (["--sql", "mysql://h/d"], 18, "error: only SQLite and PostgreSQL are supported"),
        (["--user", "vera"], 2, "'vera' has no name and value"),
        (["--port", "99999"], 2, "--port"),
    ],
)
def test_errors_have_a_message_and_a_code(arguments: list[str], code: int, says: str) -> None:
    answer = titanium("local", "up", *arguments)
    assert (answer.returncode, answer.stdout) == (code, "")
    assert says in answer.stderr


def test_without_a_server(tmp_path: Path) -> None:
    nothing = {"XDG_STATE_HOME": str(tmp_path)}
    assert titanium("local", "list", "--json", **nothing).stdout == "[]\n"
    empty = titanium("local", "list", **nothing)
    assert (empty.returncode, empty.stdout) == (0, "")
    assert "hint: start one with  titanium local up" in empty.stderr
    assert titanium("local", "down", "--all", **nothing).returncode == 0
    for command in ("status", "logs", "down"):
        assert titanium("local", command, **nothing).returncode == 20


def test_install_lists_the_releases() -> None:
    rows = titanium("local", "install").stdout.splitlines()
    assert rows[0].split() == ["AIRFLOW", "RUNS", "ON", "INSTALLED"]
    assert [row.split()[0] for row in rows[1:]] == list(local.RELEASES)
    known = json.loads(titanium("local", "install", "--json").stdout)
    assert [row["release"] for row in known] == list(local.RELEASES)


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    command = f"{sys.executable} -c {json.dumps(RUN)} local install | head -1"
    every = {**os.environ, "PYTHONPATH": str(ROOT)}
    answer = subprocess.run(command, shell=True, env=every, capture_output=True, text=True)
    assert (answer.returncode, answer.stderr) == (0, "")


def test_the_demo_calls_every_operation_on_dags() -> None:
    demo = titanium("demo", "--airflow", RELEASE)
    assert demo.returncode == 0, demo.stderr
    for operation in (
        "delete_dag",
        "get_dag",
        "get_dag_details",
        "get_dag_source",
        "get_dags",
        "get_task",
        "get_tasks",
        "patch_dag",
        "patch_dags",
        "post_clear_task_instances",
        "post_set_task_instances_state",
    ):
        assert f">>> {operation}(" in demo.stdout
    assert demo.stdout.count("The run ended: success.") == 3
    assert "transform  success  2" in demo.stdout  # it ran a second time
    assert [line for line in demo.stdout.splitlines() if len(line) > 80] == []
