"""Task instances: list, read, change and annotate them; their logs, tries and links."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from typing_extensions import Unpack

from ..operation import C, get, patch, post, with_http_info, without_preload_content
from ..request import Options, Request
from ..schemas.extra_link import ExtraLinkCollection
from ..schemas.task_dependency import TaskInstanceDependencyCollection
from ..schemas.task_instance import ListTaskInstanceForm, TaskInstance, TaskInstanceCollection
from ..schemas.task_instance_change import SetTaskInstanceNote, TaskInstanceReference, UpdateTaskInstance
from ..schemas.task_instance_history import TaskInstanceHistory, TaskInstanceHistoryCollection
from ..schemas.task_log import GetLog200Response
from .mapped_task_instance import ONE, MappedTaskInstances


class TaskInstanceApi(MappedTaskInstances[C]):
    """List, read, change and annotate task instances; read their logs, tries and links.

    A task instance is told by `dag_id`, `dag_run_id` and `task_id`; one of a mapped task also by `map_index`, its
    number from 0 on. The operations with `mapped` in their names are for those.

    Every operation also takes the keywords of `titanium_airflow_client.request.Options`, and raises an `ApiException`
    of the class of its status: 401 and 403 always, the others as told.
    """

    @get(ONE + "/links")
    def get_extra_links(
        self, dag_id: str, dag_run_id: str, task_id: str, map_index: int | None = None, **options: Unpack[Options]
    ) -> Request[ExtraLinkCollection]:
        """List the links that its operator has to other systems.

        `GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/links`.

        - `dag_id`, `dag_run_id`, `task_id`: the task instance.
        - `map_index`: its number, if it is mapped; since Airflow 2.10.

        Returns an `ExtraLinkCollection`. Raises `NotFoundException`.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id}
        return Request(into=ExtraLinkCollection, path=path, query={"map_index": map_index}, options=options)

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
        more may come, `content` is as the server sent it. A try that never was is a text that says so, and no error.
        Raises `NotFoundException`, and `BadRequestException` for a token of another server.
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
        self, dag_id: str, dag_run_id: str, task_id: str, **options: Unpack[Options]
    ) -> Request[TaskInstanceDependencyCollection]:
        """List what keeps a task instance from being scheduled.

        `GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/dependencies`, since Airflow 2.10.

        - `dag_id`, `dag_run_id`, `task_id`: the task instance.

        Returns a `TaskInstanceDependencyCollection`, empty for one that has been queued. Raises `NotFoundException`.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id}
        return Request(into=TaskInstanceDependencyCollection, path=path, options=options)

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
        **options: Unpack[Options],
    ) -> Request[TaskInstanceHistoryCollection]:
        """List the tries of a task instance, the latest included.

        `GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/tries`, since Airflow 2.10.

        - `dag_id`, `dag_run_id`, `task_id`: the task instance.
        - `limit`, `offset`, `order_by`: documented, but Airflow 2 takes no notice: all tries come, the oldest first.

        Returns a `TaskInstanceHistoryCollection`, empty for a task instance that does not exist.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id}
        query = {"limit": limit, "offset": offset, "order_by": order_by}
        return Request(into=TaskInstanceHistoryCollection, path=path, query=query, options=options)

    get_task_instance_tries_with_http_info = with_http_info(get_task_instance_tries)
    get_task_instance_tries_without_preload_content = without_preload_content(get_task_instance_tries)

    @get(ONE + "/tries/{task_try_number}", since="2.10")
    def get_task_instance_try_details(
        self, dag_id: str, dag_run_id: str, task_id: str, task_try_number: int, **options: Unpack[Options]
    ) -> Request[TaskInstanceHistory]:
        """Get one try of a task instance.

        `GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/tries/{task_try_number}`, since Airflow 2.10.

        - `dag_id`, `dag_run_id`, `task_id`: the task instance.
        - `task_try_number`: which try, from 1 on.

        Returns a `TaskInstanceHistory`. Raises `NotFoundException`.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id, "task_try_number": task_try_number}
        return Request(into=TaskInstanceHistory, path=path, options=options)

    get_task_instance_try_details_with_http_info = with_http_info(get_task_instance_try_details)
    get_task_instance_try_details_without_preload_content = without_preload_content(get_task_instance_try_details)

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

        Returns a `TaskInstanceCollection` with the total on all pages; of a run that does not exist it is empty. Raises
        `BadRequestException`, and `ServiceException` for a state that does not exist.
        """
        query: dict[str, object] = {"limit": limit, "offset": offset}
        query |= {"execution_date_gte": execution_date_gte, "execution_date_lte": execution_date_lte}
        query |= {"start_date_gte": start_date_gte, "start_date_lte": start_date_lte}
        query |= {"end_date_gte": end_date_gte, "end_date_lte": end_date_lte}
        query |= {"updated_at_gte": updated_at_gte, "updated_at_lte": updated_at_lte}
        query |= {"duration_gte": duration_gte, "duration_lte": duration_lte}
        query |= {"state": state, "pool": pool, "queue": queue, "executor": executor}
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id}
        return Request(into=TaskInstanceCollection, path=path, query=query, options=options)

    get_task_instances_with_http_info = with_http_info(get_task_instances)
    get_task_instances_without_preload_content = without_preload_content(get_task_instances)

    @post("/dags/~/dagRuns/~/taskInstances/list")
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

    @patch(ONE, since="2.5")
    def patch_task_instance(
        self,
        dag_id: str,
        dag_run_id: str,
        task_id: str,
        update_task_instance: UpdateTaskInstance | Mapping[str, Any],
        **options: Unpack[Options],
    ) -> Request[TaskInstanceReference]:
        """Set the state of one task instance; unless told otherwise it is a dry run.

        `PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}`, since Airflow 2.5.

        - `dag_id`, `dag_run_id`, `task_id`: the task instance.
        - `update_task_instance`: the state, and whether for real, `{"new_state": "failed", "dry_run": False}`.

        Returns a `TaskInstanceReference`; Airflow 2 leaves it empty when the state was set for real. Raises
        `NotFoundException`, and `BadRequestException` for another state than `success`, `failed` and `skipped`.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id, "task_id": task_id}
        body = update_task_instance
        return Request(into=TaskInstanceReference, path=path, body=body, body_type=UpdateTaskInstance, options=options)

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
