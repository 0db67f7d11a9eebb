"""All items of a list, awaited: `paging` for event loops."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator
from typing import TYPE_CHECKING, Any

from .api_client import AsyncApiClient
from .operation import Api
from .reading import Page, Reading, Where

if TYPE_CHECKING:
    Ahead = deque[tuple[Where, asyncio.Task[Page]]]


async def walk_async(api: Api[AsyncApiClient], reading: Reading) -> AsyncGenerator[Any]:
    """Every item, awaited; pages that are fetched ahead are fetched by tasks."""
    await api.api_client.run(reading.begin(api.api_client))
    turn = asyncio.Semaphore(reading.concurrency)
    ahead: Ahead = deque()

    async def fetch(where: Where) -> Page:
        async with turn:
            page: Page = await reading.operation(api, **reading.arguments(where))
            return page

    try:
        while True:
            while reading.wants(len(ahead)):
                where = reading.ask()
                ahead.append((where, asyncio.ensure_future(fetch(where))))
            if not ahead:
                return
            rows = reading.take(*await awaited(*ahead.popleft()))
            if reading.astray:
                await give_up(ahead)
            for row in rows:
                yield row
            del rows  # no page is kept while others come
    finally:
        await give_up(ahead)


async def awaited(where: Where, page: asyncio.Task[Page]) -> tuple[Where, Page]:
    """A page, as soon as it is there. When this is cancelled, so is what fetches it."""
    return where, await page


async def give_up(ahead: Ahead) -> None:
    """End the tasks that are not needed."""
    tasks = [task for _, task in ahead]
    ahead.clear()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
