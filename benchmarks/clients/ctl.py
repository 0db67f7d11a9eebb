"""The client inside apache-airflow-ctl 0.1.5, for Airflow 3."""

from __future__ import annotations

from typing import Any

import httpx  # type: ignore[import-not-found]
from airflowctl.api.client import Client  # type: ignore[import-not-found]
from airflowctl.api.datamodels.generated import DAGCollectionResponse  # type: ignore[import-not-found]


class Control:
    def __init__(self, host: str) -> None:
        limits = httpx.Limits(max_connections=100, max_keepalive_connections=100)
        self.client = Client(base_url=host, token="secret", limits=limits)

    def get_dag(self, dag_id: str) -> Any:
        return self.client.dags.get(dag_id)

    def get_dags(self, limit: int, offset: int) -> Any:
        """One page. Its own `dags.list()` asks for 50 at a time, and checks all of them once more at the end."""
        return self.decode(self.client.get("dags", params={"limit": limit, "offset": offset}).content)

    def decode(self, content: bytes) -> Any:
        return DAGCollectionResponse.model_validate_json(content)

    def rows(self, page: Any) -> Any:
        return page.dags

    def id_of(self, dag: Any) -> Any:
        return dag.dag_id

    def page_to_json(self, page: Any) -> Any:
        return page.model_dump_json()

    def page_to_dict(self, page: Any) -> Any:
        return page.model_dump()
