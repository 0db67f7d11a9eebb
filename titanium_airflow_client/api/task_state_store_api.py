"""What task instances keep from one try to the next: read, write and forget it."""

from __future__ import annotations

from collections.abc import Mapping
from types import NoneType
from typing import Any

from ..operation import Api, C, delete, get, patch, put, with_http_info, without_preload_content
from ..paging import every
from ..request import Options, Request, Unpack
from ..schemas.task_state_store import (
    TaskStateStoreBody,
    TaskStateStoreCollectionResponse,
    TaskStateStorePatchBody,
    TaskStateStoreResponse,
)

STORE = "/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/state-store"


class TaskStateStoreApi(Api[C]):
    """Read, write and forget what task instances keep from one try to the next; since Airflow 3.3.

    Every operation also takes the keywords of `titanium_airflow_client.request.Options`, and raises an `ApiException`
    of the class of its status: 401 and 403 always, the others as told.
    """

    @delete(v2=STORE, since="3.3")
    def clear_task_state_store(
        self,
        dag_id: str,
        dag_run_id: str,
        task_id: str,
        map_index: int | None = None,
        all_map_indices: bool | None = None,
        **options: Unpack[Options],
    ) -> Request[None]:
        """Forget all that a task instance keeps.

        `DELETE /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/state-store`, since Airflow 3.3.

        - `dag_id`, `dag_run_id`, `task_id`: the task instance.
        - `map_index`: its number, if it is mapped.
        - `all_map_indices`: what all instances of a mapped task keep; False by default.

        Returns nothing. Raises `NotFoundException` for a task instance that does not exist.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id}
        query = {"map_index": map_index, "all_map_indices": all_map_indices}
        return Request(into=NoneType, path=path, query=query, options=options)

    clear_task_state_store_with_http_info = with_http_info(clear_task_state_store)
    clear_task_state_store_without_preload_content = without_preload_content(clear_task_state_store)

    @delete(v2=STORE + "/{key}", since="3.3")
    def delete_task_state_store(
        self,
        dag_id: str,
        dag_run_id: str,
        task_id: str,
        key: str,
        map_index: int | None = None,
        **options: Unpack[Options],
    ) -> Request[None]:
        """Forget one value that a task instance keeps.

        `DELETE /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/state-store/{key}`, since Airflow 3.3.

        - `dag_id`, `dag_run_id`, `task_id`: the task instance.
        - `key`: the key of the value; it may have slashes.
        - `map_index`: its number, if it is mapped.

        Returns nothing, for a key that does not exist too. Raises `NotFoundException` for a task instance that does not
        exist.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id, "key": key}
        return Request(into=NoneType, path=path, query={"map_index": map_index}, options=options)

    delete_task_state_store_with_http_info = with_http_info(delete_task_state_store)
    delete_task_state_store_without_preload_content = without_preload_content(delete_task_state_store)

    @get(v2=STORE + "/{key}", since="3.3")
    def get_task_state_store(
        self,
        dag_id: str,
        dag_run_id: str,
        task_id: str,
        key: str,
        map_index: int | None = None,
        **options: Unpack[Options],
    ) -> Request[TaskStateStoreResponse]:
        """Get one value that a task instance keeps.

        `GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/state-store/{key}`, since Airflow 3.3.

        - `dag_id`, `dag_run_id`, `task_id`: the task instance.
        - `key`: the key of the value; it may have slashes.
        - `map_index`: its number, if it is mapped.

        Returns a `TaskStateStoreResponse`. Raises `NotFoundException`.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id, "key": key}
        return Request(into=TaskStateStoreResponse, path=path, query={"map_index": map_index}, options=options)

    get_task_state_store_with_http_info = with_http_info(get_task_state_store)
    get_task_state_store_without_preload_content = without_preload_content(get_task_state_store)

    @get(v2=STORE, since="3.3")
    def list_task_state_store(
        self,
        dag_id: str,
        dag_run_id: str,
        task_id: str,
        map_index: int | None = None,
        limit: int | None = None,
        offset: int | None = None,
        **options: Unpack[Options],
    ) -> Request[TaskStateStoreCollectionResponse]:
        """List what a task instance keeps, in the order of the keys, one page at a time.

        `GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/state-store`, since Airflow 3.3.

        - `dag_id`, `dag_run_id`, `task_id`: the task instance.
        - `map_index`: its number, if it is mapped.
        - `limit`: how many to return; 100 by default, and the server lowers what is above its own maximum (100).
        - `offset`: how many to skip; 0 by default.

        Returns a `TaskStateStoreCollectionResponse` with the total on all pages; of a task instance that does not exist
        it is empty.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id}
        query = {"map_index": map_index, "limit": limit, "offset": offset}
        return Request(into=TaskStateStoreCollectionResponse, path=path, query=query, options=options)

    list_task_state_store_with_http_info = with_http_info(list_task_state_store)
    list_task_state_store_without_preload_content = without_preload_content(list_task_state_store)
    iter_task_state_store = every(list_task_state_store, TaskStateStoreResponse, "key")

    @patch(v2=STORE + "/{key}", since="3.3")
    def patch_task_state_store(
        self,
        dag_id: str,
        dag_run_id: str,
        task_id: str,
        key: str,
        task_state_store_patch_body: TaskStateStorePatchBody | Mapping[str, Any],
        map_index: int | None = None,
        **options: Unpack[Options],
    ) -> Request[None]:
        """Replace one value that a task instance keeps; when it is forgotten stays the same.

        `PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/state-store/{key}`, since Airflow 3.3.

        - `dag_id`, `dag_run_id`, `task_id`: the task instance.
        - `key`: the key of the value; it may have slashes.
        - `task_state_store_patch_body`: the new value, `{"value": [1, 2]}`.
        - `map_index`: its number, if it is mapped.

        Returns nothing. Raises `NotFoundException`, for a key that does not exist too, and `BadRequestException`.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id, "key": key}
        return Request(
            into=NoneType,
            path=path,
            query={"map_index": map_index},
            body=task_state_store_patch_body,
            body_type=TaskStateStorePatchBody,
            options=options,
        )

    patch_task_state_store_with_http_info = with_http_info(patch_task_state_store)
    patch_task_state_store_without_preload_content = without_preload_content(patch_task_state_store)

    @put(v2=STORE + "/{key}", since="3.3")
    def set_task_state_store(
        self,
        dag_id: str,
        dag_run_id: str,
        task_id: str,
        key: str,
        task_state_store_body: TaskStateStoreBody | Mapping[str, Any],
        map_index: int | None = None,
        **options: Unpack[Options],
    ) -> Request[None]:
        """Keep a value in the name of a task instance, in the place of what its key had.

        `PUT /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/state-store/{key}`, since Airflow 3.3.

        - `dag_id`, `dag_run_id`, `task_id`: the task instance.
        - `key`: the key of the value; it may have slashes.
        - `task_state_store_body`: the value, and until when, `{"value": [1, 2], "expires_at": None}` for ever.
        - `map_index`: its number, if it is mapped.

        Returns nothing. Raises `NotFoundException` for a task instance that does not exist, and `BadRequestException`.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id, "key": key}
        return Request(
            into=NoneType,
            path=path,
            query={"map_index": map_index},
            body=task_state_store_body,
            body_type=TaskStateStoreBody,
            options=options,
        )

    set_task_state_store_with_http_info = with_http_info(set_task_state_store)
    set_task_state_store_without_preload_content = without_preload_content(set_task_state_store)
