"""The errors of the runner: one exit code each, and they can cross processes."""

from __future__ import annotations

import pickle
import re
import subprocess
import sys

import pytest

from titanium_airflow_client.local import errors

KINDS = [errors.LocalAirflowError, *errors.LocalAirflowError.__subclasses__()]


def test_each_has_an_exit_code_of_its_own_and_is_in_the_tree() -> None:
    listed = {name: int(code) for name, code in re.findall(r"(\w+) +(\d+)(?: |$)", errors.__doc__ or "", re.MULTILINE)}
    assert listed == {kind.__name__: kind.exit_code for kind in KINDS}
    assert len(set(listed.values())) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_they_pickle(kind: type[errors.LocalAirflowError]) -> None:
    error = pickle.loads(pickle.dumps(kind("what", hint="do", log="line")))
    assert (type(error), error.message, error.hint, error.log) == (kind, "what", "do", "line")
    assert str(error) == "what\n\nline\n\nhint: do"


def test_nothing_of_it_loads_with_the_library() -> None:
    code = (
        "import sys, titanium_airflow_client; titanium_airflow_client.DAGApi; titanium_airflow_client.Configuration;"
        "print([m for m in sys.modules if m.split('.')[1:2] in (['local'], ['cli'])"
        " or m in ('uv', 'platformdirs', 'click', 'rich')])"
    )
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout == "[]\n"
