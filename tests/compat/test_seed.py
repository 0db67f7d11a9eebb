"""The document that this library starts from: each of its examples runs as it is printed there, on real servers.

Only what an example cannot know is put in from outside: the host with its credentials, the IDs, and `true`, which the
document writes as JSON does.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.type_check import type_check
from titanium_airflow_client import ApiClient, DAGApi, DAGRun, DAGRunApi

SEED = (Path(__file__).parent / "DAGApi.md").read_text()
EXAMPLES = dict(re.findall(r"^# \*\*(\w+)\*\*\n.*?```python\n(.*?)```", SEED, re.DOTALL | re.MULTILINE))
AS_GIVEN = "a493ec8fe8c99b05afd181c56a38546addbc28e07e40cbeb41647e90675538ee"
HOST = "https://airflow.apache.org/api/v1"


@pytest.fixture(scope="module")
def known(airflow: Any) -> Iterator[dict[str, str]]:
    """What there is on the server, under the names of the document."""
    configuration = airflow.configuration
    with ApiClient(configuration) as client:
        token = DAGApi(client).get_dag("linear").file_token
        run = DAGRunApi(client).post_dag_run("disposable_00", DAGRun(conf={}))
        password = f"{configuration.username}:{configuration.password}@"
        yield {
            HOST: configuration.host.replace("//", f"//{password}"),
            "'dag_id_example'": "'disposable_00'",
            "'task_id_example'": "'first'",
            "'file_token_example'": repr(token),
            "'order_by_example'": "'-task_id'",
            "'tags_example'": "'disposable'",
            "'fields_example'": "'dag_id'",
            "'update_mask_example'": "'is_paused'",
            "'dag_id_pattern_example'": "'disposable_0'",
            "run_id": run.dag_run_id,
        }


def run(name: str, known: dict[str, str], capsys: pytest.CaptureFixture[str], **more: str) -> str:
    source = EXAMPLES[name]
    for text, value in {**known, **more}.items():
        source = source.replace(text, value)
    exec(compile(source, f"{name} of DAGApi.md", "exec"), {"true": True})
    return capsys.readouterr().out


def test_the_document_has_eleven_operations_and_each_an_example():
    table = re.findall(r"^\[\*\*(\w+)\*\*\]\(DAGApi", SEED, re.MULTILINE)
    assert hashlib.sha256(SEED.encode()).hexdigest() == AS_GIVEN
    assert len(table) == 11
    assert list(EXAMPLES) == table


@pytest.mark.parametrize("name", [n for n in EXAMPLES if n not in ("delete_dag", "post_set_task_instances_state")])
def test_an_example_as_it_is_printed(name, known, capsys):
    more = {"'-task_id'": "'-dag_id'"} if name == "get_dags" else {}
    output = run(name, known, capsys, **more)
    assert "Exception when calling" not in output
    assert output.startswith(f"The response of DAGApi->{name}:\n\n")
    assert output.count("\n") >= 3


def test_an_example_that_lacks_what_the_server_demands_says_so(known, capsys):
    output = run("post_set_task_instances_state", known, capsys)
    assert output == (
        "Exception when calling DAGApi->post_set_task_instances_state: UpdateTaskInstancesState needs task_id and "
        "new_state: the server refuses it without\n\n"
    )


def test_it_runs_with_what_the_server_demands(known, capsys):
    arguments = f"task_id='first', new_state='success', dag_run_id={known['run_id']!r}"
    output = run(
        "post_set_task_instances_state",
        known,
        capsys,
        **{"UpdateTaskInstancesState()": f"UpdateTaskInstancesState({arguments})"},
    )
    assert "[TaskInstanceReference(" in output
    assert "task_id='first'" in output
    assert "dag_id='disposable_00'" in output


def test_delete_dag_as_it_is_printed(airflow, known, capsys):
    assert run("delete_dag", known, capsys, **{"'disposable_00'": "'disposable_01'"}) == ""
    with ApiClient(airflow.configuration) as client:
        assert DAGApi(client).get_dag_without_preload_content("disposable_01").status == 404


def test_the_examples_type_check(tmp_path):
    for name, source in EXAMPLES.items():
        (tmp_path / f"{name}.py").write_text("true = True\n" + source)
    type_check(tmp_path)
