"""Cursors, where the server has them: nothing moves under them."""

from __future__ import annotations

import warnings

import pytest

from tests.listing import Listing, once
from titanium_airflow_client import ApiValueError, DAGRunApi, TaskInstanceApi, UnexpectedAnswer
from titanium_airflow_client.paging import PagingWarning


@pytest.fixture
def listing():
    listing = Listing(25, 4, "3.3.2", "dag_runs")
    listing.cursors = True
    listing.row = lambda number: {"dag_id": "d", "dag_run_id": f"r{number}"}
    with listing.server:
        yield listing


@pytest.fixture
def runs(connect, listing):
    def found(**arguments):
        items = connect(listing.configuration)(DAGRunApi).every("iter_dag_runs", dag_id="~", **arguments)
        return [int(item.dag_run_id[1:]) for item in items]

    return found


def cursors(listing):
    return [given.get("cursor") for given in listing.asked]


def test_each_page_leads_to_the_next(listing, runs):
    assert runs() == listing.rows
    assert cursors(listing) == ["", "3", "7", "11", "15", "19", "23"]
    assert not any("offset" in given for given in listing.asked)


@pytest.mark.parametrize("count", [0, 1, 4])
def test_the_last_page_says_so(listing, runs, count):
    listing.rows = listing.rows[:count]
    assert runs(limit=4) == listing.rows
    assert cursors(listing) == [""]


@pytest.mark.parametrize(("gone", "come"), [((0, 3), []), ((0, 0), [-1, -2, -3]), ((2, 8), [-1]), ((0, 1), [30])])
def test_a_list_that_changes_costs_nothing(listing, runs, gone, come):
    was = [*listing.rows]

    def change():
        del listing.rows[slice(*gone)]
        listing.rows = sorted(listing.rows + come)

    listing.before = once(8, change)
    with warnings.catch_warnings():
        warnings.simplefilter("error", PagingWarning)
        assert runs() == was + [number for number in come if number > was[-1]]


def test_several_pages_at_once_are_asked_for_by_offset(listing, runs):
    assert runs(concurrency=4) == listing.rows
    assert {*cursors(listing)} == {None}


@pytest.mark.parametrize("order_by", ["start_date", ["id", "-state"], "-duration"])
def test_what_may_change_or_be_missing_makes_no_cursor(listing, runs, order_by):
    assert runs(order_by=order_by) == listing.rows
    assert {*cursors(listing)} == {None}


@pytest.mark.parametrize("order_by", ["id", "-id", ["dag_id", "run_id"]])
def test_what_is_fixed_does(listing, runs, order_by):
    assert runs(order_by=order_by) == listing.rows
    assert cursors(listing)[:2] == ["", "3"]


@pytest.mark.parametrize("release", ["2.11.2", "3.1.8", "3.2.1"])
def test_an_older_server_has_none(listing, runs, release):
    listing.release = release
    assert runs() == listing.rows
    assert {*cursors(listing)} == {None}


def test_where_the_caller_wants_to_begin(listing, runs):
    assert runs(cursor="9") == listing.rows[10:]
    assert runs(cursor="9", concurrency=4) == listing.rows[10:]
    assert runs(offset=20) == listing.rows[20:]
    with pytest.raises(ApiValueError, match="either offset or cursor says where to begin, not both"):
        runs(cursor="9", offset=3)


def test_a_cursor_that_leads_to_itself_is_an_error(listing, runs):
    listing.rows_before = lambda cursor: 0
    with pytest.raises(UnexpectedAnswer, match="the same page came again and again"):
        runs()
    assert len(listing.asked) == 2


def test_a_proxy_that_drops_cursors(listing, runs):
    listing.cursors = False
    assert runs() == listing.rows
    assert listing.offsets == [0, 4, 8, 12, 16, 20, 24]


def test_runs_of_one_id_in_all_dags_have_no_cursors(connect, listing):
    listing.field = "task_instances"
    listing.row = lambda number: {"dag_id": "d", "dag_run_id": "r", "task_id": f"t{number}", "map_index": -1}
    tasks = connect(listing.configuration)(TaskInstanceApi)
    found = tasks.every("iter_task_instances", dag_id="~", dag_run_id="r", limit=4)
    assert [int(item.task_id[1:]) for item in found] == listing.rows
    assert listing.asked[0]["dag_run_ids"] == ["r"]
    assert {*cursors(listing)} == {None}
