"""Assets, when they were updated, and which DAGs wait for what, since Airflow 3.0."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import NoneType
from typing import Any

from ..operation import Api, C, delete, get, post, with_http_info, without_preload_content
from ..paging import every
from ..request import Options, Request, Unpack
from ..schemas.dag_run import DAGRun
from ..schemas.dataset import AssetAliasCollectionResponse, AssetAliasResponse, AssetCollectionResponse, AssetResponse
from ..schemas.dataset_event import (
    AssetEventCollectionResponse,
    AssetEventResponse,
    CreateAssetEventsBody,
    MaterializeAssetBody,
    QueuedEvent,
    QueuedEventCollection,
)


class AssetApi(Api[C]):
    """Read assets and their updates, tell of an update, have one made, and look after what is queued.

    All of it exists since Airflow 3.0; `DatasetApi` does the same by URI, on Airflow 2 too.

    Every operation also takes the keywords of `titanium_airflow_client.request.Options`, and raises an `ApiException`
    of the class of its status: 401 and 403 always, the others as told.
    """

    @post(v2="/assets/events", since="3.0")
    def create_asset_event(
        self, create_asset_events_body: CreateAssetEventsBody | Mapping[str, Any], **options: Unpack[Options]
    ) -> Request[AssetEventResponse]:
        """Tell that an asset was updated, by something that is no task of Airflow; DAGs that wait for it run.

        `POST /assets/events`, since Airflow 3.0.

        - `create_asset_events_body`: the asset, `{"asset_id": 1}`, and what to add as `extra`.

        Returns the `AssetEventResponse`, its `extra` with `from_rest_api` added. Raises `NotFoundException`.
        """
        return Request(
            into=AssetEventResponse, body=create_asset_events_body, body_type=CreateAssetEventsBody, options=options
        )

    create_asset_event_with_http_info = with_http_info(create_asset_event)
    create_asset_event_without_preload_content = without_preload_content(create_asset_event)

    @delete(v2="/assets/{asset_id}/queuedEvents", since="3.0")
    def delete_asset_queued_events(
        self, asset_id: int, before: datetime | str | None = None, **options: Unpack[Options]
    ) -> Request[None]:
        """Make all DAGs that wait for an asset forget that it was updated.

        `DELETE /assets/{asset_id}/queuedEvents`, since Airflow 3.0.

        - `asset_id`: the asset ID.
        - `before`: only what was queued before this time; all by default.

        Returns nothing. Raises `NotFoundException` when nothing is queued.
        """
        return Request(into=NoneType, path={"asset_id": asset_id}, query={"before": before}, options=options)

    delete_asset_queued_events_with_http_info = with_http_info(delete_asset_queued_events)
    delete_asset_queued_events_without_preload_content = without_preload_content(delete_asset_queued_events)

    @delete(v2="/dags/{dag_id}/assets/{asset_id}/queuedEvents", since="3.0")
    def delete_dag_asset_queued_event(
        self, dag_id: str, asset_id: int, before: datetime | str | None = None, **options: Unpack[Options]
    ) -> Request[None]:
        """Make a DAG forget that one of the assets it waits for was updated.

        `DELETE /dags/{dag_id}/assets/{asset_id}/queuedEvents`, since Airflow 3.0.

        - `dag_id`: the DAG ID.
        - `asset_id`: the asset ID.
        - `before`: only what was queued before this time; all by default.

        Returns nothing. Raises `NotFoundException` when nothing is queued.
        """
        path = {"dag_id": dag_id, "asset_id": asset_id}
        return Request(into=NoneType, path=path, query={"before": before}, options=options)

    delete_dag_asset_queued_event_with_http_info = with_http_info(delete_dag_asset_queued_event)
    delete_dag_asset_queued_event_without_preload_content = without_preload_content(delete_dag_asset_queued_event)

    @delete(v2="/dags/{dag_id}/assets/queuedEvents", since="3.0")
    def delete_dag_asset_queued_events(
        self, dag_id: str, before: datetime | str | None = None, **options: Unpack[Options]
    ) -> Request[None]:
        """Make a DAG forget which of the assets that it waits for were updated.

        `DELETE /dags/{dag_id}/assets/queuedEvents`, since Airflow 3.0.

        - `dag_id`: the DAG ID.
        - `before`: only what was queued before this time; all by default.

        Returns nothing. Raises `NotFoundException` when nothing is queued.
        """
        return Request(into=NoneType, path={"dag_id": dag_id}, query={"before": before}, options=options)

    delete_dag_asset_queued_events_with_http_info = with_http_info(delete_dag_asset_queued_events)
    delete_dag_asset_queued_events_without_preload_content = without_preload_content(delete_dag_asset_queued_events)

    @get(v2="/assets/{asset_id}", since="3.0")
    def get_asset(self, asset_id: int, **options: Unpack[Options]) -> Request[AssetResponse]:
        """Get one asset, who writes it, and which DAGs it triggers.

        `GET /assets/{asset_id}`, since Airflow 3.0.

        - `asset_id`: the asset ID.

        Returns an `AssetResponse`. Raises `NotFoundException`.
        """
        return Request(into=AssetResponse, path={"asset_id": asset_id}, options=options)

    get_asset_with_http_info = with_http_info(get_asset)
    get_asset_without_preload_content = without_preload_content(get_asset)

    @get(v2="/assets/aliases/{asset_alias_id}", since="3.0")
    def get_asset_alias(self, asset_alias_id: int, **options: Unpack[Options]) -> Request[AssetAliasResponse]:
        """Get one asset alias.

        `GET /assets/aliases/{asset_alias_id}`, since Airflow 3.0.

        - `asset_alias_id`: the alias ID.

        Returns an `AssetAliasResponse`. Raises `NotFoundException`.
        """
        return Request(into=AssetAliasResponse, path={"asset_alias_id": asset_alias_id}, options=options)

    get_asset_alias_with_http_info = with_http_info(get_asset_alias)
    get_asset_alias_without_preload_content = without_preload_content(get_asset_alias)

    @get(v2="/assets/aliases", since="3.0")
    def get_asset_aliases(
        self,
        limit: int | None = None,
        offset: int | None = None,
        name_pattern: str | None = None,
        name_prefix_pattern: str | None = None,
        order_by: str | Sequence[str] | None = None,
        **options: Unpack[Options],
    ) -> Request[AssetAliasCollectionResponse]:
        """List the asset aliases, one page at a time.

        `GET /assets/aliases`, since Airflow 3.0.

        - `limit`: how many to return; 100 by default, and the server lowers what is above its own maximum (100).
        - `offset`: how many to skip; 0 by default.
        - `name_pattern`: only aliases with this text in their name, in any case of letters; `%` and `_` are wildcards.
        - `name_prefix_pattern`: only aliases whose name begins with this text; since Airflow 3.2.2.
        - `order_by`: `id` (the default) or `name`, descending with a `-` before it; both since Airflow 3.1.

        Returns an `AssetAliasCollectionResponse` with the total on all pages. Raises `BadRequestException` for no field
        to sort by.
        """
        query = {
            "limit": limit,
            "offset": offset,
            "name_pattern": name_pattern,
            "name_prefix_pattern": name_prefix_pattern,
            "order_by": order_by,
        }
        return Request(into=AssetAliasCollectionResponse, query=query, options=options)

    get_asset_aliases_with_http_info = with_http_info(get_asset_aliases)
    get_asset_aliases_without_preload_content = without_preload_content(get_asset_aliases)
    iter_asset_aliases = every(get_asset_aliases, AssetAliasResponse, "id")

    @get(v2="/assets/events", since="3.0")
    def get_asset_events(
        self,
        limit: int | None = None,
        offset: int | None = None,
        order_by: str | Sequence[str] | None = None,
        asset_id: int | None = None,
        source_dag_id: str | None = None,
        source_task_id: str | None = None,
        source_run_id: str | None = None,
        source_map_index: int | None = None,
        name_pattern: str | None = None,
        name_prefix_pattern: str | None = None,
        timestamp_gte: datetime | str | None = None,
        timestamp_gt: datetime | str | None = None,
        timestamp_lte: datetime | str | None = None,
        timestamp_lt: datetime | str | None = None,
        **options: Unpack[Options],
    ) -> Request[AssetEventCollectionResponse]:
        """List the updates of assets, one page at a time.

        `GET /assets/events`, since Airflow 3.0.

        - `limit`: how many to return; 100 by default, and the server lowers what is above its own maximum (100).
        - `offset`: how many to skip; 0 by default.
        - `order_by`: `timestamp` (the default), `source_dag_id`, `source_task_id`, `source_run_id` or
          `source_map_index`, descending with a `-` before it; several of them since Airflow 3.1.
        - `asset_id`: only updates of this asset.
        - `source_dag_id`: only updates by this DAG.
        - `source_task_id`: only updates by tasks of this ID.
        - `source_run_id`: only updates by DAG runs of this ID.
        - `source_map_index`: only updates by the mapped task instance of this index, -1 for those that are not mapped.
        - `name_pattern`: only updates of assets with this text in their name, in any case; since Airflow 3.2.
        - `name_prefix_pattern`: only updates of assets whose name begins with this text; since Airflow 3.2.2.
        - `timestamp_gte`, `timestamp_lte`: only updates from this time on, or up to it.
        - `timestamp_gt`, `timestamp_lt`: only updates after this time, or before it; since Airflow 3.1.

        Returns an `AssetEventCollectionResponse` with the total on all pages. Raises `BadRequestException` for no field
        to sort by.
        """
        query = {
            "limit": limit,
            "offset": offset,
            "order_by": order_by,
            "asset_id": asset_id,
            "source_dag_id": source_dag_id,
            "source_task_id": source_task_id,
            "source_run_id": source_run_id,
            "source_map_index": source_map_index,
            "name_pattern": name_pattern,
            "name_prefix_pattern": name_prefix_pattern,
            "timestamp_gte": timestamp_gte,
            "timestamp_gt": timestamp_gt,
            "timestamp_lte": timestamp_lte,
            "timestamp_lt": timestamp_lt,
        }
        return Request(into=AssetEventCollectionResponse, query=query, options=options)

    get_asset_events_with_http_info = with_http_info(get_asset_events)
    get_asset_events_without_preload_content = without_preload_content(get_asset_events)
    iter_asset_events = every(get_asset_events, AssetEventResponse, "id")

    @get(v2="/assets/{asset_id}/queuedEvents", since="3.0")
    def get_asset_queued_events(
        self, asset_id: int, before: datetime | str | None = None, **options: Unpack[Options]
    ) -> Request[QueuedEventCollection]:
        """List the DAGs for which the update of an asset is queued, as they wait for others too; there are no pages.

        `GET /assets/{asset_id}/queuedEvents`, since Airflow 3.0.

        - `asset_id`: the asset ID.
        - `before`: only what was queued before this time; all by default.

        Returns a `QueuedEventCollection`, empty when nothing is queued; in Airflow 3.0 that is a `NotFoundException`.
        """
        path = {"asset_id": asset_id}
        return Request(into=QueuedEventCollection, path=path, query={"before": before}, options=options)

    get_asset_queued_events_with_http_info = with_http_info(get_asset_queued_events)
    get_asset_queued_events_without_preload_content = without_preload_content(get_asset_queued_events)

    @get(v2="/assets", since="3.0")
    def get_assets(
        self,
        limit: int | None = None,
        offset: int | None = None,
        name_pattern: str | None = None,
        name_prefix_pattern: str | None = None,
        uri_pattern: str | None = None,
        uri_prefix_pattern: str | None = None,
        dag_ids: Sequence[str] | None = None,
        only_active: bool | None = None,
        order_by: str | Sequence[str] | None = None,
        **options: Unpack[Options],
    ) -> Request[AssetCollectionResponse]:
        """List the assets, one page at a time.

        `GET /assets`, since Airflow 3.0.

        - `limit`: how many to return; 100 by default, and the server lowers what is above its own maximum (100).
        - `offset`: how many to skip; 0 by default.
        - `name_pattern`: only assets with this text in their name, in any case of letters; `%` and `_` are wildcards.
        - `name_prefix_pattern`: only assets whose name begins with this text; since Airflow 3.2.2.
        - `uri_pattern`: only assets with this text in their URI, in any case of letters; `%` and `_` are wildcards.
        - `uri_prefix_pattern`: only assets whose URI begins with this text; since Airflow 3.2.2.
        - `dag_ids`: only assets that one of these DAGs writes, reads or waits for.
        - `only_active`: only assets that a DAG names now; True by default.
        - `order_by`: `id` (the default), `name`, `uri`, `created_at` or `updated_at`, descending with a `-` before it;
          several of them since Airflow 3.1.

        Returns an `AssetCollectionResponse` with the total on all pages. Raises `BadRequestException` for no field to
        sort by.
        """
        query = {
            "limit": limit,
            "offset": offset,
            "name_pattern": name_pattern,
            "name_prefix_pattern": name_prefix_pattern,
            "uri_pattern": uri_pattern,
            "uri_prefix_pattern": uri_prefix_pattern,
            "dag_ids": dag_ids,
            "only_active": only_active,
            "order_by": order_by,
        }
        return Request(into=AssetCollectionResponse, query=query, options=options)

    get_assets_with_http_info = with_http_info(get_assets)
    get_assets_without_preload_content = without_preload_content(get_assets)
    iter_assets = every(get_assets, AssetResponse, "id")

    @get(v2="/dags/{dag_id}/assets/{asset_id}/queuedEvents", since="3.0")
    def get_dag_asset_queued_event(
        self, dag_id: str, asset_id: int, before: datetime | str | None = None, **options: Unpack[Options]
    ) -> Request[QueuedEvent]:
        """Get since when one of the assets that a DAG waits for is ready.

        `GET /dags/{dag_id}/assets/{asset_id}/queuedEvents`, since Airflow 3.0.

        - `dag_id`: the DAG ID.
        - `asset_id`: the asset ID.
        - `before`: only what was queued before this time; all by default.

        Returns a `QueuedEvent`. Raises `NotFoundException` when nothing is queued.
        """
        path = {"dag_id": dag_id, "asset_id": asset_id}
        return Request(into=QueuedEvent, path=path, query={"before": before}, options=options)

    get_dag_asset_queued_event_with_http_info = with_http_info(get_dag_asset_queued_event)
    get_dag_asset_queued_event_without_preload_content = without_preload_content(get_dag_asset_queued_event)

    @get(v2="/dags/{dag_id}/assets/queuedEvents", since="3.0")
    def get_dag_asset_queued_events(
        self, dag_id: str, before: datetime | str | None = None, **options: Unpack[Options]
    ) -> Request[QueuedEventCollection]:
        """List which of the assets that a DAG waits for are ready; there are no pages.

        `GET /dags/{dag_id}/assets/queuedEvents`, since Airflow 3.0.

        - `dag_id`: the DAG ID.
        - `before`: only what was queued before this time; all by default.

        Returns a `QueuedEventCollection`, empty when nothing is queued; in Airflow 3.0 that is a `NotFoundException`.
        """
        return Request(into=QueuedEventCollection, path={"dag_id": dag_id}, query={"before": before}, options=options)

    get_dag_asset_queued_events_with_http_info = with_http_info(get_dag_asset_queued_events)
    get_dag_asset_queued_events_without_preload_content = without_preload_content(get_dag_asset_queued_events)

    @post(v2="/assets/{asset_id}/materialize", since="3.0")
    def materialize_asset(
        self,
        asset_id: int,
        materialize_asset_body: MaterializeAssetBody | Mapping[str, Any] | None = None,
        **options: Unpack[Options],
    ) -> Request[DAGRun]:
        """Start the DAG that writes an asset.

        `POST /assets/{asset_id}/materialize`, since Airflow 3.0.

        - `asset_id`: the asset ID.
        - `materialize_asset_body`: how to start it, such as `{"conf": {}}`; nothing need be said. Since Airflow 3.2.1.

        Returns the `DAGRun`. Raises `NotFoundException` when no DAG writes it, `ConflictException` when several do,
        and `BadRequestException` for a DAG that does not allow it.
        """
        return Request(
            into=DAGRun,
            path={"asset_id": asset_id},
            body=materialize_asset_body,
            body_type=MaterializeAssetBody,
            options=options,
        )

    materialize_asset_with_http_info = with_http_info(materialize_asset)
    materialize_asset_without_preload_content = without_preload_content(materialize_asset)
