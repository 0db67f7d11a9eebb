"""DAG runs: trigger, list, read, change, clear and delete them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from types import NoneType
from typing import Any

from ..operation import C, delete, get, patch, post, with_http_info, without_preload_content
from ..paging import every
from ..request import Options, Request, Unpack
from ..schemas.dag_run import (
    ClearDagRun,
    ClearDagRun200Response,
    DAGRun,
    DAGRunCollection,
    ListDagRunsForm,
    SetDagRunNote,
    UpdateDagRunState,
)
from ..schemas.dag_run_bulk import DAGRunResult
from ..schemas.dataset_event import DatasetEventCollection
from .clear_many import ClearManyRuns
from .dag_run_procedures import DAGRunProcedures
from .many_dag_runs import ManyDAGRuns


class DAGRunApi(DAGRunProcedures[C], ManyDAGRuns[C], ClearManyRuns[C]):
    """Trigger, list, read, change, clear and delete DAG runs.

    Every operation also takes the keywords of `titanium_airflow_client.request.Options`, and raises an `ApiException`
    of the class of its status: 401 and 403 always, the others as told.
    """

    @post("/dags/{dag_id}/dagRuns/{dag_run_id}/clear", since="2.4")
    def clear_dag_run(
        self, dag_id: str, dag_run_id: str, clear_dag_run: ClearDagRun | Mapping[str, Any], **options: Unpack[Options]
    ) -> Request[ClearDagRun200Response]:
        """Clear a DAG run, so that all of its tasks run again; unless told otherwise it is a dry run.

        `POST /dags/{dag_id}/dagRuns/{dag_run_id}/clear`, since Airflow 2.4.

        - `dag_id`: the DAG ID.
        - `dag_run_id`: the DAG run ID.
        - `clear_dag_run`: whether for real, `{"dry_run": False}`, and since Airflow 3 what of it.

        Returns a `ClearDagRun200Response`: the DAG run, queued again; after a dry run, the `task_instances` that would
        be cleared, told by their IDs. Raises `NotFoundException`.
        """
        return Request(
            into=ClearDagRun200Response,
            path={"dag_id": dag_id, "dag_run_id": dag_run_id},
            body=clear_dag_run,
            body_type=ClearDagRun,
            options=options,
        )

    clear_dag_run_with_http_info = with_http_info(clear_dag_run)
    clear_dag_run_without_preload_content = without_preload_content(clear_dag_run)

    @delete("/dags/{dag_id}/dagRuns/{dag_run_id}")
    def delete_dag_run(self, dag_id: str, dag_run_id: str, **options: Unpack[Options]) -> Request[None]:
        """Delete a DAG run and its task instances, also while they run; logs stay. It cannot be undone.

        `DELETE /dags/{dag_id}/dagRuns/{dag_run_id}`.

        - `dag_id`: the DAG ID.
        - `dag_run_id`: the DAG run ID.

        Returns nothing. Raises `NotFoundException`.
        """
        return Request(into=NoneType, path={"dag_id": dag_id, "dag_run_id": dag_run_id}, options=options)

    delete_dag_run_with_http_info = with_http_info(delete_dag_run)
    delete_dag_run_without_preload_content = without_preload_content(delete_dag_run)

    @get("/dags/{dag_id}/dagRuns/{dag_run_id}")
    def get_dag_run(
        self, dag_id: str, dag_run_id: str, fields: Sequence[str] | None = None, **options: Unpack[Options]
    ) -> Request[DAGRun]:
        """Get one DAG run.

        `GET /dags/{dag_id}/dagRuns/{dag_run_id}`.

        - `dag_id`: the DAG ID.
        - `dag_run_id`: the DAG run ID.
        - `fields`: the fields to return, all by default; since Airflow 2.9.

        Returns a `DAGRun`. Raises `NotFoundException`, and `BadRequestException` for an unknown field.
        """
        return Request(
            into=DAGRun,
            path={"dag_id": dag_id, "dag_run_id": dag_run_id},
            query={"fields": fields},
            options=options,
        )

    get_dag_run_with_http_info = with_http_info(get_dag_run)
    get_dag_run_without_preload_content = without_preload_content(get_dag_run)

    @get("/dags/{dag_id}/dagRuns")
    def get_dag_runs(
        self,
        dag_id: str,
        limit: int | None = None,
        offset: int | None = None,
        execution_date_gte: datetime | str | None = None,
        execution_date_lte: datetime | str | None = None,
        start_date_gte: datetime | str | None = None,
        start_date_lte: datetime | str | None = None,
        end_date_gte: datetime | str | None = None,
        end_date_lte: datetime | str | None = None,
        updated_at_gte: datetime | str | None = None,
        updated_at_lte: datetime | str | None = None,
        state: Sequence[str] | None = None,
        order_by: str | Sequence[str] | None = None,
        fields: Sequence[str] | None = None,
        run_after_gte: datetime | str | None = None,
        run_after_lte: datetime | str | None = None,
        run_type: Sequence[str] | None = None,
        run_after_gt: datetime | str | None = None,
        run_after_lt: datetime | str | None = None,
        logical_date_gt: datetime | str | None = None,
        logical_date_lt: datetime | str | None = None,
        start_date_gt: datetime | str | None = None,
        start_date_lt: datetime | str | None = None,
        end_date_gt: datetime | str | None = None,
        end_date_lt: datetime | str | None = None,
        updated_at_gt: datetime | str | None = None,
        updated_at_lt: datetime | str | None = None,
        run_id_pattern: str | None = None,
        dag_version: Sequence[int] | None = None,
        triggering_user_name_pattern: str | None = None,
        duration_gte: float | None = None,
        duration_gt: float | None = None,
        duration_lte: float | None = None,
        duration_lt: float | None = None,
        conf_contains: str | None = None,
        bundle_version: str | None = None,
        dag_id_pattern: str | None = None,
        partition_key_pattern: str | None = None,
        run_id_prefix_pattern: str | None = None,
        dag_id_prefix_pattern: str | None = None,
        triggering_user_name_prefix_pattern: str | None = None,
        partition_key_prefix_pattern: str | None = None,
        consuming_asset_pattern: str | None = None,
        cursor: str | None = None,
        partition_date_gte: date | str | None = None,
        partition_date_lte: date | str | None = None,
        **options: Unpack[Options],
    ) -> Request[DAGRunCollection]:
        """List the runs of a DAG, one page at a time.

        `GET /dags/{dag_id}/dagRuns`. Each `_gte` keeps what is at this time or later, each `_lte` what is at this time
        or earlier; a time without a zone is in UTC.

        - `dag_id`: the DAG ID, or `~` for the runs of all DAGs.
        - `limit`: how many to return; 100 by default, and the server lowers what is above its own maximum (100).
        - `offset`: how many to skip; 0 by default.
        - `execution_date_gte`, `execution_date_lte`: the logical date.
        - `start_date_gte`, `start_date_lte`: when it started; runs that have not started are left out.
        - `end_date_gte`, `end_date_lte`: when it ended; runs that have not ended are left out.
        - `updated_at_gte`, `updated_at_lte`: when anything of it last changed; since Airflow 2.6.
        - `state`: only runs in one of these states, see `DagState`.
        - `order_by`: the field to sort by, descending with a `-` before it; the age by default. Since Airflow 2.1, and
          several fields since 3.1.
        - `fields`: the fields of each run to return, all by default; since Airflow 2.9.

        Of Airflow 3, where each `_gt` keeps what is later or longer and each `_lt` what is earlier or shorter:

        - `run_after_gte`, `run_after_lte`, `run_after_gt`, `run_after_lt`: the time before which it does not start;
          since Airflow 3.0, as all `_gt` and `_lt` of times since 3.1.
        - `run_type`: only runs that one of these started, such as `manual`; since Airflow 3.0.
        - `logical_date_gt`, `logical_date_lt`: the logical date.
        - `start_date_gt`, `start_date_lt`, `end_date_gt`, `end_date_lt`, `updated_at_gt`, `updated_at_lt`: the times.
        - `run_id_pattern`, `triggering_user_name_pattern`: only runs with this text in their ID or in the name of who
          started them, in any case of letters, `%` and `_` being wildcards and `|` meaning or; since Airflow 3.1.
        - `dag_version`: only runs that were made of one of these versions of the DAG; since Airflow 3.1.
        - `duration_gte`, `duration_gt`, `duration_lte`, `duration_lt`: how long it ran, in seconds; since Airflow 3.2.
        - `conf_contains`: only runs whose parameters have this text in them; since Airflow 3.2.
        - `bundle_version`, `dag_id_pattern`, `partition_key_pattern`: only runs of these; since Airflow 3.2.
        - `run_id_prefix_pattern`, `dag_id_prefix_pattern`, `triggering_user_name_prefix_pattern`,
          `partition_key_prefix_pattern`: only what begins with this text, which is faster; since Airflow 3.2.2.
        - `consuming_asset_pattern`: only runs that an asset with this text in its name started; since Airflow 3.2.2.
        - `cursor`: page by cursor in the place of `offset`: an empty text, and then `next_cursor`; since Airflow 3.2.2.
        - `partition_date_gte`, `partition_date_lte`: the days of partitions; since Airflow 3.3.1.

        Returns a `DAGRunCollection` with the total on all pages; of a DAG that does not exist it is empty. Raises
        `BadRequestException` for what is no date, no field, or no field to sort by.
        """
        query = {
            "limit": limit,
            "offset": offset,
            "execution_date_gte": execution_date_gte,
            "execution_date_lte": execution_date_lte,
            "start_date_gte": start_date_gte,
            "start_date_lte": start_date_lte,
            "end_date_gte": end_date_gte,
            "end_date_lte": end_date_lte,
            "updated_at_gte": updated_at_gte,
            "updated_at_lte": updated_at_lte,
            "state": state,
            "order_by": order_by,
            "fields": fields,
            "run_after_gte": run_after_gte,
            "run_after_lte": run_after_lte,
            "run_type": run_type,
            "run_after_gt": run_after_gt,
            "run_after_lt": run_after_lt,
            "logical_date_gt": logical_date_gt,
            "logical_date_lt": logical_date_lt,
            "start_date_gt": start_date_gt,
            "start_date_lt": start_date_lt,
            "end_date_gt": end_date_gt,
            "end_date_lt": end_date_lt,
            "updated_at_gt": updated_at_gt,
            "updated_at_lt": updated_at_lt,
            "run_id_pattern": run_id_pattern,
            "dag_version": dag_version,
            "triggering_user_name_pattern": triggering_user_name_pattern,
            "duration_gte": duration_gte,
            "duration_gt": duration_gt,
            "duration_lte": duration_lte,
            "duration_lt": duration_lt,
            "conf_contains": conf_contains,
            "bundle_version": bundle_version,
            "dag_id_pattern": dag_id_pattern,
            "partition_key_pattern": partition_key_pattern,
            "run_id_prefix_pattern": run_id_prefix_pattern,
            "dag_id_prefix_pattern": dag_id_prefix_pattern,
            "triggering_user_name_prefix_pattern": triggering_user_name_prefix_pattern,
            "partition_key_prefix_pattern": partition_key_prefix_pattern,
            "consuming_asset_pattern": consuming_asset_pattern,
            "cursor": cursor,
            "partition_date_gte": partition_date_gte,
            "partition_date_lte": partition_date_lte,
        }
        return Request(into=DAGRunCollection, path={"dag_id": dag_id}, query=query, options=options)

    get_dag_runs_with_http_info = with_http_info(get_dag_runs)
    get_dag_runs_without_preload_content = without_preload_content(get_dag_runs)
    iter_dag_runs = every(get_dag_runs, DAGRun, "dag_id", "dag_run_id")

    @post("/dags/~/dagRuns/list", reads=True)
    def get_dag_runs_batch(
        self, list_dag_runs_form: ListDagRunsForm | Mapping[str, Any], **options: Unpack[Options]
    ) -> Request[DAGRunCollection]:
        """List the runs of several DAGs, or of all; the filters go in the body, so that they may be long.

        `POST /dags/~/dagRuns/list`.

        - `list_dag_runs_form`: which ones, and which page of them; `{}` for all.

        Returns a `DAGRunCollection` with the total on all pages. Raises `BadRequestException`.
        """
        return Request(into=DAGRunCollection, body=list_dag_runs_form, body_type=ListDagRunsForm, options=options)

    get_dag_runs_batch_with_http_info = with_http_info(get_dag_runs_batch)
    get_dag_runs_batch_without_preload_content = without_preload_content(get_dag_runs_batch)
    iter_dag_runs_batch = every(get_dag_runs_batch, DAGRun, "dag_id", "dag_run_id")

    @get(
        "/dags/{dag_id}/dagRuns/{dag_run_id}/upstreamDatasetEvents",
        v2="/dags/{dag_id}/dagRuns/{dag_run_id}/upstreamAssetEvents",
        since="2.4",
    )
    def get_upstream_dataset_events(
        self, dag_id: str, dag_run_id: str, **options: Unpack[Options]
    ) -> Request[DatasetEventCollection]:
        """List the updates of datasets that started a DAG run; there are no pages.

        `GET /dags/{dag_id}/dagRuns/{dag_run_id}/upstreamDatasetEvents`, since Airflow 2.4.

        - `dag_id`: the DAG ID.
        - `dag_run_id`: the DAG run ID.

        Returns a `DatasetEventCollection`, empty for a run that something else started. Raises `NotFoundException`.
        """
        return Request(into=DatasetEventCollection, path={"dag_id": dag_id, "dag_run_id": dag_run_id}, options=options)

    get_upstream_dataset_events_with_http_info = with_http_info(get_upstream_dataset_events)
    get_upstream_dataset_events_without_preload_content = without_preload_content(get_upstream_dataset_events)

    @post("/dags/{dag_id}/dagRuns")
    def post_dag_run(
        self, dag_id: str, dag_run: DAGRun | Mapping[str, Any], **options: Unpack[Options]
    ) -> Request[DAGRun]:
        """Trigger a DAG. The run waits while the DAG is paused.

        `POST /dags/{dag_id}/dagRuns`.

        - `dag_id`: the DAG ID.
        - `dag_run`: what is to be said of the run, `{"conf": {"name": "world"}}`; `{}` leaves all of it to Airflow.
          A `dag_run_id` may have letters, digits and `_.~:+-`, and others where the server's settings allow them.

        Returns the `DAGRun`, queued. Raises `NotFoundException`, `ConflictException` for a run ID or a logical date
        that the DAG has already, `BadRequestException` when its file fails to import or `conf` is not as it wants, and
        `ServiceException` for a run ID with other characters.

        With a `dag_run_id` of yours it survives that the answer is lost: the run is looked for, and sent again only
        when it is not there. `trigger` also does so without one, and says who made the run.
        """
        return Request(into=DAGRun, path={"dag_id": dag_id}, body=dag_run, body_type=DAGRun, options=options)

    post_dag_run_with_http_info = with_http_info(post_dag_run)
    post_dag_run_without_preload_content = without_preload_content(post_dag_run)

    @patch("/dags/{dag_id}/dagRuns/{dag_run_id}/setNote", v2="/dags/{dag_id}/dagRuns/{dag_run_id}", since="2.5")
    def set_dag_run_note(
        self,
        dag_id: str,
        dag_run_id: str,
        set_dag_run_note: SetDagRunNote | Mapping[str, Any],
        **options: Unpack[Options],
    ) -> Request[DAGRun]:
        """Note something about a DAG run, in place of what was noted before.

        `PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/setNote`, since Airflow 2.5.

        - `dag_id`: the DAG ID.
        - `dag_run_id`: the DAG run ID.
        - `set_dag_run_note`: the text, `{"note": "..."}`, at most 1000 characters.

        Returns the `DAGRun` as it is then. Raises `NotFoundException` and `BadRequestException`.
        """
        return Request(
            into=DAGRun,
            path={"dag_id": dag_id, "dag_run_id": dag_run_id},
            body=set_dag_run_note,
            body_type=SetDagRunNote,
            options=options,
        )

    set_dag_run_note_with_http_info = with_http_info(set_dag_run_note)
    set_dag_run_note_without_preload_content = without_preload_content(set_dag_run_note)

    @patch("/dags/{dag_id}/dagRuns/{dag_run_id}", since="2.2")
    def update_dag_run_state(
        self,
        dag_id: str,
        dag_run_id: str,
        update_dag_run_state: UpdateDagRunState | Mapping[str, Any],
        update_mask: Sequence[str] | None = None,
        **options: Unpack[Options],
    ) -> Request[DAGRun]:
        """Set the state of a DAG run, and with it that of its task instances; `queued` leaves those as they are.

        `PATCH /dags/{dag_id}/dagRuns/{dag_run_id}`, since Airflow 2.2.

        - `dag_id`: the DAG ID.
        - `dag_run_id`: the DAG run ID.
        - `update_dag_run_state`: the new state, `{"state": "failed"}`: `success`, `failed` or `queued`.
        - `update_mask`: the fields to change, of `state` and `note`, all that are set by default; since Airflow 3.0.

        Returns the `DAGRun` as it is then. Raises `NotFoundException`, and `BadRequestException` for another state.
        """
        return Request(
            into=DAGRun,
            path={"dag_id": dag_id, "dag_run_id": dag_run_id},
            query={"update_mask": update_mask},
            body=update_dag_run_state,
            body_type=UpdateDagRunState,
            options=options,
        )

    update_dag_run_state_with_http_info = with_http_info(update_dag_run_state)
    update_dag_run_state_without_preload_content = without_preload_content(update_dag_run_state)

    @get(v2="/dags/{dag_id}/dagRuns/{dag_run_id}/wait", since="3.1")
    def wait_dag_run_until_finished(
        self,
        dag_id: str,
        dag_run_id: str,
        interval: float,
        result: Sequence[str] | None = None,
        **options: Unpack[Options],
    ) -> Request[DAGRunResult]:
        """Wait until a DAG run has ended, and get what its tasks returned. Experimental in Airflow.

        The server holds the request open and says every `interval` seconds how it stands: the read timeout must be
        longer than that. `GET /dags/{dag_id}/dagRuns/{dag_run_id}/wait`, since Airflow 3.1.

        - `dag_id`: the DAG ID.
        - `dag_run_id`: the DAG run ID.
        - `interval`: how many seconds the server waits between two looks at the run.
        - `result`: the tasks whose return values to get.

        Returns a `DAGRunResult` of the last that the server said; `..._without_preload_content` has one JSON object in
        each line, as they come. Raises `NotFoundException`.
        """
        return Request(
            into=DAGRunResult,
            path={"dag_id": dag_id, "dag_run_id": dag_run_id},
            query={"interval": interval, "result": result},
            options=options,
        )

    wait_dag_run_until_finished_with_http_info = with_http_info(wait_dag_run_until_finished)
    wait_dag_run_until_finished_without_preload_content = without_preload_content(wait_dag_run_until_finished)
