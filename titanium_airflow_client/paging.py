"""All items of a list that comes in pages: lazily, in order, each once, and ahead of time where that is wanted.

`reading` knows which page comes next and what of it is new. Here pages are fetched; in `paging_async` they are awaited.
"""

from __future__ import annotations

from collections import deque
from collections.abc import AsyncGenerator, Callable, Generator
from typing import TYPE_CHECKING, Any, Generic, ParamSpec, TypeVar, cast, overload

from .api_client import ApiClient, AsyncApiClient
from .exceptions import ApiTypeError
from .operation import Api, Operation
from .reading import PagingWarning as PagingWarning
from .reading import Reading, Where, parameters_of

if TYPE_CHECKING:
    from concurrent.futures import Future

P = ParamSpec("P")
T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)


class Pages(Generic[P, T_co]):
    """The static type of `every(...)`. Never instantiated."""

    @overload
    def __get__(self, api: Api[ApiClient], owner: type) -> Callable[P, Generator[T_co]]: ...
    @overload
    def __get__(self, api: Api[AsyncApiClient], owner: type) -> Callable[P, AsyncGenerator[T_co]]: ...
    def __get__(self, api: Any, owner: type) -> Any: ...


def every(operation: Operation[P, Any], item: type[T], *key: str) -> Pages[P, T]:
    """A method over all items of a list operation: it takes the same arguments, `limit` being the size of a page.

    `key` names the fields that tell one item from another. `concurrency=8` fetches up to eight pages at once, in order
    still. A list that changes meanwhile is told about with a `PagingWarning`.
    """
    fetch: Any = operation
    fetch.__dict__["items"] = (item, key)
    names = parameters_of(fetch)

    def iterate(self: Api[Any], /, *args: Any, concurrency: int = 1, **kwargs: Any) -> Any:
        if len(args) > len(names) or any(name in kwargs for name, _ in zip(names, args)):
            raise ApiTypeError(f"{iterate.__qualname__}() got too many arguments: it takes {', '.join(names)}")
        kwargs.update(zip(names, args))
        fetch.check((), kwargs)
        if type(concurrency) is not int or concurrency < 1:
            raise ApiTypeError(f"concurrency must be a number of pages from 1 on, not {concurrency!r}")
        way: Any = walk
        if isinstance(self.api_client, AsyncApiClient):
            from .paging_async import walk_async as way  # blocking code does without asyncio
        return way(self, Reading(fetch, kwargs, concurrency))

    name = "iter_" + fetch.__name__.removeprefix("get_").removeprefix("list_")
    iterate.__name__, iterate.__qualname__ = name, fetch.__qualname__.replace(fetch.__name__, name)
    iterate.__module__ = fetch.__module__
    iterate.__doc__ = (
        f"Every {item.__name__} of `{fetch.__name__}`, page after page, fetched as they are needed.\n\n"
        f"It takes the arguments of `{fetch.__name__}`; {SIZE_AND_PLACE['offset' in names]}, and\n"
        "`concurrency` how many pages are fetched at once, 1 by default."
    )
    iterate.__dict__["pages_of"] = fetch
    return cast("Pages[P, T]", iterate)


SIZE_AND_PLACE = {
    True: "`limit` is the size of a page, `offset` where to begin",
    False: "`page_limit` in its body is the size of a page, `page_offset` where to begin",
}


def walk(api: Api[ApiClient], reading: Reading) -> Generator[Any]:
    """Every item, blocking; pages that are fetched ahead are fetched by threads."""
    api.api_client.run(reading.begin(api.api_client))
    if reading.concurrency > 1:
        yield from walk_ahead(api, reading)
        return
    fetch = reading.operation
    while reading.wants(0):
        where = reading.ask()
        yield from reading.take(where, fetch(api, **reading.arguments(where)))


def walk_ahead(api: Api[ApiClient], reading: Reading) -> Generator[Any]:
    """The same with several pages under way. It waits for its threads at the end, so that none outlives it."""
    from concurrent.futures import ThreadPoolExecutor, wait

    fetch = reading.operation
    ahead: deque[tuple[Where, Future[Any]]] = deque()
    with ThreadPoolExecutor(reading.concurrency) as threads:
        try:
            while True:
                while reading.wants(len(ahead)):
                    where = reading.ask()
                    ahead.append((where, threads.submit(fetch, api, **reading.arguments(where))))
                if not ahead:
                    return
                rows = reading.take(*awaited(*ahead.popleft()))
                if reading.astray:
                    late = [page for _, page in ahead if not page.cancel()]
                    ahead.clear()
                    if reading.wants(0):
                        wait(late)  # or more pages would be held than may be
                    del late
                yield from rows
                del rows  # no page is kept while others come
        finally:
            for _, page in ahead:
                page.cancel()


def awaited(where: Where, page: Future[Any]) -> tuple[Where, Any]:
    """A page, as soon as it is there."""
    return where, page.result()
