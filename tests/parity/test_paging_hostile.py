"""Nothing lost, nothing twice: servers that lie about totals, proxies that drop parameters, lists that change.

Each behaviour is met by lists of both generations of Airflow, by offset, by cursor and by form, in both colours, and
with one page, two and eight under way.
"""

from __future__ import annotations

import random
from typing import Any

import pytest

from tests.listing import SILENT, Listing, once
from titanium_airflow_client import DAGApi, DAGRunApi, DatasetApi, UnexpectedAnswer
from titanium_airflow_client.paging import PagingWarning

ROWS = 25


def run(number: int) -> dict[str, Any]:
    return {"dag_id": "d", "dag_run_id": f"r{number}"}


LISTS = {
    "dags 2.11": ("2.11.2", "dags", lambda n: {"dag_id": f"d{n}"}, DAGApi, "iter_dags", {}),
    "dags 3.1": ("3.1.8", "dags", lambda n: {"dag_id": f"d{n}"}, DAGApi, "iter_dags", {}),
    "datasets 2.11": ("2.11.2", "datasets", lambda n: {"id": n}, DatasetApi, "iter_datasets", {}),
    "datasets 3.3": ("3.3.2", "assets", lambda n: {"id": n}, DatasetApi, "iter_datasets", {}),
    "runs 3.3, no cursors": ("3.3.2", "dag_runs", run, DAGRunApi, "iter_dag_runs", {"dag_id": "~"}),
    "batch 3.3": ("3.3.2", "dag_runs", run, DAGRunApi, "iter_dag_runs_batch", {"list_dag_runs_form": {}}),
}


@pytest.fixture(params=LISTS)
def found(request, connect):
    """`found(concurrency)`: the numbers of the rows that came, and `found.listing` is where they come from."""
    release, field, row, group, name, arguments = LISTS[request.param]
    listing = Listing(ROWS, 4, release, field)
    listing.row = row

    def numbers(concurrency: int, limit: int | None = None) -> list[int]:
        given = {"limit": limit}
        if "list_dag_runs_form" in arguments:
            given = {"list_dag_runs_form": {} if limit is None else {"page_limit": limit}}
        items = connect(listing.configuration)(group).every(name, concurrency=concurrency, **arguments | given)
        keys = [next(item[key] for key in ("dag_run_id", "dag_id", "key", "id") if key in item) for item in items]
        return [int(str(key).lstrip("dvr")) for key in keys]

    numbers.listing = listing
    with listing.server:
        yield numbers


at_once = pytest.mark.parametrize("concurrency", [1, 2, 8])
pytestmark = at_once


@pytest.mark.parametrize("total", [0, 4, 8, 10, 24, -1, None, SILENT], ids=str)
def test_a_total_that_is_wrong_or_missing(found, concurrency, total):
    found.listing.total = lambda: total
    limit = 4 if total == 4 else None  # a short page and a total that agrees with it are believed
    assert found(concurrency, limit) == [*range(ROWS)]


@pytest.mark.parametrize("total", [26, 40, 10**9])
def test_a_total_that_is_too_large_is_told_about(found, concurrency, total):
    found.listing.total = lambda: total
    with pytest.warns(PagingWarning, match=rf"the list has {total} entries, but sends none from 25 on"):
        assert found(concurrency) == [*range(ROWS)]
    assert len(found.listing.offsets) < 30


@pytest.mark.filterwarnings("ignore::titanium_airflow_client.paging.PagingWarning")
@pytest.mark.parametrize("seed", range(6))
def test_a_total_that_is_another_each_time(found, concurrency, seed):
    chance = random.Random(seed)
    found.listing.total = lambda: chance.choice([ROWS, 3, 20, 24, 26, 100, None])
    assert found(concurrency) == [*range(ROWS)]
    assert len(found.listing.offsets) < 200


@pytest.mark.parametrize("caps", [[4, 3], [4, 1], [2, 4], [4, 1, 4, 2], [3, 9, 1, 1, 7]], ids=str)
def test_a_cap_that_changes(found, concurrency, caps):
    listing = found.listing
    listing.shown = lambda offset, limit: listing.rows[offset : offset + caps[offset // 6 % len(caps)]]
    assert found(concurrency) == listing.rows


def test_more_rows_than_were_asked_for(found, concurrency):
    listing = found.listing
    listing.shown = lambda offset, limit: listing.rows[offset : offset + 7]
    assert found(concurrency) == listing.rows


def test_all_rows_whatever_is_asked_for(found, concurrency):
    listing = found.listing
    listing.shown = lambda offset, limit: listing.rows
    assert found(concurrency) == listing.rows


def test_a_page_that_is_empty_once(found, concurrency):
    listing, empty = found.listing, [8, 16]

    def shown(offset, limit):
        if offset in empty:
            empty.remove(offset)
            return []
        return listing.rows[offset : offset + limit]

    listing.shown = shown
    assert found(concurrency) == listing.rows


def test_pages_that_are_always_empty_cost_only_their_rows(found, concurrency):
    listing = found.listing
    listing.shown = lambda offset, limit: [] if 8 <= offset < 16 else listing.rows[offset : offset + limit]
    with pytest.warns(PagingWarning, match="has 25 entries, but sends none from 8 on"):
        assert found(concurrency) == [*range(8), *range(16, 25)]


@pytest.mark.parametrize("total", [ROWS, SILENT], ids=str)
def test_the_same_page_for_ever_is_an_error(found, concurrency, total):
    listing = found.listing
    listing.total = lambda: total
    listing.shown = lambda offset, limit: listing.rows[:limit]
    with pytest.raises(UnexpectedAnswer, match=r"the same page came again and again(.|\n)*must pass on the parameters"):
        found(concurrency)
    assert len(listing.offsets) < 15


def test_slow_pages_that_come_out_of_order(found, concurrency):
    found.listing.delay = lambda offset: 0.02 if offset % 8 == 4 else 0.0
    assert found(concurrency) == found.listing.rows


@pytest.mark.filterwarnings("ignore::titanium_airflow_client.paging.PagingWarning")
@pytest.mark.parametrize("at", [4, 20])
@pytest.mark.parametrize(("first", "last"), [(0, 1), (0, 3), (2, 9), (20, 25)])
def test_rows_that_stay_are_not_lost_when_others_go(found, concurrency, at, first, last):
    listing = found.listing
    stay = listing.rows[:first] + listing.rows[last:]

    def go():
        listing.rows = stay

    listing.before = once(at, go)
    came = found(concurrency)
    assert [number for number in came if number in stay] == stay
    assert len({*came}) == len(came)


@pytest.mark.filterwarnings("ignore::titanium_airflow_client.paging.PagingWarning")
@pytest.mark.parametrize("at", [4, 20])
@pytest.mark.parametrize("count", [1, 9])
@pytest.mark.parametrize("place", [0, 10])
def test_rows_that_were_there_come_once_when_others_come(found, concurrency, at, count, place):
    listing = found.listing
    was = [*listing.rows]

    def come():
        listing.rows[place:place] = range(100, 100 + count)

    listing.before = once(at, come)
    came = found(concurrency)
    assert [number for number in came if number in was] == was
    assert len({*came}) == len(came)


def test_a_list_that_changes_is_told_about(found, concurrency):
    listing = found.listing
    listing.before = once(8, lambda: listing.rows.append(25))
    with pytest.warns(PagingWarning, match="it had 25 entries, now it has 26"):
        assert found(concurrency) == [*range(26)]
