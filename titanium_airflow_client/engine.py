"""The life of a call, written once as a generator: what to send and when to wait, never how.

A driver runs it: it is given `Send` and `Sleep`, sends back a `Response` or throws an `ApiConnectionError`. `ApiClient`
and `AsyncApiClient` are the two drivers, and a test drives it by hand.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Generator
from functools import lru_cache
from typing import Any, Protocol, TypeAlias, TypeVar
from urllib.parse import urlsplit

import msgspec

from . import auth, encode
from .answer import Answer, describe, merges_slashes
from .configuration import Configuration
from .decode import Report
from .dialect import V1, Dialect
from .exceptions import ApiConnectionError, ApiTypeError, ApiValueError
from .request import Options, Request, Response, Route, Send
from .retry import Retry

T = TypeVar("T")


class Sleep(msgspec.Struct, frozen=True):
    """A pause that the driver makes."""

    seconds: float


class Client(Protocol):
    """What the engine knows of a client."""

    configuration: Configuration
    default_headers: dict[str, str]

    @property
    def report(self) -> Report:
        """Who hears of values that do not fit their models."""
        ...


Flow: TypeAlias = Generator[Send | Sleep, Response, T]
Form: TypeAlias = Callable[[Answer], Any]

REDIRECTS = frozenset({301, 302, 303, 307, 308})


def call(route: Route, request: Request[Any], form: Form, client: Client, stream: bool = False) -> Flow[Any]:
    """One call from its request to its result, with what the form makes of the answer."""
    send = prepare(route, request, client, stream)
    policy = Retry.of(client.configuration.retries)
    attempt = redirects = 0
    while True:
        outcome: Response | ApiConnectionError
        try:
            outcome = yield send
        except ApiConnectionError as error:
            error.call = describe(route, send)
            outcome = error
        else:
            if outcome.status < 300:
                break
            if outcome.status in REDIRECTS and redirects < 5 and (elsewhere := redirected(send, outcome)):
                send, redirects = elsewhere, redirects + 1
                continue
        pause = policy.pause(attempt, send.method, outcome, random.random())  # noqa: S311 - jitter is no secret
        if pause is None:
            break
        if send.stream and isinstance(outcome, Response):
            outcome.raw.close()
        attempt += 1
        yield Sleep(pause)
    if isinstance(outcome, ApiConnectionError):
        raise outcome
    return form(Answer(route, request, send, outcome, client.report))


def prepare(route: Route, request: Request[Any], client: Client, stream: bool) -> Send:
    """The first exchange of a call."""
    configuration, options = client.configuration, request.options
    dialect: Dialect = V1  # which one answers is found out here, once there are two
    if index := options.get("_host_index", 0):
        configuration.get_host_from_settings(index)
    origin, base = address(configuration.host)
    return Send(
        route.method,
        origin,
        base + encode.target(route, request, dialect, configuration),
        headers(request, options, client, dialect),
        None if request.body is None else encode.body(request, route.method),
        timeouts(options.get("_request_timeout"), configuration.timeout),
        stream,
    )


@lru_cache(maxsize=64)
def address(host: str) -> tuple[str, str]:
    """Where a server is, and the path that it is mounted at; the prefix of the API is the dialect's."""
    for prefix in ("/api/v1", "/api/v2"):
        host = host.removesuffix(prefix)
    parts = urlsplit(host)
    return f"{parts.scheme}://{parts.netloc}", parts.path.rstrip("/")


def headers(request: Request[Any], options: Options, client: Client, dialect: Dialect) -> dict[str, str]:
    """What goes above the body: who calls, what is sent, and what may come back."""
    given = {"Accept": "application/json", **client.default_headers}
    own_auth = options.get("_request_auth")
    given.update(auth.credentials(client.configuration) if own_auth is None else auth.of_call(own_auth))
    if request.body is not None:  # Airflow answers 400 to a DELETE with a Content-Type
        given["Content-Type"] = options.get("_content_type") or "application/json"
    if more := options.get("_headers"):
        for name, value in more.items():
            if not (isinstance(value, str) and value.isascii() and value.isprintable() and name.isprintable()):
                raise ApiValueError(f"_headers: the value of {name!r} must be one line of ASCII text")
        names = {name.lower() for name in more}
        given = {name: value for name, value in given.items() if name.lower() not in names} | dict(more)
        given = {name: dialect.accept(value) if name.lower() == "accept" else value for name, value in given.items()}
    return given


def timeouts(own: Any, default: Any) -> tuple[float | None, float | None]:
    """Seconds to connect and to read: the call's own, else the configured ones."""
    value = default if own is None else own
    pair = tuple(value) if isinstance(value, (tuple, list)) else (value, value)
    if len(pair) != 2 or not all(
        part is None or (isinstance(part, (int, float)) and not isinstance(part, bool) and part > 0) for part in pair
    ):
        raise ApiTypeError(f"_request_timeout must be seconds above 0 or a pair (connect, read), not {value!r}")
    return pair


def redirected(send: Send, response: Response) -> Send | None:
    """Where to ask instead: only at the same server (or its https), and only what may be asked twice."""
    location = response.headers.get("Location")
    if not location or (send.method not in ("GET", "HEAD") and response.status not in (307, 308)):
        return None
    here, there = urlsplit(send.url), urlsplit(location)
    if there.netloc and there.hostname != here.hostname:
        return None  # credentials go nowhere else
    if there.netloc and (there.scheme, there.port) != (here.scheme, here.port) and there.scheme != "https":
        return None
    if merges_slashes(here.path, there.path):
        return None  # the variable x, where /x was asked for
    origin = f"{there.scheme}://{there.netloc}" if there.netloc else send.origin
    path = there.path if there.path.startswith("/") else f"{here.path.rpartition('/')[0]}/{there.path}"
    return msgspec.structs.replace(send, origin=origin, target=path + (f"?{there.query}" if there.query else ""))
