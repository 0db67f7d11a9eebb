"""Datasets, when they were updated, and which DAGs wait for what."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from types import NoneType
from typing import Any

from ..operation import Api, C, delete, get, post, with_http_info, without_preload_content
from ..paging import every
from ..request import Options, Request, Unpack
from ..schemas.dataset import Dataset, DatasetCollection
from ..schemas.dataset_event import (
    CreateDatasetEvent,
    DatasetEvent,
    DatasetEventCollection,
    QueuedEvent,
    QueuedEventCollection,
)


class DatasetApi(Api[C]):
    """Read datasets and their updates, tell of an update, and look after what is queued for the DAGs that wait.

    Airflow 3 calls them assets and names them by ID; here their URIs do on every release. `AssetApi` takes the IDs.

    Every operation also takes the keywords of `titanium_airflow_client.request.Options`, and raises an `ApiException`
    of the class of its status: 401 and 403 always, the others as told.
    """

    @post("/datasets/events", v2="/assets/events", since="2.9")
    def create_dataset_event(
        self, create_dataset_event: CreateDatasetEvent | Mapping[str, Any], **options: Unpack[Options]
    ) -> Request[DatasetEvent]:
        """Tell that a dataset was updated, by something that is no task of Airflow; DAGs that wait for it run.

        `POST /datasets/events`, since Airflow 2.9.

        - `create_dataset_event`: the dataset, `{"dataset_uri": "s3://bucket/file"}`, and what to add as `extra`.

        Returns the `DatasetEvent`, its `extra` with `from_rest_api` added. Raises `NotFoundException` for a dataset
        that no DAG names.
        """
        return Request(into=DatasetEvent, body=create_dataset_event, body_type=CreateDatasetEvent, options=options)

    create_dataset_event_with_http_info = with_http_info(create_dataset_event)
    create_dataset_event_without_preload_content = without_preload_content(create_dataset_event)

    @delete(
        "/dags/{dag_id}/datasets/queuedEvent/{uri}",
        v2="/dags/{dag_id}/assets/{asset_id}/queuedEvents",
        since="2.9",
    )
    def delete_dag_dataset_queued_event(
        self, dag_id: str, uri: str, before: datetime | str | None = None, **options: Unpack[Options]
    ) -> Request[None]:
        """Make a DAG forget that one of the datasets it waits for was updated.

        `DELETE /dags/{dag_id}/datasets/queuedEvent/{uri}`, since Airflow 2.9.

        - `dag_id`: the DAG ID.
        - `uri`: the URI of the dataset.
        - `before`: only what was queued before this time; all by default.

        Returns nothing. Raises `NotFoundException` when nothing is queued.
        """
        path = {"dag_id": dag_id, "uri": uri}
        return Request(into=NoneType, path=path, query={"before": before}, options=options)

    delete_dag_dataset_queued_event_with_http_info = with_http_info(delete_dag_dataset_queued_event)
    delete_dag_dataset_queued_event_without_preload_content = without_preload_content(delete_dag_dataset_queued_event)

    @delete("/dags/{dag_id}/datasets/queuedEvent", v2="/dags/{dag_id}/assets/queuedEvents", since="2.9")
    def delete_dag_dataset_queued_events(
        self, dag_id: str, before: datetime | str | None = None, **options: Unpack[Options]
    ) -> Request[None]:
        """Make a DAG forget which of the datasets that it waits for were updated.

        `DELETE /dags/{dag_id}/datasets/queuedEvent`, since Airflow 2.9.

        - `dag_id`: the DAG ID.
        - `before`: only what was queued before this time; all by default.

        Returns nothing. Raises `NotFoundException` when nothing is queued.
        """
        return Request(into=NoneType, path={"dag_id": dag_id}, query={"before": before}, options=options)

    delete_dag_dataset_queued_events_with_http_info = with_http_info(delete_dag_dataset_queued_events)
    delete_dag_dataset_queued_events_without_preload_content = without_preload_content(delete_dag_dataset_queued_events)

    @delete("/datasets/queuedEvent/{uri}", v2="/assets/{asset_id}/queuedEvents", since="2.9")
    def delete_dataset_queued_events(
        self, uri: str, before: datetime | str | None = None, **options: Unpack[Options]
    ) -> Request[None]:
        """Make all DAGs that wait for a dataset forget that it was updated.

        `DELETE /datasets/queuedEvent/{uri}`, since Airflow 2.9.

        - `uri`: the URI of the dataset.
        - `before`: only what was queued before this time; all by default.

        Returns nothing. Raises `NotFoundException` when nothing is queued.
        """
        return Request(into=NoneType, path={"uri": uri}, query={"before": before}, options=options)

    delete_dataset_queued_events_with_http_info = with_http_info(delete_dataset_queued_events)
    delete_dataset_queued_events_without_preload_content = without_preload_content(delete_dataset_queued_events)

    @get("/dags/{dag_id}/datasets/queuedEvent/{uri}", v2="/dags/{dag_id}/assets/{asset_id}/queuedEvents", since="2.9")
    def get_dag_dataset_queued_event(
        self, dag_id: str, uri: str, before: datetime | str | None = None, **options: Unpack[Options]
    ) -> Request[QueuedEvent]:
        """Get since when one of the datasets that a DAG waits for is ready.

        `GET /dags/{dag_id}/datasets/queuedEvent/{uri}`, since Airflow 2.9.

        - `dag_id`: the DAG ID.
        - `uri`: the URI of the dataset.
        - `before`: only what was queued before this time; all by default.

        Returns a `QueuedEvent`. Raises `NotFoundException` when nothing is queued.
        """
        path = {"dag_id": dag_id, "uri": uri}
        return Request(into=QueuedEvent, path=path, query={"before": before}, options=options)

    get_dag_dataset_queued_event_with_http_info = with_http_info(get_dag_dataset_queued_event)
    get_dag_dataset_queued_event_without_preload_content = without_preload_content(get_dag_dataset_queued_event)

    @get("/dags/{dag_id}/datasets/queuedEvent", v2="/dags/{dag_id}/assets/queuedEvents", since="2.9")
    def get_dag_dataset_queued_events(
        self, dag_id: str, before: datetime | str | None = None, **options: Unpack[Options]
    ) -> Request[QueuedEventCollection]:
        """List which of the datasets that a DAG waits for are ready; there are no pages.

        `GET /dags/{dag_id}/datasets/queuedEvent`, since Airflow 2.9.

        - `dag_id`: the DAG ID.
        - `before`: only what was queued before this time; all by default.

        Returns a `QueuedEventCollection`, the events in `queued_events`. Raises `NotFoundException` when nothing is
        queued.
        """
        return Request(into=QueuedEventCollection, path={"dag_id": dag_id}, query={"before": before}, options=options)

    get_dag_dataset_queued_events_with_http_info = with_http_info(get_dag_dataset_queued_events)
    get_dag_dataset_queued_events_without_preload_content = without_preload_content(get_dag_dataset_queued_events)

    @get("/datasets/{uri}", v2="/assets/{asset_id}", since="2.4")
    def get_dataset(self, uri: str, **options: Unpack[Options]) -> Request[Dataset]:
        """Get one dataset, who writes it, and which DAGs it triggers.

        `GET /datasets/{uri}`, since Airflow 2.4.

        - `uri`: the URI of the dataset, slashes and all.

        Returns a `Dataset`. Raises `NotFoundException`.
        """
        return Request(into=Dataset, path={"uri": uri}, options=options)

    get_dataset_with_http_info = with_http_info(get_dataset)
    get_dataset_without_preload_content = without_preload_content(get_dataset)

    @get("/datasets/events", v2="/assets/events", since="2.4")
    def get_dataset_events(
        self,
        limit: int | None = None,
        offset: int | None = None,
        order_by: str | Sequence[str] | None = None,
        dataset_id: int | None = None,
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
    ) -> Request[DatasetEventCollection]:
        """List the updates of datasets, one page at a time.

        `GET /datasets/events`, since Airflow 2.4.

        - `limit`: how many to return; 100 by default, and the server lowers what is above its own maximum (100).
        - `offset`: how many to skip; 0 by default.
        - `order_by`: `timestamp` (the default), `source_dag_id`, `source_task_id`, `source_run_id` or
          `source_map_index`, descending with a `-` before it.
        - `dataset_id`: only updates of this dataset; it is an ID, not a URI.
        - `source_dag_id`: only updates by this DAG.
        - `source_task_id`: only updates by tasks of this ID.
        - `source_run_id`: only updates by DAG runs of this ID.
        - `source_map_index`: only updates by the mapped task instance of this index, -1 for those that are not mapped;
          Airflow 2 takes 0 for all.
        - `name_pattern`: only updates of assets with this text in their name, in any case; since Airflow 3.2.
        - `name_prefix_pattern`: only updates of assets whose name begins with this text; since Airflow 3.2.2.
        - `timestamp_gte`, `timestamp_lte`: only updates from this time on, or up to it; since Airflow 3.0.
        - `timestamp_gt`, `timestamp_lt`: only updates after this time, or before it; since Airflow 3.1.

        Returns a `DatasetEventCollection` with the total on all pages. Raises `BadRequestException` for no field to
        sort by.
        """
        query = {
            "limit": limit,
            "offset": offset,
            "order_by": order_by,
            "dataset_id": dataset_id,
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
        return Request(into=DatasetEventCollection, query=query, options=options)

    get_dataset_events_with_http_info = with_http_info(get_dataset_events)
    get_dataset_events_without_preload_content = without_preload_content(get_dataset_events)
    iter_dataset_events = every(get_dataset_events, DatasetEvent, "id")

    @get("/datasets/queuedEvent/{uri}", v2="/assets/{asset_id}/queuedEvents", since="2.9")
    def get_dataset_queued_events(
        self, uri: str, before: datetime | str | None = None, **options: Unpack[Options]
    ) -> Request[QueuedEventCollection]:
        """List the DAGs for which the update of a dataset is queued, as they wait for others too; there are no pages.

        `GET /datasets/queuedEvent/{uri}`, since Airflow 2.9.

        - `uri`: the URI of the dataset.
        - `before`: only what was queued before this time; all by default.

        Returns a `QueuedEventCollection`, the events in `queued_events`. Raises `NotFoundException` when nothing is
        queued.
        """
        return Request(into=QueuedEventCollection, path={"uri": uri}, query={"before": before}, options=options)

    get_dataset_queued_events_with_http_info = with_http_info(get_dataset_queued_events)
    get_dataset_queued_events_without_preload_content = without_preload_content(get_dataset_queued_events)

    @get("/datasets", v2="/assets", since="2.4")
    def get_datasets(
        self,
        limit: int | None = None,
        offset: int | None = None,
        order_by: str | Sequence[str] | None = None,
        uri_pattern: str | None = None,
        dag_ids: Sequence[str] | None = None,
        name_pattern: str | None = None,
        name_prefix_pattern: str | None = None,
        uri_prefix_pattern: str | None = None,
        only_active: bool | None = None,
        **options: Unpack[Options],
    ) -> Request[DatasetCollection]:
        """List the datasets, one page at a time.

        `GET /datasets`, since Airflow 2.4.

        - `limit`: how many to return; 100 by default, and the server lowers what is above its own maximum (100).
        - `offset`: how many to skip; 0 by default.
        - `order_by`: `id` (the default), `uri`, `created_at` or `updated_at`, descending with a `-` before it; since
          Airflow 3.0 also `name`, since Airflow 3.1 several of them.
        - `uri_pattern`: only datasets with this text in their URI, in any case of letters; `%` and `_` are wildcards.
        - `dag_ids`: only datasets that one of these DAGs writes or waits for, as a list or as one text with commas;
          since Airflow 2.9.
        - `name_pattern`: only datasets with this text in their name, in any case of letters; since Airflow 3.0.
        - `name_prefix_pattern`, `uri_prefix_pattern`: only datasets whose name, or URI, begins with this text; since
          Airflow 3.2.2.
        - `only_active`: only datasets that a DAG names now, False by default; since Airflow 3.0.

        Returns a `DatasetCollection`; its total in Airflow 2 is that of all datasets, whatever is chosen here. Raises
        `BadRequestException` for no field to sort by.
        """
        query = {
            "limit": limit,
            "offset": offset,
            "order_by": order_by,
            "uri_pattern": uri_pattern,
            "dag_ids": dag_ids,
            "name_pattern": name_pattern,
            "name_prefix_pattern": name_prefix_pattern,
            "uri_prefix_pattern": uri_prefix_pattern,
            "only_active": only_active,
        }
        return Request(into=DatasetCollection, query=query, options=options)

    get_datasets_with_http_info = with_http_info(get_datasets)
    get_datasets_without_preload_content = without_preload_content(get_datasets)
    iter_datasets = every(get_datasets, Dataset, "id")

    @get(
        "/dags/{dag_id}/dagRuns/{dag_run_id}/upstreamDatasetEvents",
        v2="/dags/{dag_id}/dagRuns/{dag_run_id}/upstreamAssetEvents",
        since="2.4",
    )
    def get_upstream_dataset_events(
        self, dag_id: str, dag_run_id: str, **options: Unpack[Options]
    ) -> Request[DatasetEventCollection]:
        """List the updates of datasets that started a DAG run; there are no pages.

        `GET /dags/{dag_id}/dagRuns/{dag_run_id}/upstreamDatasetEvents`, since Airflow 2.4.

        - `dag_id`: the DAG ID.
        - `dag_run_id`: the DAG run ID.

        Returns a `DatasetEventCollection`, empty for a run that something else started. Raises `NotFoundException`.
        """
        return Request(into=DatasetEventCollection, path={"dag_id": dag_id, "dag_run_id": dag_run_id}, options=options)

    get_upstream_dataset_events_with_http_info = with_http_info(get_upstream_dataset_events)
    get_upstream_dataset_events_without_preload_content = without_preload_content(get_upstream_dataset_events)
