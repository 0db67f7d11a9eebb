"""The operations of `TaskInstanceApi` about what task instances ask of people, since Airflow 3.1."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from ..operation import Api, C, get, patch, with_http_info, without_preload_content
from ..paging import every
from ..request import Options, Request, Unpack
from ..schemas.hitl_detail import (
    HITLDetail,
    HITLDetailCollection,
    HITLDetailHistory,
    HITLDetailResponse,
    UpdateHITLDetailPayload,
)
from .mapped_task_instance import MAPPED


class HumanInTheLoop(Api[C]):
    """Questions that task instances put to people: what is asked, and the answer."""

    @get(v2=MAPPED + "/hitlDetails", since="3.1")
    def get_hitl_detail(
        self, dag_id: str, dag_run_id: str, task_id: str, map_index: int, **options: Unpack[Options]
    ) -> Request[HITLDetail]:
        """Get what a task instance asks, and the answer when there is one.

        `GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/hitlDetails`, since Airflow 3.1.

        - `dag_id`, `dag_run_id`, `task_id`, `map_index`: the task instance; the number is -1 if it is not mapped.

        Returns a `HITLDetail`. Raises `NotFoundException`, for a task instance that asks nothing too.
        """
        path: dict[str, object] = {
            "dag_id": dag_id,
            "dag_run_id": dag_run_id,
            "task_id": task_id,
            "map_index": map_index,
        }
        return Request(into=HITLDetail, path=path, options=options)

    get_hitl_detail_with_http_info = with_http_info(get_hitl_detail)
    get_hitl_detail_without_preload_content = without_preload_content(get_hitl_detail)

    @get(v2=MAPPED + "/hitlDetails/tries/{try_number}", since="3.2")
    def get_hitl_detail_try_detail(
        self, dag_id: str, dag_run_id: str, task_id: str, map_index: int, try_number: int, **options: Unpack[Options]
    ) -> Request[HITLDetailHistory]:
        """Get what one try of a task instance asked, and the answer when there is one.

        `GET /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/hitlDetails/tries/{try_number}`,
        since Airflow 3.2.

        - `dag_id`, `dag_run_id`, `task_id`, `map_index`: the task instance; the number is -1 if it is not mapped.
        - `try_number`: which try, from 1 on.

        Returns a `HITLDetailHistory`. Raises `NotFoundException`.
        """
        path: dict[str, object] = {
            "dag_id": dag_id,
            "dag_run_id": dag_run_id,
            "task_id": task_id,
            "map_index": map_index,
            "try_number": try_number,
        }
        return Request(into=HITLDetailHistory, path=path, options=options)

    get_hitl_detail_try_detail_with_http_info = with_http_info(get_hitl_detail_try_detail)
    get_hitl_detail_try_detail_without_preload_content = without_preload_content(get_hitl_detail_try_detail)

    @get(v2="/dags/{dag_id}/dagRuns/{dag_run_id}/hitlDetails", since="3.1")
    def get_hitl_details(
        self,
        dag_id: str,
        dag_run_id: str,
        limit: int | None = None,
        offset: int | None = None,
        order_by: str | Sequence[str] | None = None,
        dag_id_pattern: str | None = None,
        task_id: str | None = None,
        task_id_pattern: str | None = None,
        map_index: int | None = None,
        state: Sequence[str] | None = None,
        response_received: bool | None = None,
        responded_by_user_id: Sequence[str] | None = None,
        responded_by_user_name: Sequence[str] | None = None,
        subject_search: str | None = None,
        body_search: str | None = None,
        created_at_gte: datetime | str | None = None,
        created_at_gt: datetime | str | None = None,
        created_at_lte: datetime | str | None = None,
        created_at_lt: datetime | str | None = None,
        dag_id_prefix_pattern: str | None = None,
        task_id_prefix_pattern: str | None = None,
        **options: Unpack[Options],
    ) -> Request[HITLDetailCollection]:
        """List what task instances ask, one page at a time.

        `GET /dags/{dag_id}/dagRuns/{dag_run_id}/hitlDetails`, since Airflow 3.1.

        - `dag_id`, `dag_run_id`: the DAG run; `~` in place of either for all of them.
        - `limit`: how many to return; 100 by default, and the server lowers what is above its own maximum (100).
        - `offset`: how many to skip; 0 by default.
        - `order_by`: the field to sort by, or several, descending with a `-` before it: `ti_id` (the default),
          `subject`, `created_at`, `responded_at`, `responded_by_user_id`, `responded_by_user_name`, `dag_id`, `run_id`,
          `run_after`, `task_display_name`, `rendered_map_index`, `task_instance_operator` or `task_instance_state`.
        - `dag_id_pattern`, `task_id_pattern`: only those with this text in their DAG ID or task ID, in any case of
          letters, `%` and `_` being wildcards and `|` meaning or.
        - `task_id`, `map_index`: only those of this task, of this number of a mapped task.
        - `state`: only those of task instances in one of these states, see `TaskState`.
        - `response_received`: only those that are answered, or with False only those that are not.
        - `responded_by_user_id`, `responded_by_user_name`: only those that one of these users answered.
        - `subject_search`, `body_search`: only those with this text in their subject or body.
        - `created_at_gte`, `created_at_gt`, `created_at_lte`, `created_at_lt`: when it was asked.
        - `dag_id_prefix_pattern`, `task_id_prefix_pattern`: only those of which this begins with this text; since
          Airflow 3.2.2.

        Returns a `HITLDetailCollection` with the total on all pages. Raises `BadRequestException`.
        """
        path = {"dag_id": dag_id, "dag_run_id": dag_run_id}
        query: dict[str, object] = {"limit": limit, "offset": offset, "order_by": order_by}
        query |= {"dag_id_pattern": dag_id_pattern, "task_id": task_id, "task_id_pattern": task_id_pattern}
        query |= {"map_index": map_index, "state": state, "response_received": response_received}
        query |= {"responded_by_user_id": responded_by_user_id, "responded_by_user_name": responded_by_user_name}
        query |= {"subject_search": subject_search, "body_search": body_search, "created_at_gte": created_at_gte}
        query |= {"created_at_gt": created_at_gt, "created_at_lte": created_at_lte, "created_at_lt": created_at_lt}
        query |= {"dag_id_prefix_pattern": dag_id_prefix_pattern, "task_id_prefix_pattern": task_id_prefix_pattern}
        return Request(into=HITLDetailCollection, path=path, query=query, options=options)

    get_hitl_details_with_http_info = with_http_info(get_hitl_details)
    get_hitl_details_without_preload_content = without_preload_content(get_hitl_details)
    iter_hitl_details = every(get_hitl_details, HITLDetail, "task_instance.id")

    @patch(v2=MAPPED + "/hitlDetails", since="3.1")
    def update_hitl_detail(
        self,
        dag_id: str,
        dag_run_id: str,
        task_id: str,
        map_index: int,
        update_hitl_detail_payload: UpdateHITLDetailPayload | Mapping[str, Any],
        **options: Unpack[Options],
    ) -> Request[HITLDetailResponse]:
        """Answer what a task instance asks, so that it goes on.

        `PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}/{map_index}/hitlDetails`, since Airflow 3.1.

        - `dag_id`, `dag_run_id`, `task_id`, `map_index`: the task instance; the number is -1 if it is not mapped.
        - `update_hitl_detail_payload`: the answer, `{"chosen_options": ["Approve"]}`, with `params_input` for fields.

        Returns a `HITLDetailResponse`. Raises `NotFoundException`, `ForbiddenException` for who is not to answer,
        `ConflictException` when it is answered already, and `BadRequestException`.
        """
        path: dict[str, object] = {
            "dag_id": dag_id,
            "dag_run_id": dag_run_id,
            "task_id": task_id,
            "map_index": map_index,
        }
        return Request(
            into=HITLDetailResponse,
            path=path,
            body=update_hitl_detail_payload,
            body_type=UpdateHITLDetailPayload,
            options=options,
        )

    update_hitl_detail_with_http_info = with_http_info(update_hitl_detail)
    update_hitl_detail_without_preload_content = without_preload_content(update_hitl_detail)
