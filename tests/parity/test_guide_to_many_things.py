"""The examples of the guide, carried out in turn on a small Airflow of each generation, print what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.scripted import Scripted
from tests.world import World
from titanium_airflow_client import Configuration

GUIDE = Path(__file__).parents[2] / "docs" / "guides" / "changing-many-things.md"
EXAMPLES = re.findall(r"```python\n(.*?)```(?:\n\n```text\n(.*?)```)?", GUIDE.read_text(), re.DOTALL)


@pytest.mark.parametrize("generation", [2, 3])
def test_what_the_examples_print(generation: int, capsys: pytest.CaptureFixture[str]) -> None:
    with Scripted() as server:
        world = World(server, generation)
        for dag_id in ("load_a", "loadXa", "preload_a", "reports"):
            world.add(dag_id)
        world.add("old_load_a", paused=True)
        world.run("preload_a", "manual__1", "running", {})
        failed = {"extract": "success", "transform": "failed", "load": "upstream_failed"}
        world.run("load_a", "manual__1", "failed", failed)
        names: dict[str, object] = {"configuration": Configuration(world.url)}
        assert len(EXAMPLES) == 6
        for example, printed in EXAMPLES:
            exec(compile(example, str(GUIDE), "exec"), names)
            out = re.sub(
                r"127\.0\.0\.1:\d+, made [-\d]+ [\d:]+",
                "localhost:8080, made 2026-01-02 03:04",
                capsys.readouterr().out,
            )
            assert out == printed
