"""Every `iter_...` on a real Airflow: in small pages, one by one and four at once, what the list operation gives."""

from __future__ import annotations

import warnings
from contextlib import suppress
from typing import Any

import pytest

import titanium_airflow_client
from titanium_airflow_client import (
    ApiClient,
    ConflictException,
    ConnectionApi,
    DAGApi,
    DAGRunApi,
    NotFoundException,
    PoolApi,
    UnsupportedOperation,
    VariableApi,
)
from titanium_airflow_client.paging import PagingWarning
from titanium_airflow_client.reading import key_of, rows_of

GROUPS = [getattr(titanium_airflow_client, name) for name in titanium_airflow_client.__all__ if name.endswith("Api")]
LISTS = {name: group for group in GROUPS for name in dir(group) if hasattr(getattr(group, name), "pages_of")}
RUN = {"dag_id": "linear", "dag_run_id": "pages_0"}
ARGUMENTS: dict[str, dict[str, Any]] = {
    "iter_backfills": {"dag_id": "linear"},
    "iter_dag_runs": {"dag_id": "~"},
    "iter_dag_runs_batch": {"list_dag_runs_form": {"order_by": "start_date"}},
    "iter_dag_versions": {"dag_id": "~"},
    "iter_hitl_details": {"dag_id": "~", "dag_run_id": "~"},
    "iter_mapped_task_instances": {"dag_id": "mapped", "dag_run_id": "pages", "task_id": "square"},
    "iter_mapped_task_instance_tries": RUN | {"task_id": "extract", "map_index": -1},
    "iter_task_instances": {"dag_id": "~", "dag_run_id": "~"},
    "iter_task_instances_batch": {"list_task_instance_form": {}},
    "iter_task_instance_tries": RUN | {"task_id": "extract"},
    "iter_task_state_store": RUN | {"task_id": "extract"},
    "iter_asset_state_store": {"asset_id": 1},
    "iter_xcom_entries": {"dag_id": "~", "dag_run_id": "~", "task_id": "~"},
}
MANY = {
    "iter_connections": 5,
    "iter_dag_runs": 6,
    "iter_dag_runs_batch": 6,
    "iter_dags": 40,
    "iter_pools": 5,
    "iter_task_instances": 15,
    "iter_task_instances_batch": 15,
    "iter_variables": 5,
}
"""How many there are at least."""


@pytest.fixture(scope="module")
def filled(airflow: Any) -> None:
    """Something to list. The runs stay as they are, since their DAGs are paused: offsets move with what changes."""
    with ApiClient(airflow.configuration) as client:
        for dag_id in ("linear", "mapped"):
            DAGApi(client).patch_dag(dag_id, {"is_paused": True})
        for number in range(5):
            with suppress(ConflictException):
                DAGRunApi(client).post_dag_run("linear", {"dag_run_id": f"pages_{number}"})
            with suppress(ConflictException):
                ConnectionApi(client).post_connection({"connection_id": f"pages_{number}", "conn_type": "http"})
            with suppress(ConflictException):
                PoolApi(client).post_pool({"name": f"pages_{number}", "slots": 1})
            with suppress(ConflictException):
                VariableApi(client).post_variables({"key": f"pages_{number}", "value": "x"})
        with suppress(ConflictException):
            DAGRunApi(client).post_dag_run("mapped", {"dag_run_id": "pages"})


def page_of(name: str, size: int, offset: int = 0) -> dict[str, Any]:
    """The arguments of a page of this list."""
    given = ARGUMENTS.get(name, {})
    for form in ("list_dag_runs_form", "list_task_instance_form"):
        if form in given:
            return {form: {**given[form], "page_limit": size, "page_offset": offset}}
    place = {"offset": offset} if offset else {}
    return {**given, **place, "limit": size}


@pytest.mark.usefixtures("filled")
@pytest.mark.parametrize("name", LISTS)
def test_all_items_as_the_plain_list_has_them(api: Any, until: Any, knows: Any, name: str) -> None:
    group, operation = api(LISTS[name]), getattr(LISTS[name], name).pages_of
    key = key_of(operation)

    def arguments(size: int, offset: int = 0) -> dict[str, Any]:
        given = page_of(name, size, offset)
        if name == "iter_providers" and not knows("3.0"):
            del given["limit"]  # Airflow 2 gives all of them at once
        return given

    def plainly() -> list[Any]:
        """As tutorials read lists."""
        found: list[Any] = []
        while True:
            rows, total = rows_of(getattr(group, operation.__name__)(**arguments(100, len(found))))
            found += map(key, rows)
            if len(found) >= (total or 0):
                return found

    def iterated(size: int, concurrency: int) -> list[Any]:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", PagingWarning)  # the scheduler adds to some
            return [*map(key, group.every(name, concurrency=concurrency, **arguments(size)))]

    def same() -> bool:
        listed = plainly()
        assert len(listed) >= MANY.get(name, 0)
        size = max(1, len(listed) // 3)
        found = [iterated(size, 1), iterated(size, 4)]
        if plainly() != listed:
            return False  # it changed meanwhile
        assert found == [listed, listed]
        return True

    try:
        plainly()
    except (UnsupportedOperation, NotFoundException) as refused:  # the release lacks it: both say so
        with pytest.raises(type(refused)) as caught:
            iterated(10, 1)
        assert str(caught.value) == str(refused)
    else:
        until(same)
