"""Logging in and out, since Airflow 3.0."""

from __future__ import annotations

from collections.abc import Mapping
from types import NoneType
from typing import Any

from ..operation import Api, C, get, post, with_http_info, without_preload_content
from ..request import Options, Request, Unpack
from ..schemas.login import LoginBody, LoginResponse


class LoginApi(Api[C]):
    """Get tokens, and give them back. Since Airflow 3.0.

    A client that has a username and a password gets its token by itself, and needs none of these.

    Every operation also takes the keywords of `titanium_airflow_client.request.Options`, and raises an `ApiException`
    of the class of its status: 401 and 403 always, the others as told.
    """

    @post(v2="/auth/token", since="3.0")
    def create_token(
        self, login_body: LoginBody | Mapping[str, Any], **options: Unpack[Options]
    ) -> Request[LoginResponse]:
        """Get a token for a username and a password. It lasts a day, unless the server is set up otherwise.

        `POST /auth/token` beside the API, since Airflow 3.0.

        - `login_body`: who wants it, `{"username": "admin", "password": "..."}`.

        Returns a `LoginResponse` with the `access_token`. Raises `UnauthorizedException` for a wrong password, and
        `UnsupportedOperation` where the auth manager gives no tokens this way.
        """
        return Request(into=LoginResponse, body=login_body, body_type=LoginBody, options=options)

    create_token_with_http_info = with_http_info(create_token)
    create_token_without_preload_content = without_preload_content(create_token)

    @get(v2="/auth/token", since="3.0")
    def create_token_all_admins(self, **options: Unpack[Options]) -> Request[LoginResponse]:
        """Get a token of an administrator, from a server where everybody is one (`simple_auth_manager_all_admins`).

        `GET /auth/token` beside the API, since Airflow 3.0.

        Returns a `LoginResponse` with the `access_token`. Raises `ForbiddenException` where not everybody is one, and
        `UnsupportedOperation` where the auth manager does not know of that.
        """
        return Request(into=LoginResponse, options=options)

    create_token_all_admins_with_http_info = with_http_info(create_token_all_admins)
    create_token_all_admins_without_preload_content = without_preload_content(create_token_all_admins)

    @post(v2="/auth/token/cli", since="3.0")
    def create_token_cli(
        self, login_body: LoginBody | Mapping[str, Any], **options: Unpack[Options]
    ) -> Request[LoginResponse]:
        """Get a token for a username and a password that lasts as long as those of command-line tools: an hour.

        `POST /auth/token/cli` beside the API, since Airflow 3.0.

        - `login_body`: who wants it, `{"username": "admin", "password": "..."}`.

        Returns a `LoginResponse` with the `access_token`. Raises `UnauthorizedException` for a wrong password, and
        `UnsupportedOperation` where the auth manager gives no tokens this way.
        """
        return Request(into=LoginResponse, body=login_body, body_type=LoginBody, options=options)

    create_token_cli_with_http_info = with_http_info(create_token_cli)
    create_token_cli_without_preload_content = without_preload_content(create_token_cli)

    @get(v2="/auth/login", since="3.0")
    def login(self, next: str | None = None, **options: Unpack[Options]) -> Request[None]:
        """Look whether the page is there where people log in.

        `GET /auth/login`, since Airflow 3.0.

        - `next`: where the page leads to after that: an address of this server.

        Returns nothing. Raises `BadRequestException` for an address elsewhere.
        """
        return Request(into=NoneType, query={"next": next}, options=options)

    login_with_http_info = with_http_info(login)
    login_without_preload_content = without_preload_content(login)

    @get(v2="/auth/logout", since="3.0")
    def logout(self, **options: Unpack[Options]) -> Request[None]:
        """Give the token back: nobody can use it any more, as far as the auth manager sees to that.

        A client that has a username and a password gets another one for its next call.
        `GET /auth/logout`, since Airflow 3.0.

        Returns nothing.
        """
        return Request(into=NoneType, options=options)

    logout_with_http_info = with_http_info(logout)
    logout_without_preload_content = without_preload_content(logout)
