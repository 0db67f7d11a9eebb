"""Backfills: the runs of a DAG that are made for a time in the past."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ..operation import Api, C, get, post, put, with_http_info, without_preload_content
from ..paging import every
from ..request import Options, Request, Unpack
from ..schemas.backfill import (
    BackfillCollectionResponse,
    BackfillPostBody,
    BackfillResponse,
    DryRunBackfillCollectionResponse,
)


class BackfillApi(Api[C]):
    """Make, list, pause and cancel backfills. They are of Airflow 3.

    Every operation also takes the keywords of `titanium_airflow_client.request.Options`, and raises an `ApiException`
    of the class of its status: 401 and 403 always, the others as told.
    """

    @put(v2="/backfills/{backfill_id}/cancel", since="3.0")
    def cancel_backfill(self, backfill_id: int, **options: Unpack[Options]) -> Request[BackfillResponse]:
        """End a backfill: its runs that are queued fail, those that run go on.

        `PUT /backfills/{backfill_id}/cancel`, since Airflow 3.0.

        - `backfill_id`: the backfill ID.

        Returns the `BackfillResponse` as it is then. Raises `NotFoundException`, and `ConflictException` when it has
        ended.
        """
        return Request(into=BackfillResponse, path={"backfill_id": backfill_id}, options=options)

    cancel_backfill_with_http_info = with_http_info(cancel_backfill)
    cancel_backfill_without_preload_content = without_preload_content(cancel_backfill)

    @post(v2="/backfills", since="3.0")
    def create_backfill(
        self, backfill_post_body: BackfillPostBody | Mapping[str, Any], **options: Unpack[Options]
    ) -> Request[BackfillResponse]:
        """Make the runs of a DAG for a time in the past; `create_backfill_dry_run` tells which those would be.

        `POST /backfills`, since Airflow 3.0.

        - `backfill_post_body`: the DAG and the time,
          `{"dag_id": "daily", "from_date": datetime(2026, 1, 1), "to_date": datetime(2026, 1, 31)}`.

        Returns the `BackfillResponse`. Raises `NotFoundException`, `ConflictException` while the DAG has another
        backfill that has not ended, and `BadRequestException` for a DAG without a schedule or dates that are none.
        """
        return Request(into=BackfillResponse, body=backfill_post_body, body_type=BackfillPostBody, options=options)

    create_backfill_with_http_info = with_http_info(create_backfill)
    create_backfill_without_preload_content = without_preload_content(create_backfill)

    @post(v2="/backfills/dry_run", since="3.0")
    def create_backfill_dry_run(
        self, backfill_post_body: BackfillPostBody | Mapping[str, Any], **options: Unpack[Options]
    ) -> Request[DryRunBackfillCollectionResponse]:
        """Ask which runs a backfill would make; nothing is made.

        `POST /backfills/dry_run`, since Airflow 3.0.

        - `backfill_post_body`: the same as for `create_backfill`.

        Returns a `DryRunBackfillCollectionResponse` with the dates. Raises as `create_backfill` does.
        """
        return Request(
            into=DryRunBackfillCollectionResponse,
            body=backfill_post_body,
            body_type=BackfillPostBody,
            options=options,
        )

    create_backfill_dry_run_with_http_info = with_http_info(create_backfill_dry_run)
    create_backfill_dry_run_without_preload_content = without_preload_content(create_backfill_dry_run)

    @get(v2="/backfills/{backfill_id}", since="3.0")
    def get_backfill(self, backfill_id: int, **options: Unpack[Options]) -> Request[BackfillResponse]:
        """Get one backfill.

        `GET /backfills/{backfill_id}`, since Airflow 3.0.

        - `backfill_id`: the backfill ID.

        Returns a `BackfillResponse`. Raises `NotFoundException`.
        """
        return Request(into=BackfillResponse, path={"backfill_id": backfill_id}, options=options)

    get_backfill_with_http_info = with_http_info(get_backfill)
    get_backfill_without_preload_content = without_preload_content(get_backfill)

    @get(v2="/backfills", since="3.0")
    def list_backfills(
        self,
        dag_id: str,
        limit: int | None = None,
        offset: int | None = None,
        order_by: str | Sequence[str] | None = None,
        **options: Unpack[Options],
    ) -> Request[BackfillCollectionResponse]:
        """List the backfills of a DAG, one page at a time.

        `GET /backfills`, since Airflow 3.0.

        - `dag_id`: the DAG ID.
        - `limit`: how many to return; 100 by default, and the server lowers what is above its own maximum (100).
        - `offset`: how many to skip; 0 by default.
        - `order_by`: `id` (the default), descending with a `-` before it.

        Returns a `BackfillCollectionResponse`, empty for a DAG that does not exist. Raises `BadRequestException`.
        """
        query = {"dag_id": dag_id, "limit": limit, "offset": offset, "order_by": order_by}
        return Request(into=BackfillCollectionResponse, query=query, options=options)

    list_backfills_with_http_info = with_http_info(list_backfills)
    list_backfills_without_preload_content = without_preload_content(list_backfills)
    iter_backfills = every(list_backfills, BackfillResponse, "id")

    @put(v2="/backfills/{backfill_id}/pause", since="3.0")
    def pause_backfill(self, backfill_id: int, **options: Unpack[Options]) -> Request[BackfillResponse]:
        """Pause a backfill: its runs that have not started wait.

        `PUT /backfills/{backfill_id}/pause`, since Airflow 3.0.

        - `backfill_id`: the backfill ID.

        Returns the `BackfillResponse` as it is then. Raises `NotFoundException`, and `ConflictException` when it has
        ended.
        """
        return Request(into=BackfillResponse, path={"backfill_id": backfill_id}, options=options)

    pause_backfill_with_http_info = with_http_info(pause_backfill)
    pause_backfill_without_preload_content = without_preload_content(pause_backfill)

    @put(v2="/backfills/{backfill_id}/unpause", since="3.0")
    def unpause_backfill(self, backfill_id: int, **options: Unpack[Options]) -> Request[BackfillResponse]:
        """Let a backfill go on that was paused.

        `PUT /backfills/{backfill_id}/unpause`, since Airflow 3.0.

        - `backfill_id`: the backfill ID.

        Returns the `BackfillResponse` as it is then. Raises `NotFoundException`, and `ConflictException` when it has
        ended.
        """
        return Request(into=BackfillResponse, path={"backfill_id": backfill_id}, options=options)

    unpause_backfill_with_http_info = with_http_info(unpause_backfill)
    unpause_backfill_without_preload_content = without_preload_content(unpause_backfill)
