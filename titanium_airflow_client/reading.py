"""Where to read on in a list that comes in pages, and what of a page is new. No I/O.

A server may lower the page size without a word, and may be wrong about the total, or silent. So the next page is always
asked for by the rows that came, never by those that were asked for, and the end is believed when two things say so: a
total and a page that is not full, or a page that is empty.

A list that changes while it is read moves under its offsets: what comes again is left out, and what may have slipped by
is asked for again. Cursors, where a server has them, do not move.
"""

from __future__ import annotations

import warnings
from collections import deque
from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeAlias, cast

import msgspec

from .exceptions import ApiTypeError, ApiValueError, UnexpectedAnswer
from .exchange import Limits
from .schemas.model import UNSET, Model, items_of
from .server import known

if TYPE_CHECKING:
    from .engine import Client
    from .exchange import Flow
    from .request import Options

Page: TypeAlias = Model
Where: TypeAlias = int | str
"""The place of a page: how many rows are before it, or a cursor."""

PAGE = 100
"""How many rows a page has where nothing is said."""
REMEMBERED = 1000
"""Of how many rows the keys are kept, and those of two pages at least."""
PATIENCE = 3
"""How many pages in a row may bring nothing new, or make a step back."""
EMPTY = 10
"""How many pages in a row may be empty while the total promises more."""


class PagingWarning(UserWarning):
    """The list changed while it was read, or the server is wrong about its length: items may be missing."""


