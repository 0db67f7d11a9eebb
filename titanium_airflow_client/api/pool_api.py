"""Pools: list, make, read, change and delete them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import NoneType
from typing import Any

from ..operation import C, delete, get, patch, post, with_http_info, without_preload_content
from ..paging import every
from ..request import Options, Request, Unpack
from ..schemas.bulk import BulkResponse
from ..schemas.pool import BulkBodyPoolBody, Pool, PoolCollection
from .many_settings import ManyPools


class PoolApi(ManyPools[C]):
    """List, make, read, change and delete pools.

    Every operation also takes the keywords of `titanium_airflow_client.request.Options`, and raises an `ApiException`
    of the class of its status: 401 and 403 always, the others as told.
    """

    @delete("/pools/{pool_name}")
    def delete_pool(self, pool_name: str, **options: Unpack[Options]) -> Request[None]:
        """Delete a pool. Tasks that name it wait until there is one of that name again.

        `DELETE /pools/{pool_name}`.

        - `pool_name`: the name of the pool.

        Returns nothing. Raises `NotFoundException`, and `BadRequestException` for `default_pool`.
        """
        return Request(into=NoneType, path={"pool_name": pool_name}, options=options)

    delete_pool_with_http_info = with_http_info(delete_pool)
    delete_pool_without_preload_content = without_preload_content(delete_pool)

    @get("/pools/{pool_name}")
    def get_pool(self, pool_name: str, **options: Unpack[Options]) -> Request[Pool]:
        """Get one pool, and how many of its slots are taken.

        `GET /pools/{pool_name}`.

        - `pool_name`: the name of the pool. Airflow 2 finds none with a slash in its name; `get_pools` shows it.

        Returns a `Pool`. Raises `NotFoundException`.
        """
        return Request(into=Pool, path={"pool_name": pool_name}, options=options)

    get_pool_with_http_info = with_http_info(get_pool)
    get_pool_without_preload_content = without_preload_content(get_pool)

    @get("/pools")
    def get_pools(
        self,
        limit: int | None = None,
        offset: int | None = None,
        order_by: str | Sequence[str] | None = None,
        pool_name_pattern: str | None = None,
        pool_name_prefix_pattern: str | None = None,
        **options: Unpack[Options],
    ) -> Request[PoolCollection]:
        """List the pools, one page at a time.

        `GET /pools`.

        - `limit`: how many to return; 100 by default, and the server lowers what is above its own maximum (100).
        - `offset`: how many to skip; 0 by default.
        - `order_by`: `id` (the default), `name` or `slots`, descending with a `-` before it; since Airflow 2.1, several
          of them since Airflow 3.1, but not `slots`.
        - `pool_name_pattern`: only pools with this text in their name, in any case of letters; `%` and `_` are
          wildcards; since Airflow 3.0.
        - `pool_name_prefix_pattern`: only pools whose name begins with this text; since Airflow 3.2.2.

        Returns a `PoolCollection` with the total on all pages. Raises `BadRequestException` for no field to sort by.
        """
        query = {
            "limit": limit,
            "offset": offset,
            "order_by": order_by,
            "pool_name_pattern": pool_name_pattern,
            "pool_name_prefix_pattern": pool_name_prefix_pattern,
        }
        return Request(into=PoolCollection, query=query, options=options)

    get_pools_with_http_info = with_http_info(get_pools)
    get_pools_without_preload_content = without_preload_content(get_pools)
    iter_pools = every(get_pools, Pool, "name")

    @patch("/pools/{pool_name}")
    def patch_pool(
        self,
        pool_name: str,
        pool: Pool | Mapping[str, Any],
        update_mask: Sequence[str] | None = None,
        **options: Unpack[Options],
    ) -> Request[Pool]:
        """Change a pool.

        `PATCH /pools/{pool_name}`.

        - `pool_name`: the name of the pool.
        - `pool`: the new values; a `Pool` may carry its other fields, they are not sent. Without a mask Airflow wants
          `name` and `slots`, and `include_deferred` becomes False when it is left out. Airflow 3 renames no pool.
        - `update_mask`: the fields to update, `["slots"]`, all that are set by default. Of `default_pool` only `slots`
          and `include_deferred` can be.

        Returns the `Pool` as it is then. Raises `NotFoundException`, and `BadRequestException` for what is missing, or
        for another name of `default_pool`. A name that another pool has is a `ServiceException`.
        """
        return Request(
            into=Pool,
            path={"pool_name": pool_name},
            query={"update_mask": update_mask},
            body=pool,
            body_type=Pool,
            options=options,
        )

    patch_pool_with_http_info = with_http_info(patch_pool)
    patch_pool_without_preload_content = without_preload_content(patch_pool)

    @post("/pools")
    def post_pool(self, pool: Pool | Mapping[str, Any], **options: Unpack[Options]) -> Request[Pool]:
        """Make a pool.

        `POST /pools`.

        - `pool`: the pool, `{"name": "reports", "slots": 4}`; these two are required.

        Returns the `Pool`. Raises `ConflictException` when there is one of this name.
        """
        return Request(into=Pool, body=pool, body_type=Pool, options=options)

    post_pool_with_http_info = with_http_info(post_pool)
    post_pool_without_preload_content = without_preload_content(post_pool)

    @patch(v2="/pools", since="3.0")
    def bulk_pools(
        self, bulk_body: BulkBodyPoolBody | Mapping[str, Any], **options: Unpack[Options]
    ) -> Request[BulkResponse]:
        """Make, change and delete many pools.

        `PATCH /pools`, since Airflow 3.0.

        - `bulk_body`: what to do, `{"actions": [{"action": "create", "entities": [{"name": "reports", "slots": 4}]}]}`.

        Returns a `BulkResponse` with the names of those that it was done to, and with what went wrong about the others:
        that raises nothing.
        """
        return Request(into=BulkResponse, body=bulk_body, body_type=BulkBodyPoolBody, options=options)

    bulk_pools_with_http_info = with_http_info(bulk_pools)
    bulk_pools_without_preload_content = without_preload_content(bulk_pools)
