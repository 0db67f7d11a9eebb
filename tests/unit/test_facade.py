"""The front door: everything is there under its documented path, and nothing is loaded before it is used."""

from __future__ import annotations

import pickle
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import titanium_airflow_client
from titanium_airflow_client import api, models

ROOT = Path(__file__).parents[2]
FACADES = [titanium_airflow_client, api, models]


def run(*arguments: str) -> str:
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_it_is_up_to_date() -> None:
    run("tools/facade.py", "--check")


def test_the_import_loads_nothing_else() -> None:
    code = "import sys; sys.path[:0] = ['.']; before = {*sys.modules}; import titanium_airflow_client; "
    assert run("-I", "-S", "-c", f"{code}print(*sorted({{*sys.modules}} - before))").split() == [
        "titanium_airflow_client"
    ]


@pytest.mark.parametrize("statement", ["models.DAG", "models.dag", "DAG"])
def test_a_model_loads_no_client(statement: str) -> None:
    code = f"import sys; sys.path[:0] = ['.']; import titanium_airflow_client; titanium_airflow_client.{statement}; "
    loaded = run("-c", f"{code}print(*sys.modules)").split()
    assert not {"urllib3", "titanium_airflow_client.engine", "titanium_airflow_client.schemas.pool"} & {*loaded}


@pytest.mark.parametrize("module", FACADES, ids=lambda module: module.__name__)
def test_every_name_is_there(module: object) -> None:
    for name in module.__all__:  # type: ignore[attr-defined]
        assert getattr(module, name).__name__ == name
    for name in dir(module):
        getattr(module, name)


@pytest.mark.parametrize("module", FACADES, ids=lambda module: module.__name__)
def test_a_wrong_name_is_an_attribute_error(module: object) -> None:
    with pytest.raises(AttributeError, match="has no attribute 'DAGG'"):
        module.DAGG  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", models.__all__)
def test_each_model_under_each_path(name: str) -> None:
    kind = getattr(models, name)
    assert getattr(titanium_airflow_client, name) is kind
    module = models._HOME[name]
    assert getattr(import_module(f"titanium_airflow_client.models.{module}"), name) is kind
    assert pickle.loads(pickle.dumps(kind)) is kind


@pytest.mark.parametrize(
    "path",
    [
        "models.dag.DAG",
        "models.dag_collection.DAGCollection",
        "models.dag_run.DAGRun",
        "models.get_dag_source200_response.GetDagSource200Response",
        "models.sla_miss.SLAMiss",
        "models.x_com.XCom",
        "models.x_com_collection_item.XComCollectionItem",
        "api.dag_api.DAGApi",
        "api_client.ApiClient",
        "configuration.Configuration",
        "exceptions.ApiException",
        "rest.ApiException",
        "rest.RESTResponse",
        "api_response.ApiResponse",
    ],
)
def test_documented_paths(path: str) -> None:
    module, _, name = path.rpartition(".")
    imported = getattr(import_module(f"titanium_airflow_client.{module}"), name)
    code = f"import titanium_airflow_client; print(titanium_airflow_client.{path}.__qualname__)"
    assert run("-c", code).strip() == imported.__qualname__
