"""apache-airflow-client 3.3.2, for Airflow 3."""

from __future__ import annotations

import json
from typing import Any

import airflow_client.client  # type: ignore[import-not-found]
from airflow_client.client.api.dag_api import DAGApi  # type: ignore[import-not-found]
from airflow_client.client.models import TriggerDAGRunPostBody  # type: ignore[import-not-found]

from ..bodies import CONF, RUN_ID


class Official:
    def __init__(self, host: str) -> None:
        configuration = airflow_client.client.Configuration(host=host, access_token="secret")
        configuration.connection_pool_maxsize = 100
        self.client = airflow_client.client.ApiClient(configuration)
        self.api = DAGApi(self.client)
        self.run = TriggerDAGRunPostBody(dag_run_id=RUN_ID, conf=CONF, logical_date=None)

    def get_dag(self, dag_id: str) -> Any:
        return self.api.get_dag(dag_id)

    def get_dags(self, limit: int, offset: int) -> Any:
        return self.api.get_dags(limit=limit, offset=offset)

    def decode(self, content: bytes) -> Any:
        return self.client.deserialize(content.decode(), "DAGCollectionResponse", "application/json")

    def rows(self, page: Any) -> Any:
        return page.dags

    def id_of(self, dag: Any) -> Any:
        return dag.dag_id

    def body(self) -> bytes:
        return json.dumps(self.client.sanitize_for_serialization(self.run)).encode()

    def page_to_json(self, page: Any) -> Any:
        return page.to_json()

    def page_to_dict(self, page: Any) -> Any:
        return page.to_dict()
