"""All items of a list, awaited: `paging` for event loops."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable, Coroutine
from typing import Any

from .paging import Page, Plan, rows_of


async def walk_async(
    fetch: Callable[[int], Coroutine[object, None, Page]], offset: int, concurrency: int
) -> AsyncIterator[Any]:
    """Every item, awaited; pages that are fetched ahead are fetched by tasks."""
    plan = Plan(offset, concurrency)
    ahead: deque[tuple[int, asyncio.Task[Page]]] = deque()
    try:
        while True:
            while plan.wants(len(ahead)):
                ahead.append((start := plan.ask(), asyncio.ensure_future(fetch(start))))
            if not ahead:
                return
            start, task = ahead.popleft()
            rows, total = rows_of(await task)
            if not plan.take(start, len(rows), total):
                await give_up(ahead)
            for row in rows:
                yield row
    finally:
        await give_up(ahead)


async def give_up(ahead: deque[tuple[int, asyncio.Task[Page]]]) -> None:
    """End the tasks that are not needed."""
    tasks = [task for _, task in ahead]
    ahead.clear()
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
