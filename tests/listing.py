"""A list behind a server that can be told to do whatever servers and proxies do to lists."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.scripted import Scripted, answer
from titanium_airflow_client import Configuration

SILENT = "silent"
"""As a total: it is not told at all."""


class Listing:
    """Rows by number, in pages of at most `cap`; it speaks as the release of `release` does, for any list of it."""

    def __init__(self, count: int = 25, cap: int = 4, release: str = "2.11.2", field: str = "dags") -> None:
        self.rows = [*range(count)]
        self.cap, self.release, self.field = cap, release, field
        self.row: Callable[[int], Any] = lambda number: {"dag_id": f"dag_{number:04}"}
        self.total: Callable[[], Any] = lambda: len(self.rows)
        """What is told as the total."""
        self.before: Callable[[int], None] = lambda offset: None
        """What happens before a page is made."""
        self.delay: Callable[[int], float] = lambda offset: 0.0
        self.shown: Callable[[int, int], list[int]] = lambda offset, limit: self.rows[offset : offset + limit]
        """The rows of a page."""
        self.cursors = False
        self.offsets: list[int] = []
        self.asked: list[dict[str, str]] = []
        self.now = self.most = 0
        self.lock = threading.Lock()
        self.server = Scripted(script=[self.step])

    def step(self, connection: Any) -> bool:
        asked = self.server.current.asked
        path, query = urlsplit(asked.target)[2:4]
        if path.endswith("/version"):
            return answer({"version": self.release})(connection)
        given = {name: values[0] for name, values in parse_qs(query, keep_blank_values=True).items()}
        given |= {name.removeprefix("page_"): value for name, value in (json.loads(asked.body or b"{}")).items()}
        with self.lock:
            place = self.rows_before(given["cursor"]) if self.by_cursor(given) else int(given.get("offset", 0))
            self.offsets.append(place)
            self.asked.append(given)
            self.now += 1
            self.most = max(self.most, self.now)
        time.sleep(self.delay(place))
        with self.lock:
            self.now -= 1
            self.before(place)
            if self.by_cursor(given):
                place = self.rows_before(given["cursor"])
            page = self.page(place, min(int(given.get("limit", 100)), self.cap), self.by_cursor(given))
        return answer(page)(connection)

    def by_cursor(self, given: dict[str, str]) -> bool:
        return self.cursors and "cursor" in given

    def rows_before(self, cursor: str) -> int:
        """A cursor is the last row that was read."""
        return sum(1 for row in self.rows if cursor and row <= int(cursor))

    def page(self, place: int, limit: int, by_cursor: bool) -> dict[str, Any]:
        shown = self.shown(place, limit)
        page: dict[str, Any] = {self.field: [self.row(number) for number in shown]}
        if (total := self.total()) is not SILENT:
            page["total_entries"] = total
        if by_cursor:
            page["total_entries"] = min(len(self.rows), 10)  # as Airflow 3.3 counts no further than it is told to
            page["next_cursor"] = str(shown[-1]) if place + len(shown) < len(self.rows) else None
        return page

    @property
    def configuration(self) -> Configuration:
        if self.release.startswith("2."):
            return Configuration(self.server.url)
        return Configuration(self.server.url.replace("/v1", "/v2"), access_token="t")


def once(offset: int, what: Callable[[], None]) -> Callable[[int], None]:
    """For `before`: something that happens once, before the first page from there on."""
    done: list[int] = []

    def happens(place: int) -> None:
        if place >= offset and not done:
            done.append(place)
            what()

    return happens
