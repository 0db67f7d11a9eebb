"""Who is calling: the headers that prove it. No I/O here."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from .exceptions import ApiValueError

if TYPE_CHECKING:
    from .configuration import Configuration


def credentials(configuration: Configuration) -> dict[str, str]:
    """The headers of everything that is configured; what is given is sent."""
    headers = {}
    if configuration.username is not None:
        headers["Authorization"] = basic(configuration.username, configuration.password or "")
    if configuration.access_token is not None:
        headers["Authorization"] = bearer(configuration.access_token)
    for name, key in configuration.api_key.items():
        prefix = configuration.api_key_prefix.get(name)
        headers[name] = f"{prefix} {key}" if prefix else key
    return headers


def basic(username: str, password: str) -> str:
    """The `Authorization` of a user with a password."""
    if ":" in username:
        raise ApiValueError("a username for basic authentication cannot contain a colon")
    return "Basic " + b64encode(f"{username}:{password}".encode()).decode()


def bearer(token: str | Callable[[], str]) -> str:
    """The `Authorization` of a token; a function is asked for it at every call."""
    text = token() if callable(token) else token
    if not (text and text.isascii() and text.isprintable()):
        raise ApiValueError("access_token must be one line of ASCII text")  # the HTTP library would quote it in full
    return "Bearer " + text


def of_call(auth: Mapping[str, Any]) -> dict[str, str]:
    """The headers of a call's own `_request_auth`, as clients of other generators write it."""
    if auth.get("in", "header") != "header" or not auth.get("key"):
        raise ApiValueError('_request_auth must look like {"in": "header", "key": "Authorization", "value": "..."}')
    return {str(auth["key"]): str(auth["value"])}
