"""What type checkers must understand: every line of this file is right, and means what it asserts."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from contextlib import aclosing, closing
from datetime import datetime

import aiohttp
import urllib3
from typing_extensions import assert_type

from titanium_airflow_client import (
    DAG,
    ApiClient,
    ApiResponse,
    AsyncApiClient,
    ClearTaskInstances,
    Configuration,
    DAGApi,
    DAGCollection,
    DAGDetail,
    DAGRun,
    DAGRunApi,
    NotFoundException,
    Readiness,
    Retry,
    TaskInstanceReferenceCollection,
    Triggered,
)

api = DAGApi(ApiClient(Configuration("http://localhost:8080", timeout=(1, None), retries=Retry(total=1))))
assert_type(api, DAGApi[ApiClient])
assert_type(DAGApi(), DAGApi[ApiClient])
assert_type(api.get_dag("x"), DAG)
assert_type(api.get_dag("x", fields=["dag_id"], _request_timeout=3.0), DAG)
assert_type(api.get_dag_with_http_info("x"), ApiResponse[DAG])
assert_type(api.get_dag_with_http_info("x").data.is_paused, bool | None)
assert_type(api.get_dag_without_preload_content("x"), urllib3.BaseHTTPResponse)
assert_type(api.delete_dag("x"), None)
assert_type(api.get_dag_details("x"), DAGDetail)
assert_type(api.get_dags(limit=10, tags=("a", "b"), paused=None), DAGCollection)
assert_type(api.patch_dag("x", {"is_paused": True}, update_mask=["is_paused"]), DAG)
assert_type(api.patch_dag("x", DAG(is_paused=None)), DAG)
assert_type(
    api.post_clear_task_instances("x", ClearTaskInstances(dry_run=False, start_date=datetime(2024, 1, 1))),
    TaskInstanceReferenceCollection,
)
assert_type(DAG.from_dict({"dag_id": "x"}), DAG | None)

with ApiClient() as client:
    assert_type(client, ApiClient)

runs = DAGRunApi(client)
assert_type(runs.trigger("x", {"n": 1}, idempotency_key="a", preflight=True, _deadline=60.0), Triggered)
assert_type(runs.trigger("x").run, DAGRun)
assert_type(runs.trigger("x").created, bool)
assert_type(runs.preflight("x"), Readiness)
assert_type(runs.why_not_started("x", "y"), Readiness)
assert_type(runs.wait("x", "y", 60, check=True), DAGRun)

for dag in api.iter_dags(tags=["a"], concurrency=8):
    assert_type(dag, DAG)
for tag in api.iter_dag_tags():
    assert_type(tag, str)
with closing(api.iter_dags()) as dags:
    assert_type(next(dags), DAG)


async def main() -> None:
    async with AsyncApiClient() as client:
        api = DAGApi(client)
        assert_type(api, DAGApi[AsyncApiClient])
        awaitable: Coroutine[object, None, DAG] = api.get_dag("x")
        assert_type(await awaitable, DAG)
        assert_type(await api.get_dag("x"), DAG)
        assert_type(await api.get_dag_with_http_info("x"), ApiResponse[DAG])
        assert_type(await api.get_dag_without_preload_content("x"), aiohttp.ClientResponse)
        dag, page = await asyncio.gather(api.get_dag("x"), api.get_dags())
        assert_type(dag, DAG)
        assert_type(page, DAGCollection)
        async for every in api.iter_dags(limit=10):
            assert_type(every, DAG)
        async with aclosing(api.iter_dags()) as found:
            assert_type(await anext(found), DAG)
        assert_type(await asyncio.create_task(api.get_dag("x")), DAG)
        runs = DAGRunApi(client)
        made = await asyncio.gather(*(runs.trigger("x", {"part": part}) for part in range(3)))
        assert_type(made, list[Triggered])
        assert_type(await runs.wait("x", "y", timeout=1.5), DAGRun)


def annotated(api: DAGApi) -> DAG:
    try:
        return api.get_dag("x")
    except NotFoundException as error:
        assert_type(error.status, int | None)
        raise


async def annotated_async(api: DAGApi[AsyncApiClient]) -> DAG:
    return await api.get_dag("x")


class Mine(DAGApi):
    def paused(self, dag_id: str) -> bool | None:
        return self.get_dag(dag_id).is_paused


assert_type(Mine().get_dag("x"), DAG)
