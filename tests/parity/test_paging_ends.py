"""Whoever stops early, waits, or nests one list in another: no thread, no task, no page too many."""

from __future__ import annotations

import asyncio
import threading
import time
from contextlib import aclosing, closing, suppress
from typing import Any

import pytest

from tests.listing import Listing
from titanium_airflow_client import ApiClient, AsyncApiClient, DAGApi

pytestmark = pytest.mark.parametrize("concurrency", [1, 2, 8])


@pytest.fixture
def listing():
    listing = Listing(100)
    with listing.server:
        yield listing


def threads() -> list[threading.Thread]:
    """Those that fetch pages."""
    return [thread for thread in threading.enumerate() if "ThreadPool" in thread.name]


def tasks() -> set[asyncio.Task[Any]]:
    return asyncio.all_tasks() - {asyncio.current_task()}


class Enough(Exception):
    pass


def leave(dags: Any) -> None:
    for _ in dags:
        return


def fail(dags: Any) -> None:
    for _ in dags:
        raise Enough


def close(dags: Any) -> None:
    with closing(dags):
        next(dags)


def throw(dags: Any) -> None:
    next(dags)
    dags.throw(Enough)


@pytest.mark.parametrize("stop", [leave, fail, close, throw])
def test_a_loop_that_ends_early_leaves_no_thread(listing, concurrency, stop):
    listing.delay = lambda offset: 0.05 if offset else 0.0
    with ApiClient(listing.configuration) as client:
        with suppress(Enough):
            stop(DAGApi(client).iter_dags(concurrency=concurrency))
        assert threads() == []
        assert listing.now == 0
        assert len(listing.offsets) <= ahead(concurrency) + 1


async def leave_awaited(dags: Any) -> None:
    async for _ in dags:
        return


async def fail_awaited(dags: Any) -> None:
    async for _ in dags:
        raise Enough


async def close_awaited(dags: Any) -> None:
    async with aclosing(dags):
        await dags.__anext__()


async def throw_awaited(dags: Any) -> None:
    await dags.__anext__()
    await dags.athrow(Enough)


@pytest.mark.parametrize("stop", [leave_awaited, fail_awaited, close_awaited, throw_awaited])
async def test_a_loop_that_ends_early_leaves_no_task(listing, concurrency, stop):
    listing.delay = lambda offset: 0.05 if offset else 0.0
    async with AsyncApiClient(listing.configuration) as client:
        with suppress(Enough):
            await stop(DAGApi(client).iter_dags(concurrency=concurrency))
        for _ in range(10):  # what is left to the garbage collector is ended by the loop
            await asyncio.sleep(0)
        assert tasks() == set()
        assert len(listing.offsets) <= ahead(concurrency) + 1


@pytest.mark.parametrize("offset", [0, 8])
async def test_a_task_that_is_cancelled_leaves_no_other(listing, concurrency, offset):
    reached = asyncio.Event()
    loop = asyncio.get_running_loop()

    def delay(place: int) -> float:
        if place >= offset:
            with suppress(RuntimeError):  # a request that arrives when the test is over, and its loop with it
                loop.call_soon_threadsafe(reached.set)
            return 0.3
        return 0.0

    async def read() -> None:
        async for _ in DAGApi(client).iter_dags(concurrency=concurrency):
            pass

    listing.delay = delay
    async with AsyncApiClient(listing.configuration) as client:
        reading = asyncio.ensure_future(read())
        await reached.wait()
        reading.cancel()
        with pytest.raises(asyncio.CancelledError):
            await reading
        await asyncio.sleep(0)
        assert tasks() == set()


def ahead(concurrency: int) -> int:
    """How many pages may be asked for and not yet read."""
    return concurrency + concurrency // 2


def held(listing: Listing, came: int) -> int:
    """The pages that are under way, or came, or are being read."""
    return len(listing.offsets) - (came - 1) // listing.cap


def test_who_is_slow_holds_no_more_pages(listing, concurrency):
    most = 0
    with ApiClient(listing.configuration) as client:
        for came, _ in enumerate(DAGApi(client).iter_dags(concurrency=concurrency), 1):
            time.sleep(0.002)
            most = max(most, held(listing, came))
    assert came == 100
    assert most == ahead(concurrency)


async def test_who_is_slow_holds_no_more_pages_awaited(listing, concurrency):
    most = came = 0
    async with AsyncApiClient(listing.configuration) as client:
        async for _ in DAGApi(client).iter_dags(concurrency=concurrency):
            came += 1
            await asyncio.sleep(0.002)
            most = max(most, held(listing, came))
    assert came == 100
    assert most == ahead(concurrency)


def test_lists_in_lists_share_one_connection(listing, concurrency):
    listing.rows = listing.rows[:10]
    configuration = listing.configuration
    configuration.connection_pool_maxsize = 1
    with ApiClient(configuration) as client:
        dags = DAGApi(client)
        pairs = [
            (one.dag_id, other.dag_id)
            for one in dags.iter_dags(concurrency=concurrency)
            for other in dags.iter_dags(concurrency=concurrency)
        ]
    assert len({*pairs}) == len(pairs) == 100


async def test_lists_in_lists_share_one_connection_awaited(listing, concurrency):
    listing.rows = listing.rows[:10]
    configuration = listing.configuration
    configuration.connection_pool_maxsize = 1
    async with AsyncApiClient(configuration) as client:
        dags = DAGApi(client)
        pairs = [
            (one.dag_id, other.dag_id)
            async for one in dags.iter_dags(concurrency=concurrency)
            async for other in dags.iter_dags(concurrency=concurrency)
        ]
    assert len({*pairs}) == len(pairs) == 100


def test_threads_may_read_the_same_list_at_once(listing, concurrency):
    found: list[int] = []

    def read() -> None:
        found.append(sum(1 for _ in DAGApi(client).iter_dags(concurrency=concurrency)))

    with ApiClient(listing.configuration) as client:
        readers = [threading.Thread(target=read) for _ in range(4)]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join()
    assert found == [100] * 4
