"""Providers: which packages the server has for other systems."""

from __future__ import annotations

from ..operation import Api, C, get, with_http_info, without_preload_content
from ..paging import every
from ..request import Options, Request, Unpack
from ..schemas.provider import GetProviders200Response, Provider


class ProviderApi(Api[C]):
    """List the provider packages of the server.

    Every operation also takes the keywords of `titanium_airflow_client.request.Options`, and raises an `ApiException`
    of the class of its status: 401 and 403 always, the others as told.
    """

    @get("/providers", since="2.1")
    def get_providers(
        self, limit: int | None = None, offset: int | None = None, **options: Unpack[Options]
    ) -> Request[GetProviders200Response]:
        """List the provider packages of the server, all of them.

        `GET /providers`, since Airflow 2.1.

        - `limit`: how many to return, all by default; since Airflow 3.0, which returns at most 100 when this is given.
        - `offset`: how many to skip; since Airflow 3.0.

        Returns a `GetProviders200Response`.
        """
        return Request(into=GetProviders200Response, query={"limit": limit, "offset": offset}, options=options)

    get_providers_with_http_info = with_http_info(get_providers)
    get_providers_without_preload_content = without_preload_content(get_providers)
    iter_providers = every(get_providers, Provider, "package_name")
