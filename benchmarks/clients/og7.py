"""What openapi-generator 7 makes today of Airflow 2.9.3's own document."""

from __future__ import annotations

import json
from typing import Any

import og7  # type: ignore[import-not-found]

from ..bodies import CONF, RUN_ID


class Generated:
    def __init__(self, host: str) -> None:
        configuration = og7.Configuration(host=f"{host}/api/v1", username="someone", password="secret")
        configuration.connection_pool_maxsize = 100
        self.client = og7.ApiClient(configuration)
        self.api = og7.DAGApi(self.client)
        self.run = og7.DAGRun(dag_run_id=RUN_ID, conf=CONF)

    def get_dag(self, dag_id: str) -> Any:
        return self.api.get_dag(dag_id)

    def get_dags(self, limit: int, offset: int) -> Any:
        return self.api.get_dags(limit=limit, offset=offset)

    def decode(self, content: bytes) -> Any:
        return self.client.deserialize(content.decode(), "DAGCollection", "application/json")

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
