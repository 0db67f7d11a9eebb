"""Every fault, on every class of operations, in both colours: what the caller gets, and what the server saw."""

from __future__ import annotations

import gc
import os
import threading

import pytest

from tests.faults import table
from tests.faults.faults import FAULTS, Fault
from tests.faults.run import every, soon


def left_behind() -> tuple[int, int]:
    """How many threads and open files there are."""
    return threading.active_count(), len(os.listdir("/dev/fd"))


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_a_fault(fault: Fault) -> None:
    gc.collect()
    before = left_behind()
    found = every(fault)
    problems = []
    for (kind, times), by_colour in found.items():
        for colour, outcome in by_colour.items():
            problems += [f"{kind}, {times} times, {colour}: {wrong}" for wrong in outcome.wrong]
        if not fault.lax and len({str(outcome) for outcome in by_colour.values()}) > 1:
            told = {colour: f"{outcome}: {outcome.error}" for colour, outcome in by_colour.items()}
            problems.append(f"{kind}, {times} times: the colours differ: {told}")
    assert not problems, "\n".join(problems)
    lines = {times: table.row(fault.name, times, found) for times in table.HEADINGS}
    found.clear()  # errors hold frames, and frames hold sockets
    gc.collect()
    assert soon(lambda: left_behind() <= before), (before, left_behind(), threading.enumerate())
    for times, line in lines.items():
        assert line in table.written()[times], "docs/concepts/reliability.md is not up to date: tools/reliability.py"


def test_the_documentation_has_these_faults_and_no_others() -> None:
    for lines in table.written().values():
        assert [line.split(" | ")[0].removeprefix("| ") for line in lines] == [fault.name for fault in FAULTS]
