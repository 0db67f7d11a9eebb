"""DAGs: list, read, pause and delete them, and act on their task instances."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import NoneType
from typing import Any

from ..operation import C, delete, get, patch, post, put, with_http_info, without_preload_content
from ..paging import every
from ..request import Options, Request, Unpack
from ..schemas.dag import DAG, DAGCollection, DAGDetail, GetDagSource200Response
from ..schemas.task import Task, TaskCollection
from ..schemas.task_instance_change import (
    ClearTaskInstances,
    TaskInstanceReferenceCollection,
    UpdateTaskInstancesState,
)
from .dag_plans import DAGPlans
from .many_dags import ManyDAGs
from .marked_dags import MarkedDAGs


class DAGApi(MarkedDAGs[C], ManyDAGs[C], DAGPlans[C]):
    """List, read, pause and delete DAGs, and act on their task instances.

    Every operation also takes the keywords of `titanium_airflow_client.request.Options`, and raises an `ApiException`
    of the class of its status: 401 and 403 always, the others as told.
    """

    @delete("/dags/{dag_id}", since="2.2")
    def delete_dag(self, dag_id: str, **options: Unpack[Options]) -> Request[None]:
        """Delete all that the metadata database holds of a DAG, its finished runs and tasks included.

        Logs and the DAG's file stay; a file that is still there brings the DAG back. It cannot be undone.
        `DELETE /dags/{dag_id}`, since Airflow 2.2.

        - `dag_id`: the DAG ID.

        Returns nothing. Raises `NotFoundException`, and `ConflictException` while task instances of it are running.
        """
        return Request(into=NoneType, path={"dag_id": dag_id}, options=options)

    delete_dag_with_http_info = with_http_info(delete_dag)
    delete_dag_without_preload_content = without_preload_content(delete_dag)

    @get("/dags/{dag_id}")
    def get_dag(self, dag_id: str, fields: Sequence[str] | None = None, **options: Unpack[Options]) -> Request[DAG]:
        """Get one DAG as the metadata database knows it.

        For what only the parsed file knows, see `get_dag_details`. `GET /dags/{dag_id}`.

        - `dag_id`: the DAG ID.
        - `fields`: the fields to return, all by default; since Airflow 2.9.

        Returns a `DAG`. Raises `NotFoundException`, and `BadRequestException` for an unknown field.
        """
        return Request(into=DAG, path={"dag_id": dag_id}, query={"fields": fields}, options=options)

    get_dag_with_http_info = with_http_info(get_dag)
    get_dag_without_preload_content = without_preload_content(get_dag)

    @get("/dags/{dag_id}/details")
    def get_dag_details(
        self, dag_id: str, fields: Sequence[str] | None = None, **options: Unpack[Options]
    ) -> Request[DAGDetail]:
        """Get one DAG with all that its file says; a large answer, so prefer `get_dag` where that is enough.

        `GET /dags/{dag_id}/details`.

        - `dag_id`: the DAG ID.
        - `fields`: the fields to return, all by default; since Airflow 2.9.

        Returns a `DAGDetail`. Raises `NotFoundException`, and `BadRequestException` for an unknown field.
        """
        return Request(into=DAGDetail, path={"dag_id": dag_id}, query={"fields": fields}, options=options)

    get_dag_details_with_http_info = with_http_info(get_dag_details)
    get_dag_details_without_preload_content = without_preload_content(get_dag_details)

    @get("/dagSources/{file_token}")
    def get_dag_source(
        self, file_token: str, version_number: int | None = None, **options: Unpack[Options]
    ) -> Request[GetDagSource200Response]:
        """Get the source of a DAG's file.

        It comes as JSON, or as plain text with `_headers={"Accept": "text/plain"}`: the result is the same.
        `GET /dagSources/{file_token}`.

        - `file_token`: the key to the file, from `DAG.file_token`. Only the server can make one; Airflow 3 also takes
          the DAG ID, and knows the tokens of Airflow 2 where the path of the file is the same.
        - `version_number`: the source of this version of the DAG, the latest by default; since Airflow 3.0.

        Returns a `GetDagSource200Response` with the text as `content`. Raises `NotFoundException`, and
        `NotAcceptableException` for an `Accept` header that asks for something else.
        """
        return Request(
            into=GetDagSource200Response,
            path={"file_token": file_token},
            query={"version_number": version_number},
            text="content",
            options=options,
        )

    get_dag_source_with_http_info = with_http_info(get_dag_source)
    get_dag_source_without_preload_content = without_preload_content(get_dag_source)

    @get("/dags")
    def get_dags(
        self,
        limit: int | None = None,
        offset: int | None = None,
        order_by: str | Sequence[str] | None = None,
        tags: Sequence[str] | None = None,
        only_active: bool | None = None,
        paused: bool | None = None,
        fields: Sequence[str] | None = None,
        dag_id_pattern: str | None = None,
        tags_match_mode: str | None = None,
        owners: Sequence[str] | None = None,
        dag_display_name_pattern: str | None = None,
        last_dag_run_state: str | None = None,
        dag_run_state: Sequence[str] | None = None,
        dag_run_start_date_gte: datetime | str | None = None,
        dag_run_start_date_lte: datetime | str | None = None,
        dag_run_end_date_gte: datetime | str | None = None,
        dag_run_end_date_lte: datetime | str | None = None,
        dag_run_start_date_gt: datetime | str | None = None,
        dag_run_start_date_lt: datetime | str | None = None,
        dag_run_end_date_gt: datetime | str | None = None,
        dag_run_end_date_lt: datetime | str | None = None,
        has_import_errors: bool | None = None,
        bundle_name: str | None = None,
        bundle_version: str | None = None,
        has_asset_schedule: bool | None = None,
        asset_dependency: str | None = None,
        is_favorite: bool | None = None,
        timetable_type: Sequence[str] | None = None,
        dag_id_prefix_pattern: str | None = None,
        dag_display_name_prefix_pattern: str | None = None,
        **options: Unpack[Options],
    ) -> Request[DAGCollection]:
        """List the DAGs of the metadata database, one page at a time.

        `GET /dags`.

        - `limit`: how many to return; 100 by default, and the server lowers what is above its own maximum (100).
        - `offset`: how many to skip; 0 by default.
        - `order_by`: the field to sort by, descending with a `-` before it; Airflow 2 knows `dag_id` only, Airflow 3
          `dag_display_name`, `next_dagrun`, `last_run_state` and `last_run_start_date` too, and several since 3.1.
        - `tags`: only DAGs with one of these tags; since Airflow 2.2.
        - `only_active`: only DAGs that the scheduler has seen lately, True by default; since Airflow 2.1.1.
        - `paused`: only paused DAGs, or with False only those that are not; both by default; since Airflow 2.6.
        - `fields`: the fields of each DAG to return, all by default; since Airflow 2.9.
        - `dag_id_pattern`: only DAGs with this text in their ID, in any case of letters; `%` and `_` are wildcards.

        Of Airflow 3:

        - `tags_match_mode`: whether DAGs must have `any` of the tags (the default) or `all` of them; since Airflow 3.0.
        - `owners`: only DAGs that one of these owns; since Airflow 3.0.
        - `dag_display_name_pattern`: only DAGs with this text in the name that the user interface shows; since 3.0.
        - `last_dag_run_state`: only DAGs whose latest run is in this state; since Airflow 3.0.
        - `dag_run_state`: only DAGs that have a run in one of these states; since Airflow 3.0.
        - `dag_run_start_date_gte`, `dag_run_start_date_lte`, `dag_run_end_date_gte`, `dag_run_end_date_lte`: only DAGs
          with a run that started, or ended, then; since Airflow 3.0, the same with `_gt` and `_lt` since 3.1.
        - `has_import_errors`: only DAGs whose file fails to import, or with False only the others; since Airflow 3.1.
        - `bundle_name`, `bundle_version`: only DAGs of this bundle, of this version of it; since Airflow 3.1.
        - `has_asset_schedule`: only DAGs that assets start, or with False only the others; since Airflow 3.1.
        - `asset_dependency`: only DAGs that an asset with this text in its name or URI starts; since Airflow 3.1.
        - `is_favorite`: only favourites of the user that asks, or with False only the others; since Airflow 3.1.
        - `timetable_type`: only DAGs with one of these timetables, by the paths of their classes; since Airflow 3.2.
        - `dag_id_prefix_pattern`, `dag_display_name_prefix_pattern`: only DAGs whose ID, or whose name, begins with
          this text; since Airflow 3.2.2.

        Returns a `DAGCollection` with the total on all pages. Raises `BadRequestException`.
        """
        query = {
            "limit": limit,
            "offset": offset,
            "order_by": order_by,
            "tags": tags,
            "only_active": only_active,
            "paused": paused,
            "fields": fields,
            "dag_id_pattern": dag_id_pattern,
            "tags_match_mode": tags_match_mode,
            "owners": owners,
            "dag_display_name_pattern": dag_display_name_pattern,
            "last_dag_run_state": last_dag_run_state,
            "dag_run_state": dag_run_state,
            "dag_run_start_date_gte": dag_run_start_date_gte,
            "dag_run_start_date_lte": dag_run_start_date_lte,
            "dag_run_end_date_gte": dag_run_end_date_gte,
            "dag_run_end_date_lte": dag_run_end_date_lte,
            "dag_run_start_date_gt": dag_run_start_date_gt,
            "dag_run_start_date_lt": dag_run_start_date_lt,
            "dag_run_end_date_gt": dag_run_end_date_gt,
            "dag_run_end_date_lt": dag_run_end_date_lt,
            "has_import_errors": has_import_errors,
            "bundle_name": bundle_name,
            "bundle_version": bundle_version,
            "has_asset_schedule": has_asset_schedule,
            "asset_dependency": asset_dependency,
            "is_favorite": is_favorite,
            "timetable_type": timetable_type,
            "dag_id_prefix_pattern": dag_id_prefix_pattern,
            "dag_display_name_prefix_pattern": dag_display_name_prefix_pattern,
        }
        return Request(into=DAGCollection, query=query, options=options)

    get_dags_with_http_info = with_http_info(get_dags)
    get_dags_without_preload_content = without_preload_content(get_dags)
    iter_dags = every(get_dags, DAG, "dag_id")

    @get("/dags/{dag_id}/tasks/{task_id}")
    def get_task(self, dag_id: str, task_id: str, **options: Unpack[Options]) -> Request[Task]:
        """Get one task of a DAG as its file defines it.

        `GET /dags/{dag_id}/tasks/{task_id}`.

        - `dag_id`: the DAG ID.
        - `task_id`: the task ID.

        Returns a `Task`. Raises `NotFoundException`.
        """
        return Request(into=Task, path={"dag_id": dag_id, "task_id": task_id}, options=options)

    get_task_with_http_info = with_http_info(get_task)
    get_task_without_preload_content = without_preload_content(get_task)

    @get("/dags/{dag_id}/tasks")
    def get_tasks(
        self, dag_id: str, order_by: str | None = None, **options: Unpack[Options]
    ) -> Request[TaskCollection]:
        """List all tasks of a DAG; there are no pages.

        `GET /dags/{dag_id}/tasks`.

        - `dag_id`: the DAG ID.
        - `order_by`: the attribute to sort by, `task_id` by default, descending with a `-` before; since Airflow 2.1.

        Returns a `TaskCollection`. Raises `NotFoundException`, and `BadRequestException` for an unknown attribute.
        """
        return Request(into=TaskCollection, path={"dag_id": dag_id}, query={"order_by": order_by}, options=options)

    get_tasks_with_http_info = with_http_info(get_tasks)
    get_tasks_without_preload_content = without_preload_content(get_tasks)

    @patch("/dags/{dag_id}")
    def patch_dag(
        self,
        dag_id: str,
        dag: DAG | Mapping[str, Any],
        update_mask: Sequence[str] | None = None,
        **options: Unpack[Options],
    ) -> Request[DAG]:
        """Pause or unpause a DAG.

        `PATCH /dags/{dag_id}`.

        - `dag_id`: the DAG ID.
        - `dag`: the new values, `{"is_paused": True}`; a `DAG` may carry its other fields, they are not sent.
        - `update_mask`: the fields to update, all that can be by default; Airflow updates `is_paused` only.

        Returns the `DAG` as it is then. Raises `NotFoundException`, and `BadRequestException` for another field.
        """
        return Request(
            into=DAG,
            path={"dag_id": dag_id},
            query={"update_mask": update_mask},
            body=dag,
            body_type=DAG,
            options=options,
        )

    patch_dag_with_http_info = with_http_info(patch_dag)
    patch_dag_without_preload_content = without_preload_content(patch_dag)

    @patch("/dags", since="2.3")
    def patch_dags(
        self,
        dag_id_pattern: str,
        dag: DAG | Mapping[str, Any],
        limit: int | None = None,
        offset: int | None = None,
        tags: Sequence[str] | None = None,
        update_mask: Sequence[str] | None = None,
        only_active: bool | None = None,
        tags_match_mode: str | None = None,
        owners: Sequence[str] | None = None,
        paused: bool | None = None,
        dag_id_prefix_pattern: str | None = None,
        **options: Unpack[Options],
    ) -> Request[DAGCollection]:
        """Pause or unpause the DAGs whose IDs contain a text, one page of them.

        `PATCH /dags`, since Airflow 2.3.

        - `dag_id_pattern`: text that the ID contains, in any case of letters, so that `load` changes `preload` too;
          `%` and `_` are wildcards, `~` alone is every DAG.
        - `dag`: the new values, `{"is_paused": True}`.
        - `limit`: how many DAGs to change, in the order of their IDs; 100 by default and at most.
        - `offset`: how many of them to skip; 0 by default.
        - `tags`: only DAGs with one of these tags.
        - `update_mask`: the fields to update, all that can be by default; Airflow updates `is_paused` only.
        - `only_active`: only DAGs that the scheduler has seen lately, True by default.
        - `tags_match_mode`, `owners`, `paused`: as in `get_dags`; since Airflow 3.0.
        - `dag_id_prefix_pattern`: only DAGs whose ID begins with this text too; since Airflow 3.2.2.

        On Airflow 3 the DAGs are changed one after another: when one fails, those before it are changed.

        Returns a `DAGCollection` of the DAGs as they are then. Raises `BadRequestException` for another field.
        """
        query = {
            "limit": limit,
            "offset": offset,
            "tags": tags,
            "update_mask": update_mask,
            "only_active": only_active,
            "dag_id_pattern": dag_id_pattern,
            "tags_match_mode": tags_match_mode,
            "owners": owners,
            "paused": paused,
            "dag_id_prefix_pattern": dag_id_prefix_pattern,
        }
        return Request(into=DAGCollection, query=query, body=dag, body_type=DAG, options=options)

    patch_dags_with_http_info = with_http_info(patch_dags)
    patch_dags_without_preload_content = without_preload_content(patch_dags)

    @post("/dags/{dag_id}/clearTaskInstances")
    def post_clear_task_instances(
        self, dag_id: str, clear_task_instances: ClearTaskInstances | Mapping[str, Any], **options: Unpack[Options]
    ) -> Request[TaskInstanceReferenceCollection]:
        """Clear task instances of a DAG, so that they run again.

        Unless told otherwise it is a dry run, and of failed task instances only.
        `POST /dags/{dag_id}/clearTaskInstances`.

        - `dag_id`: the DAG ID.
        - `clear_task_instances`: which ones, and whether for real (`dry_run=False`).

        Returns a `TaskInstanceReferenceCollection` of what was cleared, or would be. Raises `NotFoundException`, and
        `BadRequestException` for contradictions, such as dates together with `dag_run_id`.
        """
        return Request(
            into=TaskInstanceReferenceCollection,
            path={"dag_id": dag_id},
            body=clear_task_instances,
            body_type=ClearTaskInstances,
            options=options,
        )

    post_clear_task_instances_with_http_info = with_http_info(post_clear_task_instances)
    post_clear_task_instances_without_preload_content = without_preload_content(post_clear_task_instances)

    @post("/dags/{dag_id}/updateTaskInstancesState", v2=None)
    def post_set_task_instances_state(
        self,
        dag_id: str,
        update_task_instances_state: UpdateTaskInstancesState | Mapping[str, Any],
        **options: Unpack[Options],
    ) -> Request[TaskInstanceReferenceCollection]:
        """Set the state of a task instance, and of those around it that are included.

        Unless told otherwise it is a dry run. `POST /dags/{dag_id}/updateTaskInstancesState`.

        - `dag_id`: the DAG ID.
        - `update_task_instances_state`: the task, its run (`dag_run_id` or `execution_date`), the new state, what else
          is included, and whether for real (`dry_run=False`).

        Returns a `TaskInstanceReferenceCollection` of what was changed, or would be. Raises `NotFoundException`, and
        `BadRequestException` for contradictions.
        """
        return Request(
            into=TaskInstanceReferenceCollection,
            path={"dag_id": dag_id},
            body=update_task_instances_state,
            body_type=UpdateTaskInstancesState,
            options=options,
        )

    post_set_task_instances_state_with_http_info = with_http_info(post_set_task_instances_state)
    post_set_task_instances_state_without_preload_content = without_preload_content(post_set_task_instances_state)

    @put("/parseDagFile/{file_token}", since="2.10")
    def reparse_dag_file(self, file_token: str, **options: Unpack[Options]) -> Request[None]:
        """Ask for a DAG's file to be read again before all others; a second time changes nothing.

        `PUT /parseDagFile/{file_token}`, since Airflow 2.10.

        - `file_token`: the key to the file, from `DAG.file_token`. Only the server can make one.

        Returns nothing, at once; the file is read some time later. Raises `NotFoundException`.
        """
        return Request(into=NoneType, path={"file_token": file_token}, options=options)

    reparse_dag_file_with_http_info = with_http_info(reparse_dag_file)
    reparse_dag_file_without_preload_content = without_preload_content(reparse_dag_file)
