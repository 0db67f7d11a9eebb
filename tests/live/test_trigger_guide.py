"""The guide to triggering runs: each of its programs as it is printed there, and what it prints."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from titanium_airflow_client import ApiClient, DAGApi, DAGRunApi, DAGRunFailed, NotFoundException

GUIDE = (Path(__file__).parents[2] / "docs" / "guides" / "triggering-runs.md").read_text()
PROGRAMS = {
    title: text
    for title, section in re.findall(r"^## (.*?)\n(.*?)(?=^## |\Z)", GUIDE, re.DOTALL | re.MULTILINE)
    for text in re.findall(r"```python\n(.*?)```", section, re.DOTALL)
}
PRINTED = re.findall(r"```\n(- .*?)```", GUIDE, re.DOTALL)


@pytest.fixture
def carry_out(airflow: Any, capsys: Any) -> Any:
    """What a program of the guide prints on this server."""
    own = airflow.configuration
    user = f"username={own.username!r}, password={own.password!r}"

    def carry_out(title: str) -> str:
        source = PROGRAMS[title].replace('"http://localhost:8080/api/v1"', repr(own.host))
        assert source != PROGRAMS[title]
        source = source.replace('username="admin", password="admin"', user)
        capsys.readouterr()
        exec(compile(source, f"{title!r} of the guide", "exec"), {})
        printed: str = capsys.readouterr().out
        return printed

    with ApiClient(own) as client:
        DAGApi(client).patch_dag("linear", {"is_paused": False})
        DAGApi(client).patch_dag("params", {"is_paused": True})
        with suppress(NotFoundException):
            DAGRunApi(client).delete_dag_run("params", "once__greeting-4711")
    return carry_out


def test_exactly_once(carry_out):
    assert carry_out("Exactly once") == "True once__greeting-4711 queued\n"
    assert carry_out("Exactly once") == "False once__greeting-4711 queued\n"


def test_look_before(carry_out):
    assert carry_out("Look before").startswith(PRINTED[0])
    assert carry_out("Look before").endswith("paused True\nparam True\n")


def test_wait_for_the_end(carry_out):
    assert carry_out("Wait for the end") in ("success\n", "failed\n")  # SQLite may lock a task out


def test_awaited(carry_out):
    for _ in range(2):
        with suppress(DAGRunFailed):
            assert carry_out("Awaited") == "['success', 'success', 'success']\n"
            return
    assert carry_out("Awaited") == "['success', 'success', 'success']\n"


def test_no_program_is_left_out():
    assert [*PROGRAMS] == ["Exactly once", "Look before", "Wait for the end", "Awaited"]
    assert GUIDE.count("```python") == len(PROGRAMS)
