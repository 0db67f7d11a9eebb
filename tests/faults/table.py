"""The table of docs/concepts/reliability.md: written from a run, and compared with one."""

from __future__ import annotations

from pathlib import Path

from tests.faults.classes import CLASSES
from tests.faults.run import ALWAYS, Outcome

PAGE = Path(__file__).parents[2] / "docs" / "concepts" / "reliability.md"
HEADINGS = {1: "### It happens once", ALWAYS: "### It happens every time"}
BEGIN, END = "<!-- written by tools/reliability.py -->", "<!-- until here -->"

Found = dict[tuple[str, int], dict[str, Outcome]]


def row(fault: str, times: int, found: Found) -> str:
    """A fault as a line: what a caller gets of each class of operations, and how many requests that took."""
    cells = []
    for kind in CLASSES:
        of_both = found.get((kind.name, times))
        cells.append(" / ".join(dict.fromkeys(cell(each) for each in of_both.values())) if of_both else "")
    return f"| {fault} | {' | '.join(cells)} |"


def cell(outcome: Outcome) -> str:
    return f"{'✓' if outcome.result == 'answered' else outcome.result} {outcome.sent}"


def table(all_found: dict[str, Found]) -> str:
    """Both tables."""
    head = f"| | {' | '.join(kind.name for kind in CLASSES)} |\n|---|{'---|' * len(CLASSES)}"
    return "\n\n".join(
        "\n".join([f"{heading}\n\n{head}", *(row(fault, times, found) for fault, found in all_found.items())])
        for times, heading in HEADINGS.items()
    )


def written() -> dict[int, list[str]]:
    """The lines of the tables as they are in the documentation."""
    text = PAGE.read_text().partition(BEGIN)[2].partition(END)[0]
    once, _, always = text.partition(HEADINGS[ALWAYS])
    return {
        times: [line for line in part.splitlines() if line.startswith("| ") and not line.startswith("| |")]
        for times, part in ((1, once), (ALWAYS, always))
    }


def write(all_found: dict[str, Found]) -> None:
    before, _, rest = PAGE.read_text().partition(BEGIN)
    PAGE.write_text(f"{before}{BEGIN}\n\n{table(all_found)}\n\n{END}{rest.partition(END)[2]}")
