"""The page of operations by release: what it lists, and that a lie in it is found."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

import compatibility
from declared import declared

from titanium_airflow_client.local import RELEASES

PAGE = compatibility.PAGE.read_text()


def test_it_is_what_its_command_writes_of_its_outcomes():
    assert "\n".join(compatibility.lines(compatibility.read(PAGE))) + "\n" == PAGE
    assert "tools/compatibility.py" in PAGE


def test_it_has_every_operation_and_every_release():
    found = compatibility.read(PAGE)
    assert found.keys() == set(RELEASES)
    for outcomes in found.values():
        assert outcomes.keys() == {one.name for one in declared()}


def test_what_cannot_be_is_found():
    found = {release: {one.name: compatibility.LACKS for one in declared()} for release in RELEASES}
    told = list(compatibility.wrong(found))
    assert "2.6.3: DAG.get_dag lacks, and the library says that it is there" in told
    assert not any("favorite_dag" in one for one in told if one.startswith(("2.", "3.0")))
    found["3.0.6"]["favorite_dag"] = compatibility.WORKS
    assert "3.0.6: DAG.favorite_dag works, and the library says that it is not there" in compatibility.wrong(found)
