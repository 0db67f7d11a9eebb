"""This library: blocking and awaited, on bodies of Airflow 2 and of Airflow 3."""

from __future__ import annotations

import asyncio
from typing import Any

from titanium_airflow_client import ApiClient, AsyncApiClient, Configuration, DAGApi, DAGCollection, DAGRun, encode
from titanium_airflow_client.decode import decode
from titanium_airflow_client.request import Request
from titanium_airflow_client.schemas.dag import DAG

from ..bodies import AT_ONCE, CONF, LIMIT, RUN_ID


def configuration(host: str) -> Configuration:
    return Configuration(host=f"{host}/api/v1", username="someone", password="secret")


class Blocking:
    def __init__(self, host: str) -> None:
        self.api = DAGApi(ApiClient(configuration(host)))
        self.trigger = Request(into=DAGRun, body=DAGRun(dag_run_id=RUN_ID, conf=CONF), body_type=DAGRun)

    def get_dag(self, dag_id: str) -> DAG:
        return self.api.get_dag(dag_id)

    def get_dags(self, limit: int, offset: int) -> DAGCollection:
        return self.api.get_dags(limit=limit, offset=offset)

    def count_all(self) -> int:
        return sum(1 for _ in self.api.iter_dags(limit=LIMIT, concurrency=AT_ONCE))

    def decode(self, content: bytes) -> DAGCollection:
        return decode(content, DAGCollection)

    def rows(self, page: DAGCollection) -> list[DAG]:
        return page.dags or []

    def id_of(self, dag: DAG) -> str | None:
        return dag.dag_id

    def body(self) -> bytes:
        return encode.json(encode.fields(self.trigger, "POST"))

    def page_to_json(self, page: DAGCollection) -> str:
        return page.to_json()

    def page_to_dict(self, page: DAGCollection) -> dict[str, Any]:
        return page.to_dict()


class Awaited:
    def __init__(self, host: str) -> None:
        self.loop = asyncio.new_event_loop()
        self.api = DAGApi(AsyncApiClient(configuration(host)))

    def get_dag_times(self, dag_id: str, times: int) -> DAG:
        async def calls() -> DAG:
            for _ in range(times):
                dag = await self.api.get_dag(dag_id)
            return dag

        return self.loop.run_until_complete(calls())

    def get_dag(self, dag_id: str) -> DAG:
        return self.get_dag_times(dag_id, 1)

    def close(self) -> None:
        self.loop.run_until_complete(self.api.api_client.close())

    def id_of(self, dag: DAG) -> str | None:
        return dag.dag_id


class OnAirflow3(Blocking):
    """The same calls and models, on `/api/v2`."""

    def __init__(self, host: str) -> None:
        self.api = DAGApi(ApiClient(Configuration(host=host, access_token="secret")))
