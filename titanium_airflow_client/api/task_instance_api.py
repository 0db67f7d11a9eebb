"""Task instances: list, read, change and annotate them; their logs, tries and links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..operation import C, get, patch, with_http_info, without_preload_content
from ..paging import every
from ..request import Options, Request, Unpack
from ..schemas.extra_link import ExtraLinkCollection
from ..schemas.task_dependency import TaskInstanceDependencyCollection
from ..schemas.task_instance import TaskInstance
from ..schemas.task_instance_change import SetTaskInstanceNote, TaskInstanceReference, UpdateTaskInstance
from ..schemas.task_instance_history import TaskInstanceHistory, TaskInstanceHistoryCollection
from ..schemas.task_log import ExternalLogUrlResponse, GetLog200Response
from .clear_many import ClearManyTasks
from .hitl_detail import HumanInTheLoop
from .mapped_task_instance import MappedTaskInstances
from .task_instance_change import TaskInstanceChanges
from .task_instance_list import KEY, ONE, TaskInstanceLists


class TaskInstanceApi(
    TaskInstanceLists[C], MappedTaskInstances[C], TaskInstanceChanges[C], HumanInTheLoop[C], ClearManyTasks[C]
):
    """List, read, change and annotate task instances; read their logs, tries and links.

    A task instance is told by `dag_id`, `dag_run_id` and `task_id`; one of a mapped task also by `map_index`, its
    number from 0 on. The operations with `mapped` in their names are for those.

    Every operation also takes the keywords of `titanium_airflow_client.request.Options`, and raises an `ApiException`
    of the class of its status: 401 and 403 always, the others as told.
    """

    @get(ONE + "/links")
    def get_extra_links(
        self,
        dag_id: str,
        dag_run_id: str,
        task_id: str,
        map_index: int | None = None,
        try_number: int | None = None,
        **options: Unpack[Options],
    ) -> Request[ExtraLinkCollection]:
        """List the links that its operator has to other systems.

        `GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/links`.

        - `dag_id`, `dag_run_id`, `task_id`: the task instance.
        - `map_index`: its number, if it is mapped; since Airflow 2.10.
        - `try_number`: which try, the latest by default; since Airflow 3.2.2.

        Returns an `ExtraLinkCollection`. Raises `NotFoundException`.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id}
        query = {"map_index": map_index, "try_number": try_number}
        return Request(into=ExtraLinkCollection, path=path, query=query, options=options)

    get_extra_links_with_http_info = with_http_info(get_extra_links)
    get_extra_links_without_preload_content = without_preload_content(get_extra_links)

    @get(ONE + "/logs/{task_try_number}")
    def get_log(
        self,
        dag_id: str,
        dag_run_id: str,
        task_id: str,
        task_try_number: int,
        full_content: bool | None = None,
        map_index: int | None = None,
        token: str | None = None,
        **options: Unpack[Options],
    ) -> Request[GetLog200Response]:
        """Get what one try of a task instance wrote to its log, up to now.

        `GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/logs/{task_try_number}`. With
        `_headers={"Accept": "text/plain"}` the server waits for the end of the try and sends all of it as plain text.

        - `dag_id`, `dag_run_id`, `task_id`: the task instance.
        - `task_try_number`: which try, from 1 on.
        - `full_content`: all in one piece, even if the server's log store sends pieces; False by default.
        - `map_index`: its number, if it is mapped.
        - `token`: where to go on, the `continuation_token` of the piece before.

        Returns a `GetLog200Response`: its `text` is the log, `by_host` is told apart by host, `end_of_log` says whether
        more may come, `content` is as the server sent it: a text, from Airflow 3 a list of messages. On Airflow 2 a try
        that never was is a text that says so, and no error. Raises `NotFoundException`, and `BadRequestException` for a
        token of another server.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id, "task_try_number": task_try_number}
        query = {"full_content": full_content, "map_index": map_index, "token": token}
        return Request(into=GetLog200Response, path=path, query=query, text="content", options=options)

    get_log_with_http_info = with_http_info(get_log)
    get_log_without_preload_content = without_preload_content(get_log)

    @get(ONE)
    def get_task_instance(
        self, dag_id: str, dag_run_id: str, task_id: str, **options: Unpack[Options]
    ) -> Request[TaskInstance]:
        """Get one task instance.

        `GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}`.

        - `dag_id`, `dag_run_id`, `task_id`: the task instance.

        Returns a `TaskInstance`. Raises `NotFoundException`, for mapped tasks too: see `get_mapped_task_instance`.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id}
        return Request(into=TaskInstance, path=path, options=options)

    get_task_instance_with_http_info = with_http_info(get_task_instance)
    get_task_instance_without_preload_content = without_preload_content(get_task_instance)

    @get(ONE + "/dependencies", since="2.10")
    def get_task_instance_dependencies(
        self, dag_id: str, dag_run_id: str, task_id: str, map_index: int | None = None, **options: Unpack[Options]
    ) -> Request[TaskInstanceDependencyCollection]:
        """List what keeps a task instance from being scheduled.

        `GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/dependencies`, since Airflow 2.10.

        - `dag_id`, `dag_run_id`, `task_id`: the task instance.
        - `map_index`: its number, if it is mapped; since Airflow 3.0.

        Returns a `TaskInstanceDependencyCollection`, empty for one that has been queued. Raises `NotFoundException`.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id}
        query = {"map_index": map_index}
        return Request(into=TaskInstanceDependencyCollection, path=path, query=query, options=options)

    get_task_instance_dependencies_with_http_info = with_http_info(get_task_instance_dependencies)
    get_task_instance_dependencies_without_preload_content = without_preload_content(get_task_instance_dependencies)

    @get(ONE + "/tries", since="2.10")
    def get_task_instance_tries(
        self,
        dag_id: str,
        dag_run_id: str,
        task_id: str,
        limit: int | None = None,
        offset: int | None = None,
        order_by: str | None = None,
        map_index: int | None = None,
        **options: Unpack[Options],
    ) -> Request[TaskInstanceHistoryCollection]:
        """List the tries of a task instance, the latest included.

        `GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/tries`, since Airflow 2.10.

        - `dag_id`, `dag_run_id`, `task_id`: the task instance.
        - `limit`, `offset`, `order_by`: documented, but Airflow takes no notice: all tries come, the oldest first.
        - `map_index`: its number, if it is mapped; since Airflow 3.0.

        Returns a `TaskInstanceHistoryCollection`, empty for a task instance that does not exist.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id}
        query = {"limit": limit, "offset": offset, "order_by": order_by, "map_index": map_index}
        return Request(into=TaskInstanceHistoryCollection, path=path, query=query, options=options)

    get_task_instance_tries_with_http_info = with_http_info(get_task_instance_tries)
    get_task_instance_tries_without_preload_content = without_preload_content(get_task_instance_tries)
    iter_task_instance_tries = every(get_task_instance_tries, TaskInstanceHistory, *KEY, "try_number")

    @get(ONE + "/tries/{task_try_number}", since="2.10")
    def get_task_instance_try_details(
        self,
        dag_id: str,
        dag_run_id: str,
        task_id: str,
        task_try_number: int,
        map_index: int | None = None,
        **options: Unpack[Options],
    ) -> Request[TaskInstanceHistory]:
        """Get one try of a task instance.

        `GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/tries/{task_try_number}`, since Airflow 2.10.

        - `dag_id`, `dag_run_id`, `task_id`: the task instance.
        - `task_try_number`: which try, from 1 on.
        - `map_index`: its number, if it is mapped; since Airflow 3.0.

        Returns a `TaskInstanceHistory`. Raises `NotFoundException`.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id, "task_try_number": task_try_number}
        return Request(into=TaskInstanceHistory, path=path, query={"map_index": map_index}, options=options)

    get_task_instance_try_details_with_http_info = with_http_info(get_task_instance_try_details)
    get_task_instance_try_details_without_preload_content = without_preload_content(get_task_instance_try_details)

    @patch(ONE, since="2.5")
    def patch_task_instance(
        self,
        dag_id: str,
        dag_run_id: str,
        task_id: str,
        update_task_instance: UpdateTaskInstance | Mapping[str, Any],
        map_index: int | None = None,
        update_mask: Sequence[str] | None = None,
        **options: Unpack[Options],
    ) -> Request[TaskInstanceReference]:
        """Set the state of one task instance; unless told otherwise it is a dry run.

        `PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}`, since Airflow 2.5.

        - `dag_id`, `dag_run_id`, `task_id`: the task instance.
        - `update_task_instance`: the state, and whether for real, `{"new_state": "failed", "dry_run": False}`.
        - `map_index`: its number, if it is mapped; since Airflow 3.0.
        - `update_mask`: the fields to change, all that are set by default; since Airflow 3.0.

        Returns a `TaskInstanceReference`; Airflow 2 leaves it empty when the state was set for real. Raises
        `NotFoundException`, and `BadRequestException` for another state than `success`, `failed` and `skipped`. For all
        that a change touches, see `patch_task_instance_by_map_index`.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id}
        return Request(
            into=TaskInstanceReference,
            path=path,
            query={"map_index": map_index, "update_mask": update_mask},
            body=update_task_instance,
            body_type=UpdateTaskInstance,
            options=options,
        )

    patch_task_instance_with_http_info = with_http_info(patch_task_instance)
    patch_task_instance_without_preload_content = without_preload_content(patch_task_instance)

    @patch(ONE + "/setNote", v2=ONE, since="2.5")
    def set_task_instance_note(
        self,
        dag_id: str,
        dag_run_id: str,
        task_id: str,
        set_task_instance_note: SetTaskInstanceNote | Mapping[str, Any],
        **options: Unpack[Options],
    ) -> Request[TaskInstance]:
        """Note something about a task instance, in place of what was noted before.

        `PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/setNote`, since Airflow 2.5.

        - `dag_id`, `dag_run_id`, `task_id`: the task instance.
        - `set_task_instance_note`: the text, `{"note": "..."}`, at most 1000 characters; an empty one removes it.

        Returns the `TaskInstance` as it is then. Raises `NotFoundException` and `BadRequestException`.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id}
        body = set_task_instance_note
        return Request(into=TaskInstance, path=path, body=body, body_type=SetTaskInstanceNote, options=options)

    set_task_instance_note_with_http_info = with_http_info(set_task_instance_note)
    set_task_instance_note_without_preload_content = without_preload_content(set_task_instance_note)

    @get(v2=ONE + "/externalLogUrl/{try_number}", since="3.1")
    def get_external_log_url(
        self,
        dag_id: str,
        dag_run_id: str,
        task_id: str,
        try_number: int,
        map_index: int | None = None,
        **options: Unpack[Options],
    ) -> Request[ExternalLogUrlResponse]:
        """Get the address of a log that is kept outside of Airflow.

        `GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/externalLogUrl/{try_number}`, since Airflow
        3.1.

        - `dag_id`, `dag_run_id`, `task_id`: the task instance.
        - `try_number`: which try, from 1 on.
        - `map_index`: its number, if it is mapped.

        Returns an `ExternalLogUrlResponse`. Raises `NotFoundException`, and `BadRequestException` where the server
        keeps its logs itself.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id, "try_number": try_number}
        return Request(into=ExternalLogUrlResponse, path=path, query={"map_index": map_index}, options=options)

    get_external_log_url_with_http_info = with_http_info(get_external_log_url)
    get_external_log_url_without_preload_content = without_preload_content(get_external_log_url)
