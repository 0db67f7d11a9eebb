"""This library: blocking and awaited, on bodies of Airflow 2 and of Airflow 3."""

from __future__ import annotations

import asyncio
from datetime import datetime
from typing import Any

from titanium_airflow_client import ApiClient, AsyncApiClient, Configuration, DAGApi, DAGCollection, DAGRun, encode
from titanium_airflow_client.decode import decode
from titanium_airflow_client.request import Request
from titanium_airflow_client.schemas.dag import DAG
from titanium_airflow_client.schemas.model import UNSET, Model

from ..bodies import CONF, RUN_ID


def configuration(host: str) -> Configuration:
    return Configuration(host=host, username="someone", password="secret")


class Blocking:
    def __init__(self, host: str) -> None:
        self.api = DAGApi(ApiClient(configuration(host)))
        self.run = DAGRun(dag_run_id=RUN_ID, conf=CONF)

    def get_dag(self, dag_id: str) -> DAG:
        return self.api.get_dag(dag_id)

    def get_dags(self, limit: int, offset: int) -> DAGCollection:
        return self.api.get_dags(limit=limit, offset=offset)

    def decode(self, content: bytes) -> DAGCollection:
        return decode(content, DAGCollection)

    def rows(self, page: DAGCollection) -> list[DAG]:
        return page.dags or []

    def id_of(self, dag: DAG) -> str | None:
        return dag.dag_id

    def body(self) -> bytes:
        return encode.body(Request(into=DAGRun, body=self.run, body_type=DAGRun), "POST")

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


class TagOfAirflow3(Model):
    name: str | None = UNSET
    dag_id: str | None = UNSET
    dag_display_name: str | None = UNSET


class DAGOfAirflow3(Model):
    """What a model of ours with all fields of Airflow 3 costs, until the library speaks `/api/v2`."""

    dag_id: str | None = UNSET
    dag_display_name: str | None = UNSET
    is_paused: bool | None = UNSET
    is_stale: bool | None = UNSET
    last_parsed_time: datetime | None = UNSET
    last_parse_duration: float | None = UNSET
    last_expired: datetime | None = UNSET
    bundle_name: str | None = UNSET
    bundle_version: str | None = UNSET
    relative_fileloc: str | None = UNSET
    fileloc: str | None = UNSET
    description: str | None = UNSET
    timetable_summary: str | None = UNSET
    timetable_description: str | None = UNSET
    timetable_partitioned: bool | None = UNSET
    timetable_periodic: bool | None = UNSET
    tags: list[TagOfAirflow3] | None = UNSET
    max_active_tasks: int | None = UNSET
    max_active_runs: int | None = UNSET
    max_consecutive_failed_dag_runs: int | None = UNSET
    has_task_concurrency_limits: bool | None = UNSET
    has_import_errors: bool | None = UNSET
    next_dagrun_logical_date: datetime | None = UNSET
    next_dagrun_data_interval_start: datetime | None = UNSET
    next_dagrun_data_interval_end: datetime | None = UNSET
    next_dagrun_run_after: datetime | None = UNSET
    allowed_run_types: list[str] | None = UNSET
    owners: list[str] | None = UNSET
    is_backfillable: bool | None = UNSET
    file_token: str | None = UNSET


class PageOfAirflow3(Model):
    dags: list[DAGOfAirflow3] | None = UNSET
    total_entries: int | None = UNSET


class Airflow3:
    def __init__(self, host: str) -> None:
        pass

    def decode(self, content: bytes) -> PageOfAirflow3:
        return decode(content, PageOfAirflow3)

    def rows(self, page: PageOfAirflow3) -> list[DAGOfAirflow3]:
        return page.dags or []

    def id_of(self, dag: DAGOfAirflow3) -> str | None:
        return dag.dag_id
