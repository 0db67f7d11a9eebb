"""All items of a list that comes in pages: lazily, in order, each once, and ahead of time where that is wanted.

A server may lower the page size without a word, and may say nothing of the total. So the next page is always asked for
by the rows that came, never by those that were asked for; pages that were asked ahead are given up when they were not
where they were thought to be.
"""

from __future__ import annotations

import warnings
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeAlias, TypeVar, cast, overload

from .api_client import ApiClient, AsyncApiClient
from .exceptions import ApiTypeError
from .operation import Api, Operation
from .schemas.model import Model, items_of

if TYPE_CHECKING:
    from concurrent.futures import Future

P = ParamSpec("P")
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
Page: TypeAlias = Model


class Pages(Generic[P, T_co]):
    """The static type of `every(...)`. Never instantiated."""

    @overload
    def __get__(self, api: Api[ApiClient], owner: type) -> Callable[P, Iterator[T_co]]: ...
    @overload
    def __get__(self, api: Api[AsyncApiClient], owner: type) -> Callable[P, AsyncIterator[T_co]]: ...
    def __get__(self, api: Any, owner: type) -> Any: ...


def every(operation: Operation[P, Any], item: type[T]) -> Pages[P, T]:
    """A method over all items of a list operation: it takes the same arguments, `limit` being the size of a page.

    `concurrency=8` fetches up to eight pages at once, in order still. A list that changes meanwhile is told about with
    a `PagingWarning`.
    """
    fetch: Any = operation
    names = fetch.build.__code__.co_varnames[1 : fetch.build.__code__.co_argcount]

    def iterate(self: Api[Any], /, *args: Any, concurrency: int = 1, **kwargs: Any) -> Any:
        kwargs.update(zip(names, args))
        fetch.check((), kwargs)
        if type(concurrency) is not int or concurrency < 1:
            raise ApiTypeError(f"concurrency must be a number of pages from 1 on, not {concurrency!r}")
        offset = kwargs.pop("offset", None) or 0
        way: Any = walk
        if isinstance(self.api_client, AsyncApiClient):
            from .paging_async import walk_async as way  # blocking code does without asyncio
        # no offset where none is meant: some lists have no pages on older servers
        return way(lambda start: fetch(self, **kwargs, offset=start or None), offset, concurrency)

    name = "iter_" + fetch.__name__.removeprefix("get_").removeprefix("list_")
    iterate.__name__, iterate.__qualname__ = name, fetch.__qualname__.replace(fetch.__name__, name)
    iterate.__module__ = fetch.__module__
    iterate.__doc__ = (
        f"Every {item.__name__} of `{fetch.__name__}`, page after page, fetched as they are needed.\n\n"
        f"It takes the arguments of `{fetch.__name__}`; `limit` is the size of a page, `offset` where to begin, and\n"
        "`concurrency` how many pages are fetched at once, 1 by default."
    )
    iterate.__dict__["pages_of"] = fetch
    return cast("Pages[P, T]", iterate)


class PagingWarning(UserWarning):
    """The list changed while it was read: items may be missing, or may have come twice."""


class Plan:
    """Which page to ask for next; no I/O."""

    def __init__(self, offset: int, concurrency: int) -> None:
        self.next = offset
        self.concurrency = concurrency
        self.size: int | None = None
        """How many rows a page has; known after the first."""
        self.total: int | None = None
        self.ended = False

    def wants(self, in_flight: int) -> bool:
        """Whether to ask for a page now, with so many under way."""
        if self.ended:
            return False
        if in_flight == 0:
            return self.total is None or self.size is None or self.next < self.total
        return in_flight < self.concurrency and self.total is not None and self.next < self.total

    def ask(self) -> int:
        """The offset of the next page."""
        offset = self.next
        self.next += self.size or 0
        return offset

    def take(self, offset: int, rows: int, total: int | None) -> bool:
        """Note a page that came, in order; False when those that were asked ahead are not the ones that follow."""
        if self.total is not None and total is not None and total != self.total:
            warnings.warn(
                PagingWarning(f"the list changed while it was read: it had {self.total} entries, now it has {total}"),
                stacklevel=3,
            )
        as_planned = rows == self.size and rows > 0
        self.total = total
        if rows == 0:
            self.ended = True
        elif not as_planned:
            self.size, self.next = rows, offset + rows
        return as_planned or (rows > 0 and total is not None and offset + rows >= total)


def rows_of(page: Page) -> tuple[list[Any], int | None]:
    """The items of a page, and the total on all pages."""
    within = items_of(type(page))
    if within is None:
        raise TypeError(f"{type(page).__name__} is no page of items")
    return getattr(page, within[0]) or [], getattr(page, "total_entries", None)


def walk(fetch: Callable[[int], Page], offset: int, concurrency: int) -> Iterator[Any]:
    """Every item, blocking; pages that are fetched ahead are fetched by threads."""
    plan = Plan(offset, concurrency)
    ahead: deque[tuple[int, Future[Page]]] = deque()
    threads = None
    if concurrency > 1:
        from concurrent.futures import ThreadPoolExecutor

        threads = ThreadPoolExecutor(concurrency)
    try:
        while True:
            while threads is not None and plan.wants(len(ahead)):
                ahead.append((start := plan.ask(), threads.submit(fetch, start)))
            if threads is None and plan.wants(0):
                start = plan.ask()
                page = fetch(start)
            elif ahead:
                start, future = ahead.popleft()
                page = future.result()
            else:
                return
            rows, total = rows_of(page)
            if not plan.take(start, len(rows), total):
                for _, late in ahead:
                    late.cancel()
                ahead.clear()
            yield from rows
    finally:
        if threads is not None:
            threads.shutdown(wait=False, cancel_futures=True)
