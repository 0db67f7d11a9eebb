"""The operations of `TaskInstanceApi` that list task instances."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from ..operation import Api, C, get, post, with_http_info, without_preload_content
from ..paging import every
from ..request import Options, Request, Unpack
from ..schemas.task_instance import ListTaskInstanceForm, TaskInstance, TaskInstanceCollection

ONE = "/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}"
KEY = ("dag_id", "dag_run_id", "task_id", "map_index")
"""What tells one task instance from another."""


class TaskInstanceLists(Api[C]):
    """Task instances, a page of them at a time."""

    @get("/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances")
    def get_task_instances(
        self,
        dag_id: str,
        dag_run_id: str,
        execution_date_gte: datetime | str | None = None,
        execution_date_lte: datetime | str | None = None,
        start_date_gte: datetime | str | None = None,
        start_date_lte: datetime | str | None = None,
        end_date_gte: datetime | str | None = None,
        end_date_lte: datetime | str | None = None,
        updated_at_gte: datetime | str | None = None,
        updated_at_lte: datetime | str | None = None,
        duration_gte: float | None = None,
        duration_lte: float | None = None,
        state: Sequence[str] | None = None,
        pool: Sequence[str] | None = None,
        queue: Sequence[str] | None = None,
        executor: Sequence[str] | None = None,
        limit: int | None = None,
        offset: int | None = None,
        order_by: str | Sequence[str] | None = None,
        task_id: str | None = None,
        task_display_name_pattern: str | None = None,
        run_after_gte: datetime | str | None = None,
        run_after_lte: datetime | str | None = None,
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
        duration_gt: float | None = None,
        duration_lt: float | None = None,
        version_number: Sequence[int] | None = None,
        try_number: Sequence[int] | None = None,
        operator: Sequence[str] | None = None,
        map_index: Sequence[int] | None = None,
        task_group_id: str | None = None,
        dag_id_pattern: str | None = None,
        run_id_pattern: str | None = None,
        pool_name_pattern: str | None = None,
        queue_name_pattern: str | None = None,
        operator_name_pattern: str | None = None,
        pool_name_prefix_pattern: str | None = None,
        queue_name_prefix_pattern: str | None = None,
        operator_name_prefix_pattern: str | None = None,
        rendered_map_index_pattern: str | None = None,
        rendered_map_index_prefix_pattern: str | None = None,
        dag_id_prefix_pattern: str | None = None,
        run_id_prefix_pattern: str | None = None,
        task_display_name_prefix_pattern: str | None = None,
        cursor: str | None = None,
        **options: Unpack[Options],
    ) -> Request[TaskInstanceCollection]:
        """List the task instances of a DAG run, mapped ones included, one page at a time.

        `GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances`. Each `_gte` keeps what is this or more, each `_lte`
        what is this or less; a time without a zone is in UTC. What has no such value yet is left out then.

        - `dag_id`, `dag_run_id`: the DAG run; `~` in place of either for all of them.
        - `execution_date_gte`, `execution_date_lte`: the logical date.
        - `start_date_gte`, `start_date_lte`: when it started.
        - `end_date_gte`, `end_date_lte`: when it ended.
        - `updated_at_gte`, `updated_at_lte`: when anything of it last changed; since Airflow 2.6.
        - `duration_gte`, `duration_lte`: how long it ran, in seconds.
        - `state`: only those in one of these states, see `TaskState`; `none` finds what is not scheduled yet.
        - `pool`, `queue`: only those of one of these pools, these queues.
        - `executor`: only those that were sent to one of these executors by name; since Airflow 2.10.
        - `limit`: how many to return; 100 by default.
        - `offset`: how many to skip; 0 by default.

        Of Airflow 3, where each `_gt` keeps what is more and each `_lt` what is less:

        - `order_by`: the field to sort by, descending with a `-` before it: `id`, `state`, `duration`, `start_date`,
          `end_date`, `map_index` (the default), `logical_date`, `run_after`, `data_interval_start`,
          `data_interval_end`, `rendered_map_index`, `operator` or `try_number`; since Airflow 3.0, several since 3.1.
        - `task_id`, `task_display_name_pattern`: only those of this task, or with this text in its name; since
          Airflow 3.0.
        - `run_after_gte`, `run_after_lte`, `run_after_gt`, `run_after_lt`: the time before which the DAG run does not
          start; since Airflow 3.0, as all `_gt` and `_lt` since 3.1.
        - `logical_date_gt`, `logical_date_lt`: the logical date.
        - `start_date_gt`, `start_date_lt`, `end_date_gt`, `end_date_lt`, `updated_at_gt`, `updated_at_lt`: the times.
        - `duration_gt`, `duration_lt`: how long it ran, in seconds.
        - `version_number`: only those of one of these versions of the DAG; since Airflow 3.0.
        - `try_number`, `operator`, `map_index`: only those at one of these tries, of one of these operators, of one of
          these numbers of a mapped task; since Airflow 3.1.
        - `task_group_id`: only those of this group of tasks; since Airflow 3.1.6.
        - `dag_id_pattern`, `run_id_pattern`: only those with this text in the DAG ID or run ID; since Airflow 3.2.
        - `pool_name_pattern`, `queue_name_pattern`, `operator_name_pattern`: only those with this text in the name, in
          any case of letters, `%` and `_` being wildcards and `|` meaning or; since Airflow 3.2.
        - `pool_name_prefix_pattern`, `queue_name_prefix_pattern`, `operator_name_prefix_pattern`: only those whose name
          begins with this text, which is faster; since Airflow 3.2.2.
        - `rendered_map_index_pattern`, `rendered_map_index_prefix_pattern`: the same of what it is called among the
          instances of a mapped task; since Airflow 3.2.2.
        - `dag_id_prefix_pattern`, `run_id_prefix_pattern`, `task_display_name_prefix_pattern`: only those of which this
          begins with this text; since Airflow 3.2.2.
        - `cursor`: page by cursor in the place of `offset`: an empty text, and then `next_cursor`; since Airflow 3.2.2.

        Returns a `TaskInstanceCollection` with the total on all pages; of a run that does not exist it is empty. Raises
        `BadRequestException`, and on Airflow 2 `ServiceException` for a state that does not exist.
        """
        query: dict[str, object] = {"limit": limit, "offset": offset}
        query |= {"execution_date_gte": execution_date_gte, "execution_date_lte": execution_date_lte}
        query |= {"start_date_gte": start_date_gte, "start_date_lte": start_date_lte}
        query |= {"end_date_gte": end_date_gte, "end_date_lte": end_date_lte}
        query |= {"updated_at_gte": updated_at_gte, "updated_at_lte": updated_at_lte}
        query |= {"duration_gte": duration_gte, "duration_lte": duration_lte}
        query |= {"state": state, "pool": pool, "queue": queue, "executor": executor}
        query |= {"order_by": order_by, "task_id": task_id, "task_display_name_pattern": task_display_name_pattern}
        query |= {"run_after_gte": run_after_gte, "run_after_lte": run_after_lte, "run_after_gt": run_after_gt}
        query |= {"run_after_lt": run_after_lt, "logical_date_gt": logical_date_gt}
        query |= {"logical_date_lt": logical_date_lt, "start_date_gt": start_date_gt, "start_date_lt": start_date_lt}
        query |= {"end_date_gt": end_date_gt, "end_date_lt": end_date_lt, "updated_at_gt": updated_at_gt}
        query |= {"updated_at_lt": updated_at_lt, "duration_gt": duration_gt, "duration_lt": duration_lt}
        query |= {"version_number": version_number, "try_number": try_number, "operator": operator}
        query |= {"map_index": map_index, "task_group_id": task_group_id, "dag_id_pattern": dag_id_pattern}
        query |= {"run_id_pattern": run_id_pattern, "pool_name_pattern": pool_name_pattern}
        query |= {"queue_name_pattern": queue_name_pattern, "operator_name_pattern": operator_name_pattern}
        query |= {"pool_name_prefix_pattern": pool_name_prefix_pattern}
        query |= {"queue_name_prefix_pattern": queue_name_prefix_pattern}
        query |= {"operator_name_prefix_pattern": operator_name_prefix_pattern}
        query |= {"rendered_map_index_pattern": rendered_map_index_pattern}
        query |= {"rendered_map_index_prefix_pattern": rendered_map_index_prefix_pattern}
        query |= {"dag_id_prefix_pattern": dag_id_prefix_pattern, "run_id_prefix_pattern": run_id_prefix_pattern}
        query |= {"task_display_name_prefix_pattern": task_display_name_prefix_pattern, "cursor": cursor}
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id}
        return Request(into=TaskInstanceCollection, path=path, query=query, options=options)

    get_task_instances_with_http_info = with_http_info(get_task_instances)
    get_task_instances_without_preload_content = without_preload_content(get_task_instances)
    iter_task_instances = every(get_task_instances, TaskInstance, *KEY)

    @post("/dags/~/dagRuns/~/taskInstances/list", reads=True)
    def get_task_instances_batch(
        self, list_task_instance_form: ListTaskInstanceForm | Mapping[str, Any], **options: Unpack[Options]
    ) -> Request[TaskInstanceCollection]:
        """List the task instances of several DAGs, or of all; the filters go in the body, so that they may be long.

        `POST /dags/~/dagRuns/~/taskInstances/list`.

        - `list_task_instance_form`: which ones, and which page of them; `{}` for all.

        Returns a `TaskInstanceCollection` with the total on all pages. Raises `BadRequestException`.
        """
        body = list_task_instance_form
        return Request(into=TaskInstanceCollection, body=body, body_type=ListTaskInstanceForm, options=options)

    get_task_instances_batch_with_http_info = with_http_info(get_task_instances_batch)
    get_task_instances_batch_without_preload_content = without_preload_content(get_task_instances_batch)
    iter_task_instances_batch = every(get_task_instances_batch, TaskInstance, *KEY)

    @get(ONE + "/listMapped", since="2.3")
    def get_mapped_task_instances(
        self,
        dag_id: str,
        dag_run_id: str,
        task_id: str,
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
        duration_gte: float | None = None,
        duration_lte: float | None = None,
        state: Sequence[str] | None = None,
        pool: Sequence[str] | None = None,
        queue: Sequence[str] | None = None,
        executor: Sequence[str] | None = None,
        order_by: str | Sequence[str] | None = None,
        run_after_gte: datetime | str | None = None,
        run_after_lte: datetime | str | None = None,
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
        duration_gt: float | None = None,
        duration_lt: float | None = None,
        version_number: Sequence[int] | None = None,
        try_number: Sequence[int] | None = None,
        operator: Sequence[str] | None = None,
        map_index: Sequence[int] | None = None,
        pool_name_pattern: str | None = None,
        queue_name_pattern: str | None = None,
        operator_name_pattern: str | None = None,
        pool_name_prefix_pattern: str | None = None,
        queue_name_prefix_pattern: str | None = None,
        operator_name_prefix_pattern: str | None = None,
        rendered_map_index_pattern: str | None = None,
        rendered_map_index_prefix_pattern: str | None = None,
        **options: Unpack[Options],
    ) -> Request[TaskInstanceCollection]:
        """List the task instances of one mapped task, one page at a time.

        `GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/listMapped`, since Airflow 2.3.

        - `dag_id`, `dag_run_id`, `task_id`: the task in its DAG run; `~` is not understood here.
        - `limit` to `executor`: as in `get_task_instances`; `executor` is of Airflow 2.10.
        - `order_by`: `state`, and since Airflow 2.10 `duration`, `start_date` or `end_date`, descending with a `-`
          before it; or `-map_index`. Ascending by map index is the default, and has no name before Airflow 3. Airflow 3
          knows the names of `get_task_instances`, and since 3.1 several at once.

        Of Airflow 3, where each `_gt` keeps what is more and each `_lt` what is less:

        - `run_after_gte`, `run_after_lte`, `run_after_gt`, `run_after_lt`: the time before which the DAG run does not
          start; since Airflow 3.0, as all `_gt` and `_lt` since 3.1.
        - `logical_date_gt`, `logical_date_lt`: the logical date.
        - `start_date_gt`, `start_date_lt`, `end_date_gt`, `end_date_lt`, `updated_at_gt`, `updated_at_lt`: the times.
        - `duration_gt`, `duration_lt`: how long it ran, in seconds.
        - `version_number`: only those of one of these versions of the DAG; since Airflow 3.0.
        - `try_number`, `operator`, `map_index`: only those at one of these tries, of one of these operators, of one of
          these numbers of a mapped task; since Airflow 3.1.
        - `pool_name_pattern`, `queue_name_pattern`, `operator_name_pattern`: only those with this text in the name, in
          any case of letters, `%` and `_` being wildcards and `|` meaning or; since Airflow 3.2.
        - `pool_name_prefix_pattern`, `queue_name_prefix_pattern`, `operator_name_prefix_pattern`: only those whose name
          begins with this text, which is faster; since Airflow 3.2.2.
        - `rendered_map_index_pattern`, `rendered_map_index_prefix_pattern`: the same of what it is called among the
          instances of a mapped task; since Airflow 3.2.2.

        Returns a `TaskInstanceCollection`, empty where there was nothing to map over. Raises `NotFoundException` when
        the task does not exist or is not mapped, and `BadRequestException`.
        """
        query: dict[str, object] = {"limit": limit, "offset": offset, "order_by": order_by}
        query |= {"execution_date_gte": execution_date_gte, "execution_date_lte": execution_date_lte}
        query |= {"start_date_gte": start_date_gte, "start_date_lte": start_date_lte}
        query |= {"end_date_gte": end_date_gte, "end_date_lte": end_date_lte}
        query |= {"updated_at_gte": updated_at_gte, "updated_at_lte": updated_at_lte}
        query |= {"duration_gte": duration_gte, "duration_lte": duration_lte}
        query |= {"state": state, "pool": pool, "queue": queue, "executor": executor}
        query |= {"run_after_gte": run_after_gte, "run_after_lte": run_after_lte, "run_after_gt": run_after_gt}
        query |= {"run_after_lt": run_after_lt, "logical_date_gt": logical_date_gt}
        query |= {"logical_date_lt": logical_date_lt, "start_date_gt": start_date_gt, "start_date_lt": start_date_lt}
        query |= {"end_date_gt": end_date_gt, "end_date_lt": end_date_lt, "updated_at_gt": updated_at_gt}
        query |= {"updated_at_lt": updated_at_lt, "duration_gt": duration_gt, "duration_lt": duration_lt}
        query |= {"version_number": version_number, "try_number": try_number, "operator": operator}
        query |= {"map_index": map_index, "pool_name_pattern": pool_name_pattern}
        query |= {"queue_name_pattern": queue_name_pattern, "operator_name_pattern": operator_name_pattern}
        query |= {"pool_name_prefix_pattern": pool_name_prefix_pattern}
        query |= {"queue_name_prefix_pattern": queue_name_prefix_pattern}
        query |= {"operator_name_prefix_pattern": operator_name_prefix_pattern}
        query |= {"rendered_map_index_pattern": rendered_map_index_pattern}
        query |= {"rendered_map_index_prefix_pattern": rendered_map_index_prefix_pattern}
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id}
        return Request(into=TaskInstanceCollection, path=path, query=query, options=options)

    get_mapped_task_instances_with_http_info = with_http_info(get_mapped_task_instances)
    get_mapped_task_instances_without_preload_content = without_preload_content(get_mapped_task_instances)
    iter_mapped_task_instances = every(get_mapped_task_instances, TaskInstance, *KEY)
