"""What Airflow remembers of assets from run to run, since Airflow 3.3."""

from __future__ import annotations

from collections.abc import Mapping
from types import NoneType
from typing import Any

from ..operation import Api, C, delete, get, put, with_http_info, without_preload_content
from ..paging import every
from ..request import Options, Request, Unpack
from ..schemas.asset_state_store import AssetStateStoreBody, AssetStateStoreCollectionResponse, AssetStateStoreResponse


class AssetStateStoreApi(Api[C]):
    """Read, write and delete what is remembered of an asset, such as how far it was read. Since Airflow 3.3.

    Every operation also takes the keywords of `titanium_airflow_client.request.Options`, and raises an `ApiException`
    of the class of its status: 401 and 403 always, the others as told.
    """

    @delete(v2="/assets/{asset_id}/state-store", since="3.3")
    def clear_asset_state_store(self, asset_id: int, **options: Unpack[Options]) -> Request[None]:
        """Delete all entries of an asset's state store.

        `DELETE /assets/{asset_id}/state-store`, since Airflow 3.3.

        - `asset_id`: the asset ID.

        Returns nothing. Raises `NotFoundException` for an asset that does not exist.
        """
        return Request(into=NoneType, path={"asset_id": asset_id}, options=options)

    clear_asset_state_store_with_http_info = with_http_info(clear_asset_state_store)
    clear_asset_state_store_without_preload_content = without_preload_content(clear_asset_state_store)

    @delete(v2="/assets/{asset_id}/state-store/{key}", since="3.3")
    def delete_asset_state_store(self, asset_id: int, key: str, **options: Unpack[Options]) -> Request[None]:
        """Delete an entry of an asset's state store; it need not be there.

        `DELETE /assets/{asset_id}/state-store/{key}`, since Airflow 3.3.

        - `asset_id`: the asset ID.
        - `key`: the key of the entry. It may have slashes.

        Returns nothing. Raises `NotFoundException` for an asset that does not exist.
        """
        return Request(into=NoneType, path={"asset_id": asset_id, "key": key}, options=options)

    delete_asset_state_store_with_http_info = with_http_info(delete_asset_state_store)
    delete_asset_state_store_without_preload_content = without_preload_content(delete_asset_state_store)

    @get(v2="/assets/{asset_id}/state-store/{key}", since="3.3")
    def get_asset_state_store(
        self, asset_id: int, key: str, **options: Unpack[Options]
    ) -> Request[AssetStateStoreResponse]:
        """Get an entry of an asset's state store.

        `GET /assets/{asset_id}/state-store/{key}`, since Airflow 3.3.

        - `asset_id`: the asset ID.
        - `key`: the key of the entry. It may have slashes.

        Returns an `AssetStateStoreResponse`. Raises `NotFoundException`.
        """
        return Request(into=AssetStateStoreResponse, path={"asset_id": asset_id, "key": key}, options=options)

    get_asset_state_store_with_http_info = with_http_info(get_asset_state_store)
    get_asset_state_store_without_preload_content = without_preload_content(get_asset_state_store)

    @get(v2="/assets/{asset_id}/state-store", since="3.3")
    def list_asset_state_store(
        self, asset_id: int, limit: int | None = None, offset: int | None = None, **options: Unpack[Options]
    ) -> Request[AssetStateStoreCollectionResponse]:
        """List the entries of an asset's state store by their keys, one page at a time.

        `GET /assets/{asset_id}/state-store`, since Airflow 3.3.

        - `asset_id`: the asset ID.
        - `limit`: how many to return; 100 by default, and the server lowers what is above its own maximum (100).
        - `offset`: how many to skip; 0 by default.

        Returns an `AssetStateStoreCollectionResponse` with the total on all pages. Raises `NotFoundException` for an
        asset that does not exist.
        """
        query = {"limit": limit, "offset": offset}
        path = {"asset_id": asset_id}
        return Request(into=AssetStateStoreCollectionResponse, path=path, query=query, options=options)

    list_asset_state_store_with_http_info = with_http_info(list_asset_state_store)
    list_asset_state_store_without_preload_content = without_preload_content(list_asset_state_store)
    iter_asset_state_store = every(list_asset_state_store, AssetStateStoreResponse, "key")

    @put(v2="/assets/{asset_id}/state-store/{key}", since="3.3")
    def set_asset_state_store(
        self,
        asset_id: int,
        key: str,
        asset_state_store_body: AssetStateStoreBody | Mapping[str, Any],
        **options: Unpack[Options],
    ) -> Request[None]:
        """Write an entry of an asset's state store: make it, or replace the one of this key.

        `PUT /assets/{asset_id}/state-store/{key}`, since Airflow 3.3.

        - `asset_id`: the asset ID.
        - `key`: the key of the entry. It may have slashes.
        - `asset_state_store_body`: the value, `{"value": {"offset": 42}}`: any JSON but null.

        Returns nothing. Raises `NotFoundException` for an asset that does not exist, and `BadRequestException` for a
        value that is too long.
        """
        return Request(
            into=NoneType,
            path={"asset_id": asset_id, "key": key},
            body=asset_state_store_body,
            body_type=AssetStateStoreBody,
            options=options,
        )

    set_asset_state_store_with_http_info = with_http_info(set_asset_state_store)
    set_asset_state_store_without_preload_content = without_preload_content(set_asset_state_store)
