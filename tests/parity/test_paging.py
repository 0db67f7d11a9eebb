"""All items of a list, from a server that caps pages, is slow, and answers out of order."""

from __future__ import annotations

import threading

import pytest

from tests.listing import SILENT, Listing
from tests.scripted import answer
from titanium_airflow_client import (
    ApiTypeError,
    ApiValueError,
    DAGApi,
    DAGRunApi,
    ListDagRunsForm,
    ServiceException,
    UnexpectedAnswer,
)
from titanium_airflow_client.paging import PagingWarning


@pytest.fixture
def listing():
    listing = Listing()
    with listing.server:
        yield listing


@pytest.fixture
def dags(connect, listing):
    return connect(listing.configuration)(DAGApi)


@pytest.fixture
def everything(dags):
    return lambda **arguments: [int(dag.dag_id[4:]) for dag in dags.every("iter_dags", **arguments)]


@pytest.mark.parametrize("concurrency", [1, 3, 8])
@pytest.mark.parametrize("limit", [None, 3, 4, 1000])
def test_every_item_once_and_in_order(listing, everything, concurrency, limit):
    assert everything(limit=limit, concurrency=concurrency) == listing.rows
    assert listing.most <= concurrency


@pytest.mark.parametrize("concurrency", [1, 4])
def test_without_a_total_it_reads_until_nothing_comes(listing, everything, concurrency):
    listing.total = lambda: SILENT
    assert everything(concurrency=concurrency) == listing.rows
    assert listing.offsets == [0, 4, 8, 12, 16, 20, 24, 25]


def test_it_begins_where_it_is_told_to(listing, everything):
    assert everything(offset=10) == listing.rows[10:]
    assert everything(offset=25) == everything(offset=30) == []


def test_an_empty_list(listing, everything):
    listing.rows = []
    assert everything() == []
    assert listing.offsets == [0]


def test_no_page_more_than_needed(listing, everything):
    assert everything() == listing.rows
    assert listing.offsets == [0, 4, 8, 12, 16, 20, 24]


def test_a_total_and_a_full_page_are_no_proof_of_the_end(listing, everything):
    listing.rows = listing.rows[:8]
    assert everything() == listing.rows
    assert listing.offsets == [0, 4, 8]


def test_pages_that_come_out_of_order(listing, everything):
    listing.delay = lambda offset: 0.05 if offset % 8 == 0 else 0.0
    assert everything(concurrency=4) == listing.rows
    assert 1 < listing.most <= 4


@pytest.mark.parametrize("count", [3, 4, 25])
def test_who_says_how_large_pages_are_gets_the_first_ones_at_once(listing, everything, count):
    listing.rows = [*range(count)]
    met = threading.Barrier(3)
    listing.delay = lambda offset: met.wait(30) and 0.0 if offset < 12 else 0.0
    assert everything(limit=4, concurrency=3) == listing.rows
    assert {0, 4, 8} <= {*listing.offsets}


def test_who_does_not_waits_for_the_first_one(listing, everything):
    listing.rows = listing.rows[:3]
    assert everything(concurrency=3) == everything(limit=1000, concurrency=3) == listing.rows
    assert listing.offsets == [0, 0]


def test_a_list_that_grows_is_told_about_and_read_to_its_end(listing, everything):
    def grow(offset):
        if offset == 8 and len(listing.rows) == 25:
            listing.rows += [25, 26]

    listing.before = grow
    with pytest.warns(PagingWarning, match="it had 25 entries, now it has 27"):
        assert everything() == listing.rows


@pytest.mark.parametrize("concurrency", [1, 4])
def test_it_is_lazy(listing, dags, concurrency):
    dags.group.iter_dags(concurrency=concurrency)
    assert listing.offsets == []
    assert dags.first("iter_dags").dag_id == "dag_0000"
    assert listing.offsets == [0]


@pytest.mark.parametrize("concurrency", [1, 4])
def test_an_error_on_the_way_comes_after_what_came_before_it(listing, dags, concurrency):
    step = listing.step
    listing.server.script[0] = lambda connection: (
        answer(b"", 500)(connection) if "offset=8" in listing.server.current.asked.target else step(connection)
    )
    seen = []
    with pytest.raises(ServiceException):
        dags.every("iter_dags", into=seen, concurrency=concurrency)
    assert [int(dag.dag_id[4:]) for dag in seen] == listing.rows[:8]


@pytest.mark.parametrize("wrong", [{"concurrency": 0}, {"concurrency": "4"}, {"limit": "4"}, {"field": 1}])
def test_arguments_are_checked_when_it_is_called(listing, everything, wrong):
    with pytest.raises(ApiTypeError):
        everything(**wrong)
    assert listing.offsets == []


@pytest.mark.parametrize("wrong", [{"limit": 0}, {"limit": -1}, {"offset": -1}])
def test_what_is_no_page_is_refused(listing, everything, wrong):
    with pytest.raises(ApiValueError, match=r"get_dags: (limit must be 1|offset must be 0) or more"):
        everything(**wrong)
    assert listing.offsets == []


def test_too_many_arguments(dags):
    with pytest.raises(ApiTypeError, match=r"iter_dags\(\) got too many arguments"):
        dags.group.iter_dags(*99 * [None])
    with pytest.raises(ApiTypeError, match="too many"):
        dags.group.iter_dags(5, limit=5)


def test_an_argument_that_is_missing(connect, listing):
    with pytest.raises(TypeError, match="dag_id"):
        connect(listing.configuration)(DAGRunApi).group.iter_dag_runs()
    assert listing.asked == []


def test_only_lists_take_concurrency(dags):
    with pytest.raises(ApiTypeError, match="only iter_"):
        dags.get_dags(concurrency=2)


@pytest.mark.parametrize("concurrency", [1, 4])
@pytest.mark.parametrize("cap", [1, 4])
def test_items_that_cannot_be_told_apart_all_come(listing, dags, concurrency, cap):
    listing.row, listing.cap = lambda number: {"is_paused": False}, cap
    assert len(dags.every("iter_dags", fields=["is_paused"], concurrency=concurrency)) == 25
    listing.total = lambda: SILENT
    with pytest.raises(UnexpectedAnswer, match="the same page came again and again"):  # as far as anyone can see
        dags.every("iter_dags", fields=["is_paused"], concurrency=concurrency)


def test_a_form_may_be_a_model_and_stays_as_it_was(connect, listing):
    listing.field, listing.row = "dag_runs", lambda number: {"dag_id": "d", "dag_run_id": f"r{number}"}
    runs, form = (
        connect(listing.configuration)(DAGRunApi),
        ListDagRunsForm(states=["failed"], page_limit=3, page_offset=2),
    )
    found = runs.every("iter_dag_runs_batch", list_dag_runs_form=form)
    assert [int(run.dag_run_id[1:]) for run in found] == listing.rows[2:]
    assert [(given["states"], given["limit"], given["offset"]) for given in listing.asked[:2]] == [
        (["failed"], 3, 2),
        (["failed"], 3, 5),
    ]
    assert form.page_offset == 2
    with pytest.raises(ApiValueError, match="limit must be 1 or more"):
        runs.every("iter_dag_runs_batch", list_dag_runs_form={"page_limit": 0})
