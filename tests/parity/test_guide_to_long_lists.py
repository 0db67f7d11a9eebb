"""The examples of the guide, carried out one after another on a list behind a server that caps its pages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.listing import Listing

GUIDE = Path(__file__).parents[2] / "docs" / "guides" / "reading-long-lists.md"
EXAMPLES = re.findall(r"```python\n(.*?)```", GUIDE.read_text(), re.DOTALL)
IDS = [f"dag_{number}" for number in range(25)]
PRINTED = [
    IDS,
    ["25"],
    IDS,
    [f"dag_{number} run_{number}" for number in range(25)],
    ["dag_0"],
    ["25"],
]


def test_what_the_examples_print(capsys: pytest.CaptureFixture[str]) -> None:
    listing = Listing()
    page = listing.page

    def of_any_kind(place: int, limit: int, by_cursor: bool) -> dict[str, object]:
        return {**page(place, limit, by_cursor), "dag_runs": [*map(run, listing.shown(place, limit))]}

    def run(number: int) -> dict[str, str]:
        return {"dag_id": f"dag_{number}", "dag_run_id": f"run_{number}", "state": "success"}

    listing.page, listing.row = of_any_kind, run  # type: ignore[method-assign]
    with listing.server:
        names: dict[str, object] = {"configuration": listing.configuration}
        for example, printed in zip(EXAMPLES, PRINTED, strict=True):
            exec(compile(example, str(GUIDE), "exec"), names)
            assert capsys.readouterr().out.splitlines() == printed
