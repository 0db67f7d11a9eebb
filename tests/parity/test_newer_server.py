"""An Airflow that is newer than this library: what it tells, no longer tells, and demands, in both colours."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from typing import Any

import pytest

from tests.scripted import Scripted, answer
from titanium_airflow_client import (
    BadRequestException,
    Configuration,
    DAGApi,
    DAGRunApi,
    DriftWarning,
    PoolApi,
    ProviderApi,
    TaskInstanceApi,
    UnprocessableEntityException,
    VariableApi,
)
from titanium_airflow_client.server import NewerAirflowWarning


@pytest.fixture(params=["3.4.0b2", "3.9.0", "4.0.1"])
def newer(request: pytest.FixtureRequest, connect: Any) -> Iterator[Any]:
    """`newer(DAGApi, answer, ...)`: a group of operations on a newer server that gives these answers."""
    servers: list[Scripted] = []
    groups: list[Any] = []

    def serve(group: Any, *answers: Any) -> Any:
        servers.append(Scripted(script=[answer({"version": request.param}), *answers]))
        server = servers[-1].__enter__()
        groups.append(connect(Configuration(server.url.removesuffix("/api/v1"), access_token="t"))(group))
        groups[-1].asked = server.asked
        return groups[-1]

    with warnings.catch_warnings(record=True) as found:
        warnings.simplefilter("always")
        yield serve
    for server in servers:
        server.__exit__(None, None, None)
    told = [str(one.message) for one in found if one.category is NewerAirflowWarning]
    assert told == [f"Airflow {request.param} is newer than this library, which treats it as 3.3"] * len(servers)
    assert all(one.category in (NewerAirflowWarning, DriftWarning) for one in found)


def test_it_is_spoken_to_as_the_newest_that_is_known(newer):
    dags = newer(DAGApi, answer({"dag_id": "x", "is_stale": False}))
    assert dags.get_dag("x").is_active is True
    assert dags.get_dag("x").dag_id == "x"
    assert [asked.target for asked in dags.asked] == ["/api/v2/version", "/api/v2/dags/x", "/api/v2/dags/x"]
    server = dags.group.api_client.server
    assert server.generation == 3
    assert server.supports(DAGApi.favorite_dag)


def test_fields_that_are_new(newer):
    dag = {"dag_id": "x", "is_paused": True, "orbit": {"of": ["moon"]}, "tags": [{"name": "t", "colour": "red"}]}
    dags = newer(DAGApi, answer({"dags": [dag], "total_entries": 1, "tides": None}))
    (found,) = dags.get_dags().dags
    assert (found.dag_id, found.is_paused, found.tags[0].name) == ("x", True, "t")
    assert b'"orbit"' in dags.get_dags_with_http_info().raw_data


def test_values_that_are_new(newer):
    run = {"dag_run_id": "r", "state": "dreaming", "run_type": "lunar_triggered", "triggered_by": "moon"}
    runs = newer(DAGRunApi, answer(run))
    found = runs.get_dag_run("d", "r")
    assert (found.state, found.run_type, found.triggered_by) == ("dreaming", "lunar_triggered", "moon")
    assert found.external_trigger is False


def test_another_kind_of_value_costs_that_field_alone(newer):
    dags = newer(DAGApi, answer({"dag_id": "x", "max_active_runs": {"of": "many"}, "is_paused": True}))
    for _ in range(2):
        found = dags.get_dag("x")
        assert (found.dag_id, found.max_active_runs, found.is_paused) == ("x", None, True)
    assert dags.group.api_client.drift


@pytest.mark.parametrize("told", [{}, {"dag_id": "x"}, {"dag_id": None, "tags": None, "schedule_interval": None}])
def test_fields_that_are_missing(newer, told):
    found = newer(DAGApi, answer(told)).get_dag_details("x")
    assert all(getattr(found, name) in (None, "x") for name in found.__struct_fields__)


def test_lists_that_no_longer_tell_how_many_there_are(newer):
    page = answer({"dags": [{"dag_id": "x"}]})
    dags = newer(DAGApi, page, answer({"dag_id": "x", "is_paused": True}))
    assert [dag.is_paused for dag in dags.patch_dags("x", {"is_paused": True}).dags] == [True]
    providers = newer(ProviderApi, answer({"providers": [{"package_name": "p"}]}), answer({"providers": []}))
    assert [one.package_name for one in providers.get_providers().providers] == ["p"]
    pools = newer(
        PoolApi, answer({"pools": [{"name": "b", "slots": 2}, {"name": "a", "slots": 1}]}), answer({"pools": []})
    )
    assert [pool.name for pool in pools.get_pools(order_by="slots").pools] == ["a", "b"]
    tasks = newer(TaskInstanceApi, answer({"task_instances": [{"task_id": "t"}]}), answer({"task_instances": []}))
    assert [one.task_id for one in tasks.get_task_instances("d", "r", limit=1000).task_instances] == ["t"]
    assert not list(newer(DAGApi, answer({})).every("iter_dags"))


def test_a_changed_task_instance_of_which_little_is_told(newer):
    tasks = newer(TaskInstanceApi, answer({"task_instances": [{"task_id": "t"}]}))
    found = tasks.patch_task_instance("d", "r", "t", {"new_state": "success", "dry_run": False})
    assert (found.task_id, found.dag_run_id) == ("t", None)


def test_a_key_that_is_demanded(newer):
    problem = {"detail": [{"loc": ["body", "moon_phase"], "msg": "Field required", "type": "missing"}]}
    calls = {
        VariableApi: lambda api: api.post_variables({"key": "k", "value": "v"}),
        DAGRunApi: lambda api: api.post_dag_run("d", {}),
        DAGApi: lambda api: api.post_clear_task_instances("d", {"dry_run": True}),
    }
    for group, call in calls.items():
        api = newer(group, answer(problem, 422))
        with pytest.raises(
            UnprocessableEntityException, match=r"moon_phase: Field required\nhint: .* is newer"
        ) as error:
            call(api)
        assert isinstance(error.value, BadRequestException)
        assert error.value.data.errors == problem["detail"]
        assert len(api.asked) == 2
