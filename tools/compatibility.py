"""Write docs/reference/compatibility.md: `python tools/compatibility.py [--airflow RELEASE ...] [--check]`.

The live tests are run on real servers of these releases, all ten by default, in one colour, and what became of each
operation goes into its column; other columns stay. What is done about it is read from the dialect.

With `--check` nothing is run: the exit status is 1 when the page is not what this would write of the outcomes that are
in it.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import tempfile
from inspect import getdoc
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from declared import declared
from facade import ROOT

from titanium_airflow_client.dialect import NO_CHANGE, number, of
from titanium_airflow_client.local import RELEASES
from titanium_airflow_client.server import Server

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from declared import Declared

sys.path.insert(0, str(ROOT))
from tests.outcomes import FAILS, LACKS, WORKS

PAGE = ROOT / "docs" / "reference" / "compatibility.md"
NAMES = tuple(sorted(RELEASES, key=number))
OPERATIONS = sorted(declared(), key=lambda one: (one.group, one.name))
TRANSLATED = "≈"
NOT_SET_UP = {"get_external_log_url"}
"""What the tests see errors of alone: the servers that they start keep their logs themselves."""
MARKS = {WORKS: "✓", LACKS: "-", FAILS: "!", "": "?"}
HEAD = """\
<!-- Written by `python tools/compatibility.py`, which ran it: run it again. -->

# Operations by release

What became of each operation when the live tests of this library called it on real servers of these releases.

| | |
|---|---|
| ✓ | answered, asked for as the documented API of Airflow 2 has it, or as the document of Airflow 3 has what is new |
| ≈ | answered as that API says, in other words or several requests: [how](#how-the-others-are-asked) |
| - | refused by name, since the release does not have it; the error says which has it, or what to use instead |
| ! | no more than an error: the servers of the tests are not set up for it |
| ? | not asked yet |

Users, roles and permissions of Airflow 3 are those of its FAB auth manager; with another one they are refused by name.
Facts that the servers tell differently are in the [guide](../guides/migrating-to-airflow-3.md).
"""
"""What the page says first."""


def outcomes(release: str) -> Mapping[str, str]:
    """What became of each operation in the live tests on this release."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "outcomes.json")
        command = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "tests/live",
            "-k",
            "not awaited",
            "--airflow",
            release,
            "--outcomes",
            str(file),
        ]
        print(*command, flush=True)
        if subprocess.run(command, cwd=ROOT, check=False).returncode:
            print(f"{release}: tests failed; what worked is kept")
        found: Mapping[str, str] = json.loads(file.read_text())
        return found


def read(page: str) -> dict[str, dict[str, str]]:
    """The outcomes that a page has, by release and operation."""
    meaning = {mark: outcome for outcome, mark in MARKS.items()} | {TRANSLATED: WORKS}
    found: dict[str, dict[str, str]] = {release: {} for release in NAMES}
    for line in page.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == len(NAMES) + 1 and (name := re.search(r"\[`(\w+)`\]", cells[0])):
            for release, mark in zip(NAMES, cells[1:]):
                found[release][name[1]] = meaning.get(mark, "")
    return found


def mark(one: Declared, release: str, outcome: str) -> str:
    """The sign for an outcome."""
    return TRANSLATED if outcome == WORKS and how(one, number(release)[0]) else MARKS[outcome]


def how(one: Declared, generation: int) -> list[str]:
    """What is done so that an operation of Airflow 2 answers, where it could not be asked for as it is."""
    dialect, change = of(generation), of(generation).changes.get(one.name, NO_CHANGE)
    said = []
    if recipe := dialect.recipe(one.route):
        said.append(" ".join((getdoc(recipe) or "").split()))
    if one.route.v1 is None or generation == 2:
        return said
    if one.route.v2 not in (one.route.v1, None):
        said.append(f"Asked for at `{one.route.v2}`.")
    renamed = {name: change.query.get(name, dialect.renamed.get(name, name)) for name in one.parameters}
    said += [f"`{ours}` is `{theirs}` there." for ours, theirs in renamed.items() if theirs not in (ours, None)]
    if change.body and (text := getdoc(change.body)):
        said.append(" ".join(text.split()))
    said += [f"To sort by, `{ours}` is `{theirs}` there." for ours, theirs in change.orders.items() if theirs]
    said += [f"By `{ours}` nothing is sorted there." for ours, theirs in change.orders.items() if theirs is None]
    said += [f"`{name}` is {value} unless you say otherwise." for name, value in change.defaults.items()]
    return said


def lines(found: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """The page of these outcomes."""
    yield HEAD
    for group, operations in groupby(OPERATIONS, key=lambda one: one.group):
        yield f"## {group}Api\n"
        yield "| | " + " | ".join(release.rpartition(".")[0] for release in NAMES) + " |"
        yield "|---|" + ":-:|" * len(NAMES)
        for one in operations:
            marks = (mark(one, release, found[release].get(one.name, "")) for release in NAMES)
            yield f"| [`{one.name}`]({group}Api.md#{one.name}) | " + " | ".join(marks) + " |"
        yield ""
    yield "## How the others are asked\n"
    yield "| | |\n|---|---|"
    for one in OPERATIONS:
        for generation in (2, 3):
            if said := how(one, generation):
                yield f"| `{one}`, Airflow {generation} | {' '.join(said)} |"


def is_of_fab(one: Declared, release: str) -> bool:
    """Whether the FAB auth manager has it, which there is not for every release that is tested."""
    return release.startswith("3.") and (one.route.v2 or "").startswith("/auth/fab/")


def wrong(found: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """What of the outcomes cannot be, or should not."""
    for release in NAMES:
        for one in OPERATIONS:
            outcome = found[release].get(one.name, "")
            has = Server(number(release)[0], release).supports(one)
            if one.name in NOT_SET_UP and outcome == FAILS and has:
                continue
            if outcome != (WORKS if has else LACKS) and not (outcome == LACKS and is_of_fab(one, release)):
                expected = "is there" if has else "is not there"
                yield f"{release}: {one} {outcome or 'was not called'}, and the library says that it {expected}"


def main() -> int:
    """Run the tests and write the page, or look whether it is right."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--airflow", action="append", choices=NAMES, metavar="RELEASE", help="this release alone")
    arguments.add_argument("--check", action="store_true", help="only look whether the page is right")
    given = arguments.parse_args()
    page = PAGE.read_text() if PAGE.exists() else ""
    found = read(page)
    for release in () if given.check else given.airflow or NAMES:
        found[release] = dict(outcomes(release))
        PAGE.write_text("\n".join(lines(found)) + "\n")
    problems = list(wrong(found))
    if "\n".join(lines(found)) + "\n" != PAGE.read_text():
        problems.append(f"{PAGE.relative_to(ROOT)} is not what this command writes of it")
    print(*problems, sep="\n")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