class Reading:
    """One reading of a list operation, from its arguments to its end; it knows where to go on, and a driver goes.

    `begin` is carried out once; then, as long as `wants`, the page at `ask()` is fetched with `arguments(where)`, and
    `take` gives its new rows, in the order in which the pages were asked for.
    """

    def __init__(self, operation: Any, given: Mapping[str, Any], concurrency: int = 1) -> None:
        self.operation, self.given, self.concurrency = operation, dict(given), concurrency
        self.ahead = concurrency + concurrency // 2
        """How many pages may be asked for and not yet taken: more than are fetched at once, since one that comes out of
        turn waits, and who fetched it should not."""
        self.request = operation.build(None, **given)
        names = parameters_of(operation)
        self.form = None if "offset" in names else names[0]
        """The argument that says in a body which page is wanted; None where `limit` and `offset` do."""
        self.start = self.next = self.number("offset", 0) or 0
        limit = self.number("limit", 1)
        self.most = limit or PAGE
        """How many rows a page has when it is full, as far as that is known."""
        self.cursor: str | None = self.given.get("cursor")
        self.pages_by_cursor = "cursor" in names
        if self.cursor is not None and self.start:
            raise ApiValueError(f"{operation.__name__}: either offset or cursor says where to begin, not both")
        self.confirms = True
        # who asks for several pages at once of a size that servers grant gets the first ones at once, too
        self.size = limit if limit and limit <= PAGE and concurrency > 1 else None
        """How many rows the next pages are thought to have; None while one has to be seen first."""
        self.begun = False
        self.total: int | None = None
        self.told: int | None = None
        """The last total that was told, by whichever page."""
        self.wrong = False
        """Whether the server was seen to be wrong about the total."""
        self.full = self.changed = self.ended = self.astray = False
        self.reached = 0
        self.empty = self.nothing_new = self.steps_back = 0
        self.key = key_of(operation)
        self.seen: set[Any] = set()
        self.pages: deque[list[Any]] = deque()
        self.last = 0

    def number(self, name: str, least: int) -> int | None:
        """What the caller said of the pages: the size of one, or where to begin."""
        if self.form is not None:
            name, given = f"page_{name}", self.given.get(self.form)
            value = given.get(name) if isinstance(given, Mapping) else getattr(given, name, None)
        else:
            value = self.given.get(name)
        if value is not None and type(value) is not int:
            raise ApiTypeError(f"{self.operation.__name__}: {name} must be int, not {type(value).__name__}")
        if value is not None and value < least:
            raise ApiValueError(f"{self.operation.__name__}: {name} must be {least} or more, not {value}")
        return value

    def begin(self, client: Client) -> Flow[None]:
        """See what the server can do. A cursor is safer than offsets, but its pages come one after another."""
        server = yield from known(client, Limits.of(cast("Options", self.given), client.configuration))
        route, dialect = self.operation.route, server.dialect
        self.confirms = dialect.knows(route, "offset", server.version)
        if self.cursor is None and not self.start and self.concurrency == 1 and self.pages_by_cursor:
            self.cursor = "" if dialect.has_cursors(route, self.request, server.version) else None

    def wants(self, in_flight: int) -> bool:
        """Whether to ask for a page now, with so many asked for and not taken."""
        if self.ended:
            return False
        if in_flight and (in_flight >= self.ahead or self.size is None or self.cursor is not None):
            return False
        if in_flight and self.total is None and self.begun:
            return False
        if self.cursor is not None or self.total is None or self.next < self.total:
            return True
        # nothing but a total says that this is the end, and it may be wrong
        return self.confirms and ((self.full and self.next == self.total) or (self.changed and not in_flight))

    def ask(self) -> Where:
        """The place of the next page."""
        if self.cursor is not None:
            return self.cursor
        offset = self.next
        self.next += self.size or 0
        return offset

    def arguments(self, where: Where) -> dict[str, Any]:
        """What to call the operation with for the page there."""
        if isinstance(where, str):
            return {**self.given, "cursor": where}
        if self.form is None:  # no offset where none is meant: some lists have no pages on older servers
            return {**self.given, "offset": where or None}
        body = self.given[self.form]
        if where == self.start:
            return self.given
        if isinstance(body, Model):
            return {**self.given, self.form: msgspec.structs.replace(body, page_offset=where)}
        return {**self.given, self.form: {**body, "page_offset": where}}

    def take(self, where: Where, page: Page) -> list[Any]:
        """What is new on a page. `astray` says whether the pages that were asked for after it are to be given up."""
        rows, total = rows_of(page)
        self.astray, self.begun = False, True
        if isinstance(where, str):
            self.cursor = getattr(page, "next_cursor", None) or None
            if where or self.cursor or ("next_cursor" in page and (total or 0) <= len(rows)):
                return self.take_at_cursor(where, rows)
            where = 0  # what lies between knows nothing of cursors
        if total is None or total < 0 or self.wrong:
            total = None
        if self.moved(where, total):
            return []
        if not rows:
            self.nothing_at(where)
            return rows
        beyond = total is not None and where >= max(total, self.reached)
        new = self.fresh(where, rows)
        if beyond and not new:
            self.ended = self.astray = True  # there are no pages, and all came again
        elif total is not None and where + len(rows) > total:
            self.wrong, self.total = True, None
        self.go_on(where + len(rows), len(rows))
        return new

    def take_at_cursor(self, where: str, rows: list[Any]) -> list[Any]:
        """What is new on a page that a cursor led to. The last one has no next cursor."""
        if self.cursor == where:
            raise self.stuck()
        new = self.fresh(self.reached, rows)
        self.ended = self.cursor is None
        self.reached += len(rows)
        return new

    def go_on(self, offset: int, rows: int) -> None:
        """Behind a page with so many rows."""
        self.empty = 0
        self.reached = max(self.reached, offset)
        self.full = rows == self.most
        if rows != self.size:
            self.astray, self.next = True, offset
            self.size = rows if self.size is None else None
        if self.total is None or offset < self.total:
            self.most = rows

    def moved(self, where: int, total: int | None) -> bool:
        """Note the total. Where it fell, rows may have slipped before this page: go back by as many."""
        before, self.total = self.told, total
        if total is not None:
            self.told = total
        if before is None or total is None or before == total:
            return False
        self.changed = True
        tell(f"the list changed while it was read: it had {before} entries, now it has {total}")
        self.nothing_new = min(self.nothing_new, before - total)
        back = min(before - total, len(self.seen), where - self.start)
        if back <= 0 or self.steps_back == PATIENCE:
            return False
        self.steps_back += 1
        self.astray, self.next, self.size = True, where - back, None
        return True

    def nothing_at(self, where: int) -> None:
        """A page is empty. When the total promises more, ask again, and then for what follows."""
        self.astray = True
        if self.total is None or where >= self.total:
            self.ended = True
            return
        self.empty += 1
        if self.empty == 2:
            tell(f"the server says that the list has {self.total} entries, but sends none from {where} on")
        self.ended = self.empty == EMPTY
        self.size = None
        self.next = where if self.empty == 1 else where + self.most

    def fresh(self, where: int, rows: list[Any]) -> list[Any]:
        """The rows of a page that have not come before."""
        if not rows:
            return rows
        try:
            keys = list(map(self.key, rows)) if self.key else []
        except AttributeError:
            keys = []
        if not keys or is_no_key(keys[0]):
            return self.unknown(rows)
        new = rows
        if not self.seen.isdisjoint(keys):
            kept = [number for number, key in enumerate(keys) if key not in self.seen or is_no_key(key)]
            keys, new = [keys[number] for number in kept], [rows[number] for number in kept]
        if new:
            self.nothing_new = self.steps_back = 0
            self.seen.update(keys)
            self.pages.append(keys)
            while len(self.pages) > 2 and len(self.seen) - len(self.pages[0]) >= REMEMBERED:
                self.seen.difference_update(self.pages.popleft())
        if len(new) < len(rows) and where >= self.reached and (self.total is None or where < self.total):
            self.told_again(len(rows) - len(new), new)
        return new

    def told_again(self, repeated: int, new: list[Any]) -> None:
        """Rows came again: the list grew before them, or the server gives the same page whatever it is asked for."""
        if not new:
            self.nothing_new += 1
            if self.nothing_new == PATIENCE:
                raise self.stuck()
        else:
            tell(f"the list changed while it was read: {repeated} entries came again, and are left out")

    def unknown(self, rows: list[Any]) -> list[Any]:
        """Rows that cannot be told apart: only pages that are the same to the last value can mean something."""
        if self.total is None:
            this = hash(msgspec.json.encode(rows))
            self.nothing_new = self.nothing_new + 1 if this == self.last else 0
            self.last = this
            if self.nothing_new == PATIENCE:
                raise self.stuck()
        return rows

    def stuck(self) -> UnexpectedAnswer:
        """The error where the reading would have no end."""
        return UnexpectedAnswer(
            200,
            f"the same page came again and again, after {self.reached} entries",
            call=f"{self.operation.__name__}: {self.operation.route.method}",
            hint="what lies between, such as a proxy or its cache, must pass on the parameters offset and cursor",
        )


