"""What became of each operation that the live tests call: `pytest tests/live --airflow RELEASE --outcomes FILE`.

`tools/compatibility.py` makes the page of that name of such files.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from titanium_airflow_client import engine
from titanium_airflow_client.answer import Answer, is_too_old
from titanium_airflow_client.dialect.recipes.users import WHERE_THEN
from titanium_airflow_client.exceptions import UnsupportedOperation

WORKS, LACKS, FAILS = "works", "lacks", "fails"
"""It was answered; it was refused because the server has no such operation; it came to no more than errors."""
BEST = (WORKS, LACKS, FAILS)


@contextmanager
def kept(file: Path | None) -> Iterator[None]:
    """Keep the best outcome of each operation, whatever calls it, and write them down in the end."""
    if file is None:
        yield
        return
    best: dict[str, str] = {}
    original = engine.call
    engine.call = watched(original, best, lambda: write(file, best))
    try:
        yield
    finally:
        engine.call = original


def write(file: Path, best: dict[str, str]) -> None:
    """Write them down; after each that is new, since a run of all tests may be ended before its end."""
    file.write_text(json.dumps(best, indent=0, sort_keys=True))


def watched(call: Callable[..., Any], best: dict[str, str], changed: Callable[[], None]) -> Callable[..., Any]:
    """The call, and what becomes of it."""

    def watch(route: Any, request: Any, form: Callable[[Answer], Any], *more: Any, **named: Any) -> Any:
        def note(outcome: str) -> None:
            before = best.get(route.name)
            best[route.name] = min(outcome, before or outcome, key=BEST.index)
            if best[route.name] != before:
                changed()

        def told(answer: Answer) -> Any:
            lacking = answer.response.status in (404, 405) and is_too_old(answer)
            note(WORKS if answer.response.status < 300 else LACKS if lacking else FAILS)
            return form(answer)

        try:
            return (yield from call(route, request, told, *more, **named))
        except UnsupportedOperation as refused:
            words = str(refused)
            if words.startswith(f"{route.name} ") or WHERE_THEN in words:  # else, an argument is refused
                note(LACKS)
            raise

    return watch
