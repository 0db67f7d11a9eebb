"""The event log: who did what by the user interface, the command line and the API."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from ..operation import Api, C, get, with_http_info, without_preload_content
from ..paging import every
from ..request import Options, Request, Unpack
from ..schemas.event_log import EventLog, EventLogCollection


class EventLogApi(Api[C]):
    """List and read the entries of the event log.

    Every operation also takes the keywords of `titanium_airflow_client.request.Options`, and raises an `ApiException`
    of the class of its status: 401 and 403 always, the others as told.
    """

    @get("/eventLogs/{event_log_id}")
    def get_event_log(self, event_log_id: int, **options: Unpack[Options]) -> Request[EventLog]:
        """Get one entry of the event log.

        `GET /eventLogs/{event_log_id}`.

        - `event_log_id`: the event log ID.

        Returns an `EventLog`. Raises `NotFoundException`.
        """
        return Request(into=EventLog, path={"event_log_id": event_log_id}, options=options)

    get_event_log_with_http_info = with_http_info(get_event_log)
    get_event_log_without_preload_content = without_preload_content(get_event_log)

    @get("/eventLogs")
    def get_event_logs(
        self,
        limit: int | None = None,
        offset: int | None = None,
        order_by: str | Sequence[str] | None = None,
        dag_id: str | None = None,
        task_id: str | None = None,
        run_id: str | None = None,
        map_index: int | None = None,
        try_number: int | None = None,
        event: str | None = None,
        owner: str | None = None,
        before: datetime | str | None = None,
        after: datetime | str | None = None,
        included_events: Sequence[str] | None = None,
        excluded_events: Sequence[str] | None = None,
        dag_id_pattern: str | None = None,
        task_id_pattern: str | None = None,
        run_id_pattern: str | None = None,
        owner_pattern: str | None = None,
        event_pattern: str | None = None,
        dag_id_prefix_pattern: str | None = None,
        task_id_prefix_pattern: str | None = None,
        run_id_prefix_pattern: str | None = None,
        owner_prefix_pattern: str | None = None,
        event_prefix_pattern: str | None = None,
        **options: Unpack[Options],
    ) -> Request[EventLogCollection]:
        """List the entries of the event log, one page at a time.

        `GET /eventLogs`. The filters are of Airflow 2.9; `map_index` and `try_number` of 2.10.

        - `limit`: how many to return; 100 by default, and the server lowers what is above its own maximum (100).
        - `offset`: how many to skip; 0 by default.
        - `order_by`: the field to sort by, descending with a `-` before it; `event_log_id` by default, since 2.1;
          several fields since 3.1.
        - `dag_id`, `task_id`, `run_id`: only what was done to this DAG, this task, this DAG run.
        - `map_index`: only what was done to this number of a mapped task; Airflow 2 takes no notice of 0.
        - `try_number`: only what was done to this try.
        - `event`: only what has this name, such as `trigger`.
        - `owner`: only what this user did.
        - `before`, `after`: only what was done before this time, after it; a time without a zone is in UTC.
        - `included_events`: only what has one of these names.
        - `excluded_events`: only what has none of these names.
        - `dag_id_pattern`, `task_id_pattern`, `run_id_pattern`, `owner_pattern`, `event_pattern`: only what has this
          text in it, in any case of letters, `%` and `_` being wildcards and `|` meaning or; since Airflow 3.1.
        - `dag_id_prefix_pattern`, `task_id_prefix_pattern`, `run_id_prefix_pattern`, `owner_prefix_pattern`,
          `event_prefix_pattern`: only what begins with this text; since Airflow 3.2.2.

        Returns an `EventLogCollection` with the total on all pages. Raises `BadRequestException`.
        """
        query = {
            "limit": limit,
            "offset": offset,
            "order_by": order_by,
            "dag_id": dag_id,
            "task_id": task_id,
            "run_id": run_id,
            "map_index": map_index,
            "try_number": try_number,
            "event": event,
            "owner": owner,
            "before": before,
            "after": after,
            "included_events": included_events,
            "excluded_events": excluded_events,
            "dag_id_pattern": dag_id_pattern,
            "task_id_pattern": task_id_pattern,
            "run_id_pattern": run_id_pattern,
            "owner_pattern": owner_pattern,
            "event_pattern": event_pattern,
            "dag_id_prefix_pattern": dag_id_prefix_pattern,
            "task_id_prefix_pattern": task_id_prefix_pattern,
            "run_id_prefix_pattern": run_id_prefix_pattern,
            "owner_prefix_pattern": owner_prefix_pattern,
            "event_prefix_pattern": event_prefix_pattern,
        }
        return Request(into=EventLogCollection, query=query, options=options)

    get_event_logs_with_http_info = with_http_info(get_event_logs)
    get_event_logs_without_preload_content = without_preload_content(get_event_logs)
    iter_event_logs = every(get_event_logs, EventLog, "event_log_id")