def parameters_of(operation: Any) -> tuple[str, ...]:
    """The arguments of an operation, in their order."""
    code = operation.build.__code__
    names: tuple[str, ...] = code.co_varnames[1 : code.co_argcount]
    return names


def tell(what: str) -> None:
    """Warn whoever reads the list."""
    warnings.warn(PagingWarning(what), stacklevel=2)


def key_of(operation: Any) -> Callable[[Any], Any] | None:
    """What tells the items of a list apart, as `every` was told; None where nothing does."""
    item, fields = getattr(operation, "items", (None, ()))
    if item is str:
        return str
    # the slots, because they are read twice as fast as the properties above them
    return attrgetter(*("_" + name.replace(".", "._") for name in fields)) if fields else None


def is_no_key(key: Any) -> bool:
    """Whether what should tell an item apart was not sent, as with `fields`."""
    return key is None or key is UNSET or (type(key) is tuple and (None in key or UNSET in key))


def rows_of(page: Page) -> tuple[list[Any], int | None]:
    """The items of a page, and the total on all pages."""
    return getattr(page, field_of_items(type(page))) or [], getattr(page, "total_entries", None)


@cache
def field_of_items(model: type[Page]) -> str:
    """The field of a page that has its items: models, or texts."""
    within = items_of(model)
    names = [within[0]] if within else [name for name in model.__struct_fields__ if name != "total_entries"]
    if len(names) != 1 or "total_entries" not in model.__struct_fields__:
        raise TypeError(f"{model.__name__} is no page of items")
    return names[0]
