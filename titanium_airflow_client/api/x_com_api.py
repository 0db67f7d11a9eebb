"""XComs: read what task instances leave for each other."""

from __future__ import annotations

from typing_extensions import Unpack

from ..operation import Api, C, get, with_http_info, without_preload_content
from ..request import Options, Request
from ..schemas.xcom import XCom, XComCollection


class XComApi(Api[C]):
    """List and read XComs.

    Every operation also takes the keywords of `titanium_airflow_client.request.Options`, and raises an `ApiException`
    of the class of its status: 401 and 403 always, the others as told.
    """

    @get("/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries")
    def get_xcom_entries(
        self,
        dag_id: str,
        dag_run_id: str,
        task_id: str,
        map_index: int | None = None,
        xcom_key: str | None = None,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[Options],
    ) -> Request[XComCollection]:
        """List the XComs of a task instance without their values, one page at a time.

        `GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries`.

        - `dag_id`, `dag_run_id`, `task_id`: the task instance; `~` in place of each for all of them.
        - `map_index`: only those of this number of a mapped task, -1 for what is not mapped; since Airflow 2.7.
        - `xcom_key`: only those with this key; since Airflow 2.7.
        - `limit`: how many to return; 100 by default, and the server lowers what is above its own maximum (100).
        - `offset`: how many to skip; 0 by default.

        Returns an `XComCollection` with the total on all pages; of a task instance that does not exist it is empty.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id}
        query = {"map_index": map_index, "xcom_key": xcom_key, "limit": limit, "offset": offset}
        return Request(into=XComCollection, path=path, query=query, options=options)

    get_xcom_entries_with_http_info = with_http_info(get_xcom_entries)
    get_xcom_entries_without_preload_content = without_preload_content(get_xcom_entries)

    @get("/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/xcomEntries/{xcom_key}")
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
