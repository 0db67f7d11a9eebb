"""The configuration of the server."""

from __future__ import annotations

from ..operation import Api, C, get, with_http_info, without_preload_content
from ..request import Options, Request, Unpack
from ..schemas.config import Config


class ConfigApi(Api[C]):
    """Read the configuration of the server, where its administrator allows that (`expose_config`).

    Every operation also takes the keywords of `titanium_airflow_client.request.Options`, and raises an `ApiException`
    of the class of its status: 401 and 403 always, the others as told.
    """

    @get("/config")
    def get_config(self, section: str | None = None, **options: Unpack[Options]) -> Request[Config]:
        """Get the configuration of the server.

        It comes as JSON, or as plain text with `_headers={"Accept": "text/plain"}`: the result is the same.
        `GET /config`.

        - `section`: only this section, all by default; since Airflow 2.7.

        Returns a `Config`; where the server shows only what is not sensitive, the other options are left out. Raises
        `ForbiddenException` where it shows nothing, `NotFoundException` for an unknown section, and
        `NotAcceptableException` for an `Accept` header that asks for something else.
        """
        return Request(into=Config, query={"section": section}, text=Config.from_text, options=options)

    get_config_with_http_info = with_http_info(get_config)
    get_config_without_preload_content = without_preload_content(get_config)

    @get("/config/section/{section}/option/{option}", since="2.7")
    def get_value(self, section: str, option: str, **options: Unpack[Options]) -> Request[Config]:
        """Get one option of the configuration.

        It comes as JSON, or as plain text with `_headers={"Accept": "text/plain"}`: the result is the same.
        `GET /config/section/{section}/option/{option}`, since Airflow 2.7.

        - `section`: the section, such as `core`.
        - `option`: the option, such as `parallelism`.

        Returns a `Config` with this section and option alone; the value is `< hidden >` for what is sensitive. Raises
        `ForbiddenException` where the server shows nothing, `NotFoundException` for an unknown option, and
        `NotAcceptableException` for an `Accept` header that asks for something else.
        """
        path = {"section": section, "option": option}
        return Request(into=Config, path=path, text=Config.from_text, options=options)

    get_value_with_http_info = with_http_info(get_value)
    get_value_without_preload_content = without_preload_content(get_value)
