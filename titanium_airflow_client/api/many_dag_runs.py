"""The operations of `DAGRunApi` on many runs at once, and on their partitions. All are of Airflow 3."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..operation import Api, C, patch, post, with_http_info, without_preload_content
from ..request import Options, Request, Unpack
from ..schemas.bulk import BulkResponse
from ..schemas.dag_run_bulk import (
    BulkBodyBulkDAGRunBody,
    BulkDAGRunClearBody,
    ClearDagRunsResponse,
    ClearPartitionsBody,
    ClearPartitionsResponse,
)


class ManyDAGRuns(Api[C]):
    """Change, delete and clear many DAG runs in one request."""

    @patch(v2="/dags/{dag_id}/dagRuns", since="3.3")
    def bulk_dag_runs(
        self,
        dag_id: str,
        bulk_body_bulk_dag_run_body: BulkBodyBulkDAGRunBody | Mapping[str, Any],
        **options: Unpack[Options],
    ) -> Request[BulkResponse]:
        """Change or delete many DAG runs in one request.

        `PATCH /dags/{dag_id}/dagRuns`, since Airflow 3.3.

        - `dag_id`: the DAG ID, or `~` where each run says its own.
        - `bulk_body_bulk_dag_run_body`: what to do,
          `{"actions": [{"action": "delete", "entities": ["the run ID", "another"]}]}`.

        Returns a `BulkResponse`: for each action the runs that it was done to, as `dag_id.dag_run_id`, and what went
        wrong. That some went wrong is no exception; raises `BadRequestException` for what is no action.
        """
        return Request(
            into=BulkResponse,
            path={"dag_id": dag_id},
            body=bulk_body_bulk_dag_run_body,
            body_type=BulkBodyBulkDAGRunBody,
            options=options,
        )

    bulk_dag_runs_with_http_info = with_http_info(bulk_dag_runs)
    bulk_dag_runs_without_preload_content = without_preload_content(bulk_dag_runs)

    @post(v2="/dags/{dag_id}/clearDagRuns", since="3.3")
    def clear_dag_runs(
        self,
        dag_id: str,
        bulk_dag_run_clear_body: BulkDAGRunClearBody | Mapping[str, Any],
        **options: Unpack[Options],
    ) -> Request[ClearDagRunsResponse]:
        """Clear many DAG runs, so that all of their tasks run again; unless told otherwise it is a dry run.

        `POST /dags/{dag_id}/clearDagRuns`, since Airflow 3.3.

        - `dag_id`: the DAG ID, or `~` where each run says its own.
        - `bulk_dag_run_clear_body`: which runs, by ID or by partition, and whether for real,
          `{"dag_runs": [{"dag_run_id": "..."}], "dry_run": False}`.

        Returns a `ClearDagRunsResponse`: the `dag_runs`, queued again; after a dry run, the `task_instances` that would
        be cleared. Raises `NotFoundException`, and `BadRequestException` for contradictions.
        """
        return Request(
            into=ClearDagRunsResponse,
            path={"dag_id": dag_id},
            body=bulk_dag_run_clear_body,
            body_type=BulkDAGRunClearBody,
            options=options,
        )

    clear_dag_runs_with_http_info = with_http_info(clear_dag_runs)
    clear_dag_runs_without_preload_content = without_preload_content(clear_dag_runs)

    @post(v2="/dags/{dag_id}/clearPartitions", since="3.3")
    def clear_dag_run_partitions(
        self,
        dag_id: str,
        clear_partitions_body: ClearPartitionsBody | Mapping[str, Any],
        **options: Unpack[Options],
    ) -> Request[ClearPartitionsResponse]:
        """Make DAG runs forget which partition they ran for; unless told otherwise they are only counted.

        `POST /dags/{dag_id}/clearPartitions`, since Airflow 3.3.

        - `dag_id`: the DAG ID.
        - `clear_partitions_body`: which runs (`run_id`, `partition_key`, or dates), and whether for real,
          `{"partition_key": "2026-01-01", "dry_run": False}`.

        Returns a `ClearPartitionsResponse` with the counts. Raises `NotFoundException` and `BadRequestException`.
        """
        return Request(
            into=ClearPartitionsResponse,
            path={"dag_id": dag_id},
            body=clear_partitions_body,
            body_type=ClearPartitionsBody,
            options=options,
        )

    clear_dag_run_partitions_with_http_info = with_http_info(clear_dag_run_partitions)
    clear_dag_run_partitions_without_preload_content = without_preload_content(clear_dag_run_partitions)
