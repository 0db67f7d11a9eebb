"""XComs: what task instances leave for each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import NoneType
from typing import Any

from ..operation import Api, C, delete, get, patch, post, with_http_info, without_preload_content
from ..paging import every
from ..request import Options, Request, Unpack
from ..schemas.xcom import XCom, XComCollection, XComCollectionItem, XComCreateBody, XComUpdateBody

ENTRIES = "/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries"


class XComApi(Api[C]):
    """List and read XComs; since Airflow 3.0 write them, too.

    Every operation also takes the keywords of `titanium_airflow_client.request.Options`, and raises an `ApiException`
    of the class of its status: 401 and 403 always, the others as told.
    """

    @get(ENTRIES)
    def get_xcom_entries(
        self,
        dag_id: str,
        dag_run_id: str,
        task_id: str,
        map_index: int | None = None,
        xcom_key: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        xcom_key_pattern: str | None = None,
        dag_display_name_pattern: str | None = None,
        run_id_pattern: str | None = None,
        task_id_pattern: str | None = None,
        map_index_filter: int | None = None,
        logical_date_gte: datetime | str | None = None,
        logical_date_lte: datetime | str | None = None,
        logical_date_gt: datetime | str | None = None,
        logical_date_lt: datetime | str | None = None,
        run_after_gte: datetime | str | None = None,
        run_after_lte: datetime | str | None = None,
        run_after_gt: datetime | str | None = None,
        run_after_lt: datetime | str | None = None,
        order_by: str | Sequence[str] | None = None,
        xcom_key_prefix_pattern: str | None = None,
        dag_display_name_prefix_pattern: str | None = None,
        run_id_prefix_pattern: str | None = None,
        task_id_prefix_pattern: str | None = None,
        **options: Unpack[Options],
    ) -> Request[XComCollection]:
        """List the XComs of a task instance without their values, one page at a time.

        `GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries`.

        - `dag_id`, `dag_run_id`, `task_id`: the task instance; `~` in place of each for all of them.
        - `map_index`: only those of this number of a mapped task, -1 for what is not mapped; since Airflow 2.7.
        - `xcom_key`: only those with this key; since Airflow 2.7.
        - `limit`: how many to return; 100 by default, and the server lowers what is above its own maximum (100).
        - `offset`: how many to skip; 0 by default.

        Of Airflow 3:

        - `xcom_key_pattern`, `dag_display_name_pattern`, `run_id_pattern`, `task_id_pattern`: only those of which this
          has this text in it, in any case of letters; `%` and `_` are wildcards, `|` means or; since Airflow 3.1.
        - `map_index_filter`: as `map_index`; since Airflow 3.1.
        - `logical_date_gte`, `logical_date_lte`, `logical_date_gt`, `logical_date_lt`: the logical date; since Airflow
          3.1.
        - `run_after_gte`, `run_after_lte`, `run_after_gt`, `run_after_lt`: the time before which the DAG run does not
          start; since Airflow 3.1.
        - `order_by`: the field to sort by, or several, descending with a `-` before it: `key`, `dag_id`, `run_id`,
          `task_id`, `map_index`, `timestamp` or `run_after`; since Airflow 3.2.2.
        - `xcom_key_prefix_pattern`, `dag_display_name_prefix_pattern`, `run_id_prefix_pattern`,
          `task_id_prefix_pattern`: only those of which this begins with this text; since Airflow 3.2.2.

        Returns an `XComCollection` with the total on all pages; of a task instance that does not exist it is empty.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id}
        query: dict[str, object] = {"map_index": map_index, "xcom_key": xcom_key, "limit": limit, "offset": offset}
        query |= {"xcom_key_pattern": xcom_key_pattern, "dag_display_name_pattern": dag_display_name_pattern}
        query |= {"run_id_pattern": run_id_pattern, "task_id_pattern": task_id_pattern}
        query |= {"map_index_filter": map_index_filter, "logical_date_gte": logical_date_gte}
        query |= {"logical_date_lte": logical_date_lte, "logical_date_gt": logical_date_gt}
        query |= {"logical_date_lt": logical_date_lt, "run_after_gte": run_after_gte, "run_after_lte": run_after_lte}
        query |= {"run_after_gt": run_after_gt, "run_after_lt": run_after_lt, "order_by": order_by}
        query |= {"xcom_key_prefix_pattern": xcom_key_prefix_pattern}
        query |= {"dag_display_name_prefix_pattern": dag_display_name_prefix_pattern}
        query |= {"run_id_prefix_pattern": run_id_prefix_pattern, "task_id_prefix_pattern": task_id_prefix_pattern}
        return Request(into=XComCollection, path=path, query=query, options=options)

    get_xcom_entries_with_http_info = with_http_info(get_xcom_entries)
    get_xcom_entries_without_preload_content = without_preload_content(get_xcom_entries)
    iter_xcom_entries = every(
        get_xcom_entries, XComCollectionItem, "dag_id", "task_id", "map_index", "key", "timestamp"
    )

    @get(ENTRIES + "/{xcom_key}")
    def get_xcom_entry(
        self,
        dag_id: str,
        dag_run_id: str,
        task_id: str,
        xcom_key: str,
        map_index: int | None = None,
        deserialize: bool | None = None,
        stringify: bool | None = None,
        **options: Unpack[Options],
    ) -> Request[XCom]:
        """Get one XCom with its value.

        `GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries/{xcom_key}`.

        - `dag_id`, `dag_run_id`, `task_id`: the task instance.
        - `xcom_key`: the key, `return_value` for what the task returned.
        - `map_index`: the number of the task instance, if it is mapped; since Airflow 2.7.
        - `deserialize`: restore objects of custom XCom backends first, False by default; the server must allow it with
          `[api] enable_xcom_deserialize_support`. Since Airflow 2.4.
        - `stringify`: the value as text, as Python writes it, True by default; with False it is a JSON value. Since
          Airflow 2.10.

        Returns an `XCom`. Raises `NotFoundException`, `BadRequestException` where `deserialize` is not allowed, and
        before Airflow 2.10 `ServiceException` for a value that is null.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id, "xcom_key": xcom_key}
        query = {"map_index": map_index, "deserialize": deserialize, "stringify": stringify}
        return Request(into=XCom, path=path, query=query, options=options)

    get_xcom_entry_with_http_info = with_http_info(get_xcom_entry)
    get_xcom_entry_without_preload_content = without_preload_content(get_xcom_entry)

    @post(v2=ENTRIES, since="3.0")
    def create_xcom_entry(
        self,
        dag_id: str,
        dag_run_id: str,
        task_id: str,
        x_com_create_body: XComCreateBody | Mapping[str, Any],
        **options: Unpack[Options],
    ) -> Request[XCom]:
        """Leave an XCom in the name of a task instance.

        `POST /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries`, since Airflow 3.0.

        - `dag_id`, `dag_run_id`, `task_id`: the task instance.
        - `x_com_create_body`: what to leave, `{"key": "found", "value": [1, 2]}`, with `map_index` for a mapped task.

        Returns the `XCom`; before Airflow 3.2.2 its value is read as JSON text from then on. Raises
        `NotFoundException`, `ConflictException` for a key that is there already, and
        `BadRequestException`.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id}
        body = x_com_create_body
        return Request(into=XCom, path=path, body=body, body_type=XComCreateBody, options=options)

    create_xcom_entry_with_http_info = with_http_info(create_xcom_entry)
    create_xcom_entry_without_preload_content = without_preload_content(create_xcom_entry)

    @patch(v2=ENTRIES + "/{xcom_key}", since="3.0")
    def update_xcom_entry(
        self,
        dag_id: str,
        dag_run_id: str,
        task_id: str,
        xcom_key: str,
        x_com_update_body: XComUpdateBody | Mapping[str, Any],
        **options: Unpack[Options],
    ) -> Request[XCom]:
        """Replace the value of an XCom.

        `PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries/{xcom_key}`, since Airflow 3.0.

        - `dag_id`, `dag_run_id`, `task_id`: the task instance.
        - `xcom_key`: the key.
        - `x_com_update_body`: what to leave instead, `{"value": [1, 2]}`, with `map_index` for a mapped task.

        Returns the `XCom` as it is then. Raises `NotFoundException` and `BadRequestException`.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id, "xcom_key": xcom_key}
        body = x_com_update_body
        return Request(into=XCom, path=path, body=body, body_type=XComUpdateBody, options=options)

    update_xcom_entry_with_http_info = with_http_info(update_xcom_entry)
    update_xcom_entry_without_preload_content = without_preload_content(update_xcom_entry)

    @delete(v2=ENTRIES + "/{xcom_key}", since="3.2")
    def delete_xcom_entry(
        self,
        dag_id: str,
        dag_run_id: str,
        task_id: str,
        xcom_key: str,
        map_index: int | None = None,
        **options: Unpack[Options],
    ) -> Request[None]:
        """Delete an XCom.

        `DELETE /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries/{xcom_key}`, since Airflow 3.2.

        - `dag_id`, `dag_run_id`, `task_id`: the task instance.
        - `xcom_key`: the key.
        - `map_index`: the number of the task instance, if it is mapped.

        Returns nothing. Raises `NotFoundException`.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id, "xcom_key": xcom_key}
        return Request(into=NoneType, path=path, query={"map_index": map_index}, options=options)

    delete_xcom_entry_with_http_info = with_http_info(delete_xcom_entry)
    delete_xcom_entry_without_preload_content = without_preload_content(delete_xcom_entry)
