"""The operations of `TaskInstanceApi` for mapped tasks: those that have a task instance for each piece of work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..operation import Api, C, get, patch, with_http_info, without_preload_content
from ..paging import every
from ..request import Options, Request, Unpack
from ..schemas.task_dependency import TaskInstanceDependencyCollection
from ..schemas.task_instance import TaskInstance
from ..schemas.task_instance_change import SetTaskInstanceNote, TaskInstanceReference, UpdateTaskInstance
from ..schemas.task_instance_history import TaskInstanceHistory, TaskInstanceHistoryCollection
from .task_instance_list import KEY, ONE

MAPPED = ONE + "/{map_index}"


class MappedTaskInstances(Api[C]):
    """A task instance of a mapped task is told by `map_index` too, its number from 0 on."""

    @get(MAPPED, since="2.3")
    def get_mapped_task_instance(
        self, dag_id: str, dag_run_id: str, task_id: str, map_index: int, **options: Unpack[Options]
    ) -> Request[TaskInstance]:
        """Get one task instance of a mapped task.

        `GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}`, since Airflow 2.3.

        - `dag_id`, `dag_run_id`, `task_id`, `map_index`: the task instance.

        Returns a `TaskInstance`. Raises `NotFoundException`.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id, "map_index": map_index}
        return Request(into=TaskInstance, path=path, options=options)

    get_mapped_task_instance_with_http_info = with_http_info(get_mapped_task_instance)
    get_mapped_task_instance_without_preload_content = without_preload_content(get_mapped_task_instance)

    @get(MAPPED + "/dependencies", since="2.10")
    def get_mapped_task_instance_dependencies(
        self, dag_id: str, dag_run_id: str, task_id: str, map_index: int, **options: Unpack[Options]
    ) -> Request[TaskInstanceDependencyCollection]:
        """As `get_task_instance_dependencies`, for a task instance of a mapped task.

        `GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/dependencies`, since Airflow 2.10.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id, "map_index": map_index}
        return Request(into=TaskInstanceDependencyCollection, path=path, options=options)

    get_mapped_task_instance_dependencies_with_http_info = with_http_info(get_mapped_task_instance_dependencies)
    get_mapped_task_instance_dependencies_without_preload_content = without_preload_content(
        get_mapped_task_instance_dependencies
    )

    @get(MAPPED + "/tries", since="2.10")
    def get_mapped_task_instance_tries(
        self,
        dag_id: str,
        dag_run_id: str,
        task_id: str,
        map_index: int,
        limit: int | None = None,
        offset: int | None = None,
        order_by: str | None = None,
        **options: Unpack[Options],
    ) -> Request[TaskInstanceHistoryCollection]:
        """As `get_task_instance_tries`, for a task instance of a mapped task.

        `GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/tries`, since Airflow 2.10.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id, "map_index": map_index}
        query = {"limit": limit, "offset": offset, "order_by": order_by}
        return Request(into=TaskInstanceHistoryCollection, path=path, query=query, options=options)

    get_mapped_task_instance_tries_with_http_info = with_http_info(get_mapped_task_instance_tries)
    get_mapped_task_instance_tries_without_preload_content = without_preload_content(get_mapped_task_instance_tries)
    iter_mapped_task_instance_tries = every(get_mapped_task_instance_tries, TaskInstanceHistory, *KEY, "try_number")

    @get(MAPPED + "/tries/{task_try_number}", since="2.10")
    def get_mapped_task_instance_try_details(
        self,
        dag_id: str,
        dag_run_id: str,
        task_id: str,
        map_index: int,
        task_try_number: int,
        **options: Unpack[Options],
    ) -> Request[TaskInstanceHistory]:
        """As `get_task_instance_try_details`, for a task instance of a mapped task.

        `GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/tries/{task_try_number}`, since
        Airflow 2.10.
        """
        path: dict[str, object] = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id}
        path |= {"map_index": map_index, "task_try_number": task_try_number}
        return Request(into=TaskInstanceHistory, path=path, options=options)

    get_mapped_task_instance_try_details_with_http_info = with_http_info(get_mapped_task_instance_try_details)
    get_mapped_task_instance_try_details_without_preload_content = without_preload_content(
        get_mapped_task_instance_try_details
    )

    @patch(MAPPED, since="2.5")
    def patch_mapped_task_instance(
        self,
        dag_id: str,
        dag_run_id: str,
        task_id: str,
        map_index: int,
        update_task_instance: UpdateTaskInstance | Mapping[str, Any],
        update_mask: Sequence[str] | None = None,
        **options: Unpack[Options],
    ) -> Request[TaskInstanceReference]:
        """As `patch_task_instance`, for a task instance of a mapped task.

        `PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}`, since Airflow 2.5.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id, "map_index": map_index}
        return Request(
            into=TaskInstanceReference,
            path=path,
            query={"update_mask": update_mask},
            body=update_task_instance,
            body_type=UpdateTaskInstance,
            options=options,
        )

    patch_mapped_task_instance_with_http_info = with_http_info(patch_mapped_task_instance)
    patch_mapped_task_instance_without_preload_content = without_preload_content(patch_mapped_task_instance)

    @patch(MAPPED + "/setNote", v2=MAPPED, since="2.5")
    def set_mapped_task_instance_note(
        self,
        dag_id: str,
        dag_run_id: str,
        task_id: str,
        map_index: int,
        set_task_instance_note: SetTaskInstanceNote | Mapping[str, Any],
        **options: Unpack[Options],
    ) -> Request[TaskInstance]:
        """As `set_task_instance_note`, for a task instance of a mapped task.

        `PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/setNote`, since Airflow 2.5.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id, "map_index": map_index}
        body = set_task_instance_note
        return Request(into=TaskInstance, path=path, body=body, body_type=SetTaskInstanceNote, options=options)

    set_mapped_task_instance_note_with_http_info = with_http_info(set_mapped_task_instance_note)
    set_mapped_task_instance_note_without_preload_content = without_preload_content(set_mapped_task_instance_note)
