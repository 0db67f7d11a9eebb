"""The guide from Airflow 2 to Airflow 3: its programs as they are printed there, and what they print."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

GUIDE = (Path(__file__).parents[2] / "docs" / "guides" / "migrating-to-airflow-3.md").read_text()
PROGRAMS = re.findall(r"```python\n(.*?)```", GUIDE, re.DOTALL)


def test_its_programs(airflow: Any, knows: Any, capsys: Any) -> None:
    own = airflow.configuration
    base = own.host.removesuffix("/api/v2").removesuffix("/api/v1")
    printed = []
    for program in PROGRAMS:
        source = program.replace("http://localhost:8080", base)
        source = source.replace(
            'username="admin", password="admin"', f"username={own.username!r}, password={own.password!r}"
        )
        assert source.count(base) == 1
        exec(compile(source, "a program of the guide", "exec"), {})
        printed += capsys.readouterr().out.splitlines()
    assert printed == [airflow.release, str(not knows("3.0")), "True", "404", "refused"]
