"""What is loaded, and when: nothing before it is used. Times are for `scripts/bench`."""

from __future__ import annotations

import subprocess
import sys

import pytest

PACKAGE = "titanium_airflow_client"
HEAVY = {"aiohttp", "asyncio", "http", "inspect", "msgspec", "orjson", "ssl", "typing_extensions", "urllib3"}
OF_ASYNC = {"asyncio", "aiohttp", "yarl"}
OF_EXTRAS = {"aiohttp", "click", "platformdirs", "rich", "uv", "yarl"}
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
    loaded = loaded_by(f"from {PACKAGE} import DAGApi")
    groups = {name for name in loaded if name.startswith(f"{PACKAGE}.api.") and name.endswith("_api")}
    assert groups == {f"{PACKAGE}.api.dag_api"}


@pytest.mark.skipif(sys.version_info < (3, 11), reason="Unpack comes from typing_extensions there")
def test_typing_extensions_is_for_type_checkers_alone() -> None:
    """It is no dependency, and msgspec loads it where it is installed, so it is made to be missing here."""
    assert f"{PACKAGE}.api.pool_api" in loaded_by(
        "sys.modules['typing_extensions'] = None\n"
        f"from importlib import import_module; from pkgutil import iter_modules\nimport {PACKAGE}.api\n"
        f"for module in iter_modules({PACKAGE}.api.__path__): import_module('{PACKAGE}.api.' + module.name)"
    )
