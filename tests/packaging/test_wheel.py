"""The wheel alone, without extras: what works, and what says how to get the rest."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import uv

from tests.scripted import Scripted, answer

ROOT = Path(__file__).parents[2]


def run(*command: object, status: int = 0) -> str:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, cwd=ROOT.anchor)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout + done.stderr


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of an environment that holds the wheel and what it depends on, nothing else."""
    folder = tmp_path_factory.mktemp("wheel")
    run(uv.find_uv_bin(), "build", "--quiet", "--wheel", "--out-dir", folder, ROOT)
    (wheel,) = folder.glob("*.whl")
    run(uv.find_uv_bin(), "venv", "--quiet", "--python", sys.executable, folder / "env")
    run(uv.find_uv_bin(), "pip", "install", "--quiet", "--python", folder / "env/bin/python", wheel)
    return folder / "env/bin"


def python(installed: Path, code: str, status: int = 0) -> str:
    return run(installed / "python", "-W", "error", "-c", code, status=status)


def test_it_depends_on_two_packages(installed):
    listed = run(uv.find_uv_bin(), "pip", "list", "--quiet", "--python", installed / "python", "--format", "freeze")
    names = {line.partition("==")[0].partition(" @")[0] for line in listed.split("\n") if line}
    assert names - {"typing-extensions"} == {"titanium-airflow-client", "msgspec", "urllib3"}
    assert sys.version_info < (3, 11) or "typing-extensions" not in names


def test_blocking_calls_work(installed):
    with Scripted(script=[answer({"dag_id": "x"})]) as server:
        printed = python(
            installed,
            "import titanium_airflow_client as t\n"
            f"with t.ApiClient(t.Configuration({server.url!r})) as client:\n"
            "    print(t.DAGApi(client).get_dag('x'))",
        )
    assert printed == "DAG(dag_id='x')\n"


def test_the_awaited_client_names_its_extra(installed):
    printed = python(installed, "import titanium_airflow_client as t; t.AsyncApiClient()", status=1)
    assert printed.endswith("AsyncApiClient needs aiohttp: pip install 'titanium-airflow-client[async]'\n")


def test_the_local_airflow_names_its_extra(installed):
    printed = python(installed, "from titanium_airflow_client import local; local.airflow()", status=1)
    assert "pip install 'titanium-airflow-client[local]'" in printed


def test_the_command_names_its_extra(installed):
    done = subprocess.run([installed / "titanium", "local", "list"], capture_output=True, text=True)
    assert done.returncode != 0
    assert done.stdout == ""
    assert "pip install 'titanium-airflow-client[cli" in done.stderr


def test_it_is_typed(installed):
    printed = python(
        installed,
        "import titanium_airflow_client, pathlib\n"
        "print((pathlib.Path(titanium_airflow_client.__file__).parent / 'py.typed').exists())",
    )
    assert printed == "True\n"
