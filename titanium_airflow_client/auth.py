"""Who is calling: the headers that prove it, and for Airflow 3 the token that a password buys. No I/O here."""

from __future__ import annotations

import time
from base64 import b64encode, urlsafe_b64decode
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import msgspec

from . import encode
from .answer import Answer, error, unexpected
from .decode import Undecodable, parse
from .exceptions import ApiValueError
from .exchange import Exclusive, Flow, Limits, address, timeouts, tries
from .headers import Headers, headers_of
from .request import Request, Response, Route, Send

if TYPE_CHECKING:
    from .configuration import Configuration
    from .engine import Client
    from .server import Server

EARLY = 60.0
"""Seconds before its end at which a token is exchanged for a new one; a short-lived one at nine tenths of its life."""

LOGIN = Route("log in", "POST", None, "/auth/token")


class Token(msgspec.Struct, frozen=True):
    """What a username and a password were exchanged for."""

    text: str
    holder: tuple[str, str | None, str | None]
    """Host, username and password that it was given for."""
    renew_at: float
    """When to get another, in seconds since 1970."""

    def __repr__(self) -> str:
        return f"<Token of {self.holder[1]}>"


def proof(client: Client, server: Server) -> Headers | None:
    """The headers that prove who calls; None when that takes a token, which has to be got first."""
    configuration = client.configuration
    if server.generation == 2 or configuration.access_token is not None:
        return credentials(configuration)
    token = client.token
    if token is None or not is_fresh(token, configuration):
        return credentials(configuration) if configuration.username is None else None
    return Headers({"Authorization": f"Bearer {token.text}", **keys(configuration)})


def new_proof(client: Client, server: Server, limits: Limits) -> Flow[Headers]:
    """The headers that prove who calls, with a new token."""
    yield Exclusive(log_in(client, server, limits), limits.ends)
    configuration, token = client.configuration, client.token
    return Headers({"Authorization": f"Bearer {token.text}", **keys(configuration)}) if token else keys(configuration)


def log_in(client: Client, server: Server, limits: Limits) -> Flow[None]:
    """Exchange username and password for a token, unless another thread or task just did.

    Without a username, ask for the token that everybody gets where all are admins; elsewhere there is none.
    """
    configuration = client.configuration
    if is_fresh(client.token, configuration):
        return
    origin, base, _ = address(configuration.host)
    everybody = configuration.username is None
    send = Send(
        "GET" if everybody else "POST",
        origin,
        f"{base}/auth/token",
        headers_of({}, client.default_headers, {}, not everybody, server.dialect),
        None
        if everybody
        else encode.json({"username": configuration.username, "password": configuration.password or ""}),
        timeouts(None, configuration.timeout),
        limits.ends,
    )
    response = yield from tries(send, limits, LOGIN)
    client.token = token_in(response, holder(configuration))
    if client.token is None and not everybody:
        answer = Answer(LOGIN, Request(into=object), send, response, client.report, server)
        raise error(answer) if response.status >= 300 else unexpected(answer, "the answer has no token")


def token_in(response: Response, holder: tuple[str, str | None, str | None]) -> Token | None:
    """The token of an answer to a login, in either of the shapes that auth managers give; None without one."""
    try:
        answer = parse(response.content) if response.status < 300 else None
    except Undecodable:
        return None
    text = (answer.get("access_token") or answer.get("jwt_token")) if isinstance(answer, dict) else None
    if not isinstance(text, str) or not text.isascii() or not text.isprintable():
        return None
    now = time.time()
    left = ends_at(text, now + 3600) - now
    return Token(text, holder, now + left - min(EARLY, left / 10))


def ends_at(token: str, unknown: float) -> float:
    """When a token ends, by its own word."""
    try:
        payload = token.split(".")[1]
        ends = parse(urlsafe_b64decode(payload + "=" * (-len(payload) % 4))).get("exp")
    except (IndexError, ValueError, AttributeError):
        return unknown
    return float(ends) if isinstance(ends, (int, float)) else unknown


def holder(configuration: Configuration) -> tuple[str, str | None, str | None]:
    """Who a token of this configuration is given to."""
    return configuration.host, configuration.username, configuration.password


def is_fresh(token: Token | None, configuration: Configuration) -> bool:
    """Whether a token is there, is of the user who is configured now, and lasts."""
    return token is not None and token.renew_at > time.time() and token.holder == holder(configuration)


def has_run_out(response: Response, token: Token | None) -> bool:
    """Whether the server refuses a token that it gave: it was restarted, or the token was revoked."""
    if token is None or response.status not in (401, 403):
        return False
    return response.status == 401 or b"Invalid JWT token" in response.content


def is_anonymous(client: Client, server: Server, sent: Headers, target: str) -> bool:
    """Whether a request told nobody's name, or that of everybody; to log in is another matter."""
    configuration = client.configuration
    if server.generation == 2 or target.startswith(server.dialect.outside):
        return False
    if configuration.username is not None or configuration.access_token is not None:
        return False
    return client.token is not None or not any(name.lower() in ("authorization", "cookie") for name in sent)


def credentials(configuration: Configuration) -> Headers:
    """The headers of everything that is configured; what is given is sent."""
    headers = keys(configuration)
    if configuration.access_token is not None:
        headers["Authorization"] = bearer(configuration.access_token)
    elif configuration.username is not None:
        headers["Authorization"] = basic(configuration.username, configuration.password or "")
    return headers


def keys(configuration: Configuration) -> Headers:
    """The headers of `api_key`."""
    headers = Headers()
    for name, key in configuration.api_key.items() if configuration.api_key else ():
        prefix = configuration.api_key_prefix.get(name)
        headers[name] = f"{prefix} {key}" if prefix else key
    return headers


@lru_cache(maxsize=8)
def basic(username: str, password: str) -> str:
    """The `Authorization` of a user with a password."""
    if ":" in username:
        raise ApiValueError("a username for basic authentication cannot contain a colon")
    try:
        return "Basic " + b64encode(f"{username}:{password}".encode()).decode()
    except UnicodeEncodeError:
        raise ApiValueError("username and password must be text that UTF-8 can write") from None


def bearer(token: str | Callable[[], str]) -> str:
    """The `Authorization` of a token; a function is asked for it at every call."""
    text = token() if callable(token) else token
    if not (text and text.isascii() and text.isprintable()):
        raise ApiValueError("access_token must be one line of ASCII text")  # the HTTP library would quote it in full
    return "Bearer " + text


def of_call(auth: Mapping[str, Any]) -> Headers:
    """The headers of a call's own `_request_auth`, as clients of other generators write it."""
    if auth.get("in", "header") != "header" or not auth.get("key"):
        raise ApiValueError('_request_auth must look like {"in": "header", "key": "Authorization", "value": "..."}')
    return Headers({str(auth["key"]): str(auth["value"])})
