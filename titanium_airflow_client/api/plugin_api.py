"""Plugins: what is added to the server."""

from __future__ import annotations

from ..operation import Api, C, get, with_http_info, without_preload_content
from ..paging import every
from ..request import Options, Request, Unpack
from ..schemas.plugin import PluginCollection, PluginCollectionItem, PluginImportErrorCollectionResponse


class PluginApi(Api[C]):
    """List the plugins of the server, and those that fail to import.

    Every operation also takes the keywords of `titanium_airflow_client.request.Options`, and raises an `ApiException`
    of the class of its status: 401 and 403 always, the others as told.
    """

    @get("/plugins", since="2.1")
    def get_plugins(
        self, limit: int | None = None, offset: int | None = None, **options: Unpack[Options]
    ) -> Request[PluginCollection]:
        """List the plugins of the server, one page at a time.

        `GET /plugins`, since Airflow 2.1.

        - `limit`: how many to return; 100 by default, and the server lowers what is above its own maximum (100).
        - `offset`: how many to skip; 0 by default.

        Returns a `PluginCollection` with the total on all pages.
        """
        return Request(into=PluginCollection, query={"limit": limit, "offset": offset}, options=options)

    get_plugins_with_http_info = with_http_info(get_plugins)
    get_plugins_without_preload_content = without_preload_content(get_plugins)
    iter_plugins = every(get_plugins, PluginCollectionItem, "name")

    @get(v2="/plugins/importErrors", since="3.1")
    def import_errors(self, **options: Unpack[Options]) -> Request[PluginImportErrorCollectionResponse]:
        """List the plugins that fail to import; there are no pages.

        `GET /plugins/importErrors`, since Airflow 3.1.

        Returns a `PluginImportErrorCollectionResponse`.
        """
        return Request(into=PluginImportErrorCollectionResponse, options=options)

    import_errors_with_http_info = with_http_info(import_errors)
    import_errors_without_preload_content = without_preload_content(import_errors)
