"""Jobs: the long-running processes of the server."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from ..operation import Api, C, get, with_http_info, without_preload_content
from ..paging import every
from ..request import Options, Request, Unpack
from ..schemas.job import Job, JobCollectionResponse


class JobApi(Api[C]):
    """List the jobs of the server: schedulers, triggerers, DAG processors, and those that run tasks.

    Every operation also takes the keywords of `titanium_airflow_client.request.Options`, and raises an `ApiException`
    of the class of its status: 401 and 403 always, the others as told.
    """

    @get(v2="/jobs", since="3.0")
    def get_jobs(
        self,
        is_alive: bool | None = None,
        start_date_gte: datetime | str | None = None,
        start_date_gt: datetime | str | None = None,
        start_date_lte: datetime | str | None = None,
        start_date_lt: datetime | str | None = None,
        end_date_gte: datetime | str | None = None,
        end_date_gt: datetime | str | None = None,
        end_date_lte: datetime | str | None = None,
        end_date_lt: datetime | str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        order_by: str | Sequence[str] | None = None,
        job_state: str | None = None,
        job_type: str | None = None,
        hostname: str | None = None,
        executor_class: str | None = None,
        **options: Unpack[Options],
    ) -> Request[JobCollectionResponse]:
        """List the jobs of the server, one page at a time.

        `GET /jobs`, since Airflow 3.0. A time without a zone is in UTC.

        - `is_alive`: only those that gave a sign of life lately; it is looked for in the page alone.
        - `start_date_gte`, `start_date_gt`, `start_date_lte`, `start_date_lt`: when it started; `_gt` and `_lt` since
          Airflow 3.1.
        - `end_date_gte`, `end_date_gt`, `end_date_lte`, `end_date_lt`: when it ended.
        - `limit`: how many to return; 100 by default, and the server lowers what is above its own maximum (100).
        - `offset`: how many to skip; 0 by default.
        - `order_by`: the field to sort by, descending with a `-` before it, `id` by default; several since Airflow 3.1.
        - `job_state`, `job_type`, `hostname`, `executor_class`: only jobs of this state (`running`), of this kind
          (`SchedulerJob`), on this host, with this executor.

        Returns a `JobCollectionResponse`. Raises `BadRequestException` for no field to sort by.
        """
        query = {
            "is_alive": is_alive,
            "start_date_gte": start_date_gte,
            "start_date_gt": start_date_gt,
            "start_date_lte": start_date_lte,
            "start_date_lt": start_date_lt,
            "end_date_gte": end_date_gte,
            "end_date_gt": end_date_gt,
            "end_date_lte": end_date_lte,
            "end_date_lt": end_date_lt,
            "limit": limit,
            "offset": offset,
            "order_by": order_by,
            "job_state": job_state,
            "job_type": job_type,
            "hostname": hostname,
            "executor_class": executor_class,
        }
        return Request(into=JobCollectionResponse, query=query, options=options)

    get_jobs_with_http_info = with_http_info(get_jobs)
    get_jobs_without_preload_content = without_preload_content(get_jobs)
    iter_jobs = every(get_jobs, Job, "id")
