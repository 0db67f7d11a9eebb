"""All items of a list, from a server that caps pages, is slow, answers out of order, and changes while it is read."""

from __future__ import annotations

import threading
import time
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.scripted import Scripted, answer
from titanium_airflow_client import ApiTypeError, Configuration, DAGApi, ServiceException
from titanium_airflow_client.paging import PagingWarning


class Listing:
    """A list of DAGs behind a server; `cap` is the most it returns at once."""

    def __init__(self, count: int, cap: int = 100) -> None:
        self.rows = [f"dag_{number:04}" for number in range(count)]
        self.cap = cap
        self.tell_total = True
        self.delay = lambda offset: 0.0
        self.offsets: list[int] = []
        self.now = self.most = 0
        self.lock = threading.Lock()
        self.server = Scripted(script=[self.step])

    def step(self, connection) -> bool:
        with self.lock:
            query = parse_qs(urlsplit(self.mine().target).query)
            offset = int(query.get("offset", ["0"])[0])
            limit = min(int(query.get("limit", ["100"])[0]), self.cap)
            self.offsets.append(offset)
            self.now += 1
            self.most = max(self.most, self.now)
        time.sleep(self.delay(offset))
        with self.lock:
            self.now -= 1
            page = {"dags": [{"dag_id": row} for row in self.rows[offset : offset + limit]]}
            if self.tell_total:
                page["total_entries"] = len(self.rows)
        return answer(page)(connection)

    def mine(self):
        return self.server.current.asked


@pytest.fixture
def listing():
    listing = Listing(25, cap=4)
    with listing.server:
        yield listing


@pytest.fixture
def everything(connect, listing):
    dags = connect(Configuration(listing.server.url))(DAGApi)
    return lambda **arguments: [dag.dag_id for dag in dags.every("iter_dags", **arguments)]


@pytest.mark.parametrize("concurrency", [1, 3, 8])
@pytest.mark.parametrize("limit", [None, 3, 4, 1000])
def test_every_item_once_and_in_order(listing, everything, concurrency, limit):
    assert everything(limit=limit, concurrency=concurrency) == listing.rows
    assert listing.most <= concurrency


@pytest.mark.parametrize("concurrency", [1, 4])
def test_without_a_total_it_reads_until_nothing_comes(listing, everything, concurrency):
    listing.tell_total = False
    assert everything(concurrency=concurrency) == listing.rows
    assert listing.offsets == [0, 4, 8, 12, 16, 20, 24, 25]


def test_it_begins_where_it_is_told_to(listing, everything):
    assert everything(offset=10) == listing.rows[10:]


def test_an_empty_list(listing, everything):
    listing.rows = []
    assert everything() == []
    assert listing.offsets == [0]


def test_a_full_page_is_no_proof_of_the_end(listing, everything):
    listing.rows = listing.rows[:8]
    assert everything() == listing.rows
    assert listing.offsets == [0, 4, 8]  # that a total and a full page end together proves nothing


def test_pages_that_come_out_of_order(listing, everything):
    listing.delay = lambda offset: 0.05 if offset % 8 == 0 else 0.0
    assert everything(concurrency=4) == listing.rows
    assert 1 < listing.most <= 4


def test_a_page_size_that_shrinks_on_the_way(listing, everything):
    def shrink(offset):
        if offset >= 8:
            listing.cap = 3
        return 0.0

    listing.delay = shrink
    assert everything(concurrency=4) == listing.rows


def test_a_list_that_grows_is_told_about_and_read_to_its_end(listing, everything):
    def grow(offset):
        if offset == 8 and len(listing.rows) == 25:
            listing.rows += ["late_1", "late_2"]
        return 0.0

    listing.delay = grow
    with pytest.warns(PagingWarning, match="it had 25 entries, now it has 27"):
        assert everything() == listing.rows


def test_it_is_lazy(connect, listing):
    dags = connect(Configuration(listing.server.url))(DAGApi)
    first = dags.first("iter_dags")
    assert first.dag_id == "dag_0000"
    assert listing.offsets == [0]


@pytest.mark.parametrize("concurrency", [1, 4])
def test_an_error_on_the_way_comes_after_what_came_before_it(connect, listing, concurrency):
    step = listing.step
    listing.server.script[0] = lambda connection: (
        answer(b"", 500)(connection) if "offset=8" in listing.mine().target else step(connection)
    )
    dags = connect(Configuration(listing.server.url))(DAGApi)
    seen = []
    with pytest.raises(ServiceException):
        dags.every("iter_dags", into=seen, concurrency=concurrency)
    assert [dag.dag_id for dag in seen] == listing.rows[:8]


@pytest.mark.parametrize("wrong", [{"concurrency": 0}, {"concurrency": "4"}, {"limit": "4"}, {"field": 1}])
def test_arguments_are_checked_when_it_is_called(everything, listing, wrong):
    with pytest.raises(ApiTypeError):
        everything(**wrong)
    assert listing.offsets == []


def test_only_lists_take_concurrency(connect, listing):
    with pytest.raises(ApiTypeError, match="only iter_"):
        connect(Configuration(listing.server.url))(DAGApi).get_dags(concurrency=2)
