"""What is loaded, and when: nothing before it is used. Times are for `scripts/bench`."""

from __future__ import annotations

import subprocess
import sys

import pytest

PACKAGE = "titanium_airflow_client"
HEAVY = {"aiohttp", "asyncio", "http", "inspect", "msgspec", "orjson", "ssl", "typing_extensions", "urllib3"}
OF_ASYNC = {"asyncio", "aiohttp", "yarl"}
OF_EXTRAS = {"aiohttp", "platformdirs", "rich", "typer", "uv", "yarl"}
OF_PEOPLE = {f"{PACKAGE}.{name}" for name in ("cli", "local", "testing")}


def loaded_by(program: str) -> set[str]:
    """The modules that a process has when it has run this, without those that Python itself has loaded before."""
    text = f"import sys; before = set(sys.modules)\n{program}\nprint(*set(sys.modules) - before, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", text], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_package_alone_loads_itself_and_nothing_else() -> None:
    assert loaded_by(f"import {PACKAGE}") == {PACKAGE}


@pytest.mark.parametrize("name", ["HEAVY", "OF_EXTRAS", "OF_PEOPLE"])
def test_the_package_alone_loads_nothing_heavy(name: str) -> None:
    assert not loaded_by(f"import {PACKAGE}, {PACKAGE}.api, {PACKAGE}.models") & globals()[name]


def test_a_blocking_client_loads_nothing_of_extras_and_tools() -> None:
    loaded = loaded_by(
        f"from {PACKAGE} import ApiClient, Configuration, DAGApi\n"
        "DAGApi(ApiClient(Configuration(host='http://localhost:8080')))"
    )
    assert f"{PACKAGE}.api.dag_api" in loaded
    assert not loaded & (OF_ASYNC | OF_EXTRAS | OF_PEOPLE)


def test_one_group_of_operations_does_not_load_another() -> None:
    groups = {name for name in loaded_by(f"from {PACKAGE} import DAGApi") if name.startswith(f"{PACKAGE}.api.")}
    assert groups == {f"{PACKAGE}.api.dag_api"}
