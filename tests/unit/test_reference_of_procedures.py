"""The reference has every procedure, on the page of its group and on that of all operations."""

from __future__ import annotations

from pathlib import Path

from titanium_airflow_client import api

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


def test_every_procedure_is_told() -> None:
    overview = (REFERENCE / "operations.md").read_text()
    found = [
        (group, name)
        for group in api.__all__
        for name in dir(getattr(api, group))
        if hasattr(getattr(getattr(api, group), name), "steps")
    ]
    assert {("DAGRunApi", name) for name in ("trigger", "preflight", "why_not_started", "wait")} <= {*found}
    for group, name in found:
        page = (REFERENCE / f"{group}.md").read_text()
        section = page.partition(f"\n### {name}\n")[2].partition("\n### ")[0]
        assert f"{name}(" in section, f"{group}.{name}"
        assert "**options" in section, f"{group}.{name} does not take the keywords of every call"
        assert f"[`{group}.{name}`]({group}.md#{name})" in overview
