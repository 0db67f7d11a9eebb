"""The operations of `TaskInstanceApi` that Airflow 3 brought to change task instances."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import NoneType
from typing import Any

from ..operation import Api, C, delete, patch, with_http_info, without_preload_content
from ..request import Options, Request, Unpack
from ..schemas.bulk import BulkResponse
from ..schemas.bulk_task_instance import BulkBodyBulkTaskInstanceBody
from ..schemas.task_instance import TaskInstanceCollection
from ..schemas.task_instance_change import PatchTaskInstanceBody
from .mapped_task_instance import MAPPED
from .task_instance_list import ONE

GROUP = "/dags/{dag_id}/dagRuns/{dag_run_id}/taskGroupInstances/{group_id}"


class TaskInstanceChanges(Api[C]):
    """Changes of which all that they touch is told; changes of groups of tasks; many changes at once."""

    @patch(v2=MAPPED, since="3.0")
    def patch_task_instance_by_map_index(
        self,
        dag_id: str,
        dag_run_id: str,
        task_id: str,
        map_index: int,
        patch_task_instance_body: PatchTaskInstanceBody | Mapping[str, Any],
        update_mask: Sequence[str] | None = None,
        **options: Unpack[Options],
    ) -> Request[TaskInstanceCollection]:
        """Set the state of a task instance, of those around it, or its note.

        `PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}`, since Airflow 3.0.

        - `dag_id`, `dag_run_id`, `task_id`: the task instance.
        - `map_index`: its number, -1 if it is not mapped.
        - `patch_task_instance_body`: what to change, `{"new_state": "failed", "include_downstream": True}`.
        - `update_mask`: the fields to change, all that are set by default.

        Returns a `TaskInstanceCollection`, of the task instance alone. Raises `NotFoundException`,
        `ConflictException` when nothing would change, and `BadRequestException`.
        """
        path: dict[str, object] = {
            "dag_id": dag_id,
            "dag_run_id": dag_run_id,
            "task_id": task_id,
            "map_index": map_index,
        }
        return Request(
            into=TaskInstanceCollection,
            path=path,
            query={"update_mask": update_mask},
            body=patch_task_instance_body,
            body_type=PatchTaskInstanceBody,
            options=options,
        )

    patch_task_instance_by_map_index_with_http_info = with_http_info(patch_task_instance_by_map_index)
    patch_task_instance_by_map_index_without_preload_content = without_preload_content(patch_task_instance_by_map_index)

    @patch(v2=MAPPED + "/dry_run", since="3.0")
    def patch_task_instance_dry_run_by_map_index(
        self,
        dag_id: str,
        dag_run_id: str,
        task_id: str,
        map_index: int,
        patch_task_instance_body: PatchTaskInstanceBody | Mapping[str, Any],
        update_mask: Sequence[str] | None = None,
        **options: Unpack[Options],
    ) -> Request[TaskInstanceCollection]:
        """Tell what `patch_task_instance_by_map_index` would change, and change nothing.

        `PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/dry_run`, since Airflow 3.0.

        - `dag_id`, `dag_run_id`, `task_id`: the task instance.
        - `map_index`: its number, -1 if it is not mapped.
        - `patch_task_instance_body`: what to change, `{"new_state": "failed", "include_downstream": True}`.
        - `update_mask`: the fields to change, all that are set by default.

        Returns a `TaskInstanceCollection` of all that would change. Raises `NotFoundException` and
        `BadRequestException`.
        """
        path: dict[str, object] = {
            "dag_id": dag_id,
            "dag_run_id": dag_run_id,
            "task_id": task_id,
            "map_index": map_index,
        }
        return Request(
            into=TaskInstanceCollection,
            path=path,
            query={"update_mask": update_mask},
            body=patch_task_instance_body,
            body_type=PatchTaskInstanceBody,
            options=options,
        )

    patch_task_instance_dry_run_by_map_index_with_http_info = with_http_info(patch_task_instance_dry_run_by_map_index)
    patch_task_instance_dry_run_by_map_index_without_preload_content = without_preload_content(
        patch_task_instance_dry_run_by_map_index
    )

    @patch(v2=ONE + "/dry_run", since="3.0")
    def patch_task_instance_dry_run(
        self,
        dag_id: str,
        dag_run_id: str,
        task_id: str,
        patch_task_instance_body: PatchTaskInstanceBody | Mapping[str, Any],
        map_index: int | None = None,
        update_mask: Sequence[str] | None = None,
        **options: Unpack[Options],
    ) -> Request[TaskInstanceCollection]:
        """Tell what a change of a task would touch in a DAG run, and change nothing.

        `PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/dry_run`, since Airflow 3.0.

        - `dag_id`, `dag_run_id`, `task_id`: the task instance.
        - `patch_task_instance_body`: what to change, `{"new_state": "failed", "include_downstream": True}`.
        - `map_index`: its number, if it is mapped; all of its task instances by default.
        - `update_mask`: the fields to change, all that are set by default.

        Returns a `TaskInstanceCollection` of all that would change. Raises `NotFoundException` and
        `BadRequestException`.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id}
        return Request(
            into=TaskInstanceCollection,
            path=path,
            query={"map_index": map_index, "update_mask": update_mask},
            body=patch_task_instance_body,
            body_type=PatchTaskInstanceBody,
            options=options,
        )

    patch_task_instance_dry_run_with_http_info = with_http_info(patch_task_instance_dry_run)
    patch_task_instance_dry_run_without_preload_content = without_preload_content(patch_task_instance_dry_run)

    @patch(v2=GROUP, since="3.3")
    def patch_task_group_instances(
        self,
        dag_id: str,
        dag_run_id: str,
        group_id: str,
        patch_task_instance_body: PatchTaskInstanceBody | Mapping[str, Any],
        update_mask: Sequence[str] | None = None,
        **options: Unpack[Options],
    ) -> Request[TaskInstanceCollection]:
        """Set the state, or the note, of all task instances of a group of tasks.

        `PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskGroupInstances/{group_id}`, since Airflow 3.3.

        - `dag_id`, `dag_run_id`: the DAG run.
        - `group_id`: the ID of the group.
        - `patch_task_instance_body`: what to change, `{"new_state": "failed", "include_downstream": True}`.
        - `update_mask`: the fields to change, all that are set by default.

        Returns a `TaskInstanceCollection` of all that changed. Raises `NotFoundException`, `ConflictException` when
        nothing would change, and `BadRequestException`.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "group_id": group_id}
        return Request(
            into=TaskInstanceCollection,
            path=path,
            query={"update_mask": update_mask},
            body=patch_task_instance_body,
            body_type=PatchTaskInstanceBody,
            options=options,
        )

    patch_task_group_instances_with_http_info = with_http_info(patch_task_group_instances)
    patch_task_group_instances_without_preload_content = without_preload_content(patch_task_group_instances)

    @patch(v2=GROUP + "/dry_run", since="3.3")
    def patch_task_group_instances_dry_run(
        self,
        dag_id: str,
        dag_run_id: str,
        group_id: str,
        patch_task_instance_body: PatchTaskInstanceBody | Mapping[str, Any],
        **options: Unpack[Options],
    ) -> Request[TaskInstanceCollection]:
        """Tell what `patch_task_group_instances` would change, and change nothing.

        `PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskGroupInstances/{group_id}/dry_run`, since Airflow 3.3.

        - `dag_id`, `dag_run_id`: the DAG run.
        - `group_id`: the ID of the group.
        - `patch_task_instance_body`: what to change, `{"new_state": "failed", "include_downstream": True}`.

        Returns a `TaskInstanceCollection` of all that would change. Raises `NotFoundException` and
        `BadRequestException`.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "group_id": group_id}
        return Request(
            into=TaskInstanceCollection,
            path=path,
            body=patch_task_instance_body,
            body_type=PatchTaskInstanceBody,
            options=options,
        )

    patch_task_group_instances_dry_run_with_http_info = with_http_info(patch_task_group_instances_dry_run)
    patch_task_group_instances_dry_run_without_preload_content = without_preload_content(
        patch_task_group_instances_dry_run
    )

    @patch(v2="/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances", since="3.1")
    def bulk_task_instances(
        self,
        dag_id: str,
        dag_run_id: str,
        bulk_body_bulk_task_instance_body: BulkBodyBulkTaskInstanceBody | Mapping[str, Any],
        **options: Unpack[Options],
    ) -> Request[BulkResponse]:
        """Change and delete task instances, many in one request.

        What cannot be done is told in the answer, and the rest is done.
        `PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances`, since Airflow 3.1.

        - `dag_id`, `dag_run_id`: the DAG run; since Airflow 3.2 `~` in place of each, when the body names them.
        - `bulk_body_bulk_task_instance_body`: what to do,
          `{"actions": [{"action": "update", "entities": [{"task_id": "load", "new_state": "success"}]}]}`.

        Returns a `BulkResponse`. Raises `BadRequestException`.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id}
        body = bulk_body_bulk_task_instance_body
        return Request(into=BulkResponse, path=path, body=body, body_type=BulkBodyBulkTaskInstanceBody, options=options)

    bulk_task_instances_with_http_info = with_http_info(bulk_task_instances)
    bulk_task_instances_without_preload_content = without_preload_content(bulk_task_instances)

    @delete(v2=ONE, since="3.1")
    def delete_task_instance(
        self, dag_id: str, dag_run_id: str, task_id: str, map_index: int | None = None, **options: Unpack[Options]
    ) -> Request[None]:
        """Delete a task instance, as if it had never been.

        It cannot be undone. `DELETE /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}`, since Airflow 3.1.

        - `dag_id`, `dag_run_id`, `task_id`: the task instance.
        - `map_index`: its number, if it is mapped.

        Returns nothing. Raises `NotFoundException`.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id}
        return Request(into=NoneType, path=path, query={"map_index": map_index}, options=options)

    delete_task_instance_with_http_info = with_http_info(delete_task_instance)
    delete_task_instance_without_preload_content = without_preload_content(delete_task_instance)
