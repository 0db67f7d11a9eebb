"""One request until its last try: when it is sent again, and where a redirect may lead. No I/O here.

A driver runs these generators: it is given `Send`, `Sleep`, `Exclusive` and `Together`, sends back what came of it or
throws an `ApiConnectionError`. `ApiClient` and `AsyncApiClient` are the two drivers, and a test drives by hand.
"""

from __future__ import annotations

import random
import string
import time
from collections.abc import Generator, Sequence
from functools import lru_cache
from typing import Any, TypeAlias, TypeVar
from urllib.parse import SplitResult, quote, urlsplit

import msgspec

from .answer import describe, merges_slashes
from .configuration import Configuration
from .dialect import PREFIXES
from .exceptions import ApiConnectionError, ApiException, ApiTimeoutError, ApiTypeError
from .request import Options, Response, Route, Send
from .retry import Retry

T = TypeVar("T")


class Sleep(msgspec.Struct, frozen=True):
    """A pause that the driver makes."""

    seconds: float


class Exclusive(msgspec.Struct, frozen=True):
    """A flow that runs while no other exclusive one of this client does, in any thread or task."""

    flow: Any
    ends: float | None
    """When its turn must have come, by `time.monotonic()`; then it is not run."""


class Together(msgspec.Struct, frozen=True):
    """Flows that the driver runs at once, at most `limit` of them: what each returned, or the error it ended with."""

    flows: Sequence[Any]
    limit: int


Step: TypeAlias = Send | Sleep | Exclusive | Together
Flow: TypeAlias = Generator[Step, Any, T]

REDIRECTS = frozenset({301, 302, 303, 307, 308})


class Limits(msgspec.Struct, frozen=True):
    """How often a call may try, and until when."""

    retry: Retry
    seconds: float | None
    ends: float | None
    """When it must be over, by `time.monotonic()`."""

    @classmethod
    def of(cls, options: Options, configuration: Configuration) -> Limits:
        """The call's own, else the configured ones; the time runs from now on."""
        own = options.get("_retries") if options else None
        retry = Retry.of(configuration.retries if own is None else own)
        seconds = options.get("_deadline", retry.deadline) if options else retry.deadline
        if seconds is None:
            return cls(retry, None, None)
        if not isinstance(seconds, (int, float)) or isinstance(seconds, bool) or not seconds > 0:
            raise ApiTypeError(f"_deadline must be seconds above 0 or None, not {seconds!r}")
        return cls(retry, seconds, time.monotonic() + seconds)

    def over(self) -> bool:
        """Whether the time is up."""
        return self.ends is not None and time.monotonic() >= self.ends

    def pause(self, attempt: int, method: str, outcome: Response | ApiException) -> float | None:
        """Seconds until the next try; None when there is none, or no time for it."""
        pause = self.retry.pause(attempt, method, outcome, random.random())  # noqa: S311 - jitter is no secret
        fits = pause is None or self.ends is None or time.monotonic() + pause < self.ends
        return pause if fits else None

    def passed(self, call: str, error: ApiConnectionError | None = None) -> ApiTimeoutError:
        """The error for a call whose time is up."""
        late = ApiTimeoutError(
            0,
            f"the call was not over within its deadline of {self.seconds:g} seconds",
            hint="_deadline=seconds, or Retry(deadline=seconds), gives it more"
            + (f". {error.hint}" if error is not None and error.sent and error.hint else ""),
            call=call,
        )
        late.sent = error is not None and error.sent
        return late


def tries(send: Send, limits: Limits, route: Route) -> Flow[Response]:
    """One request until it is answered, or is not to be tried again."""
    attempt = redirects = 0
    if limits.over():
        raise limits.passed(describe(route, send))
    while True:
        outcome: Response | ApiConnectionError
        try:
            response: Response = yield send
        except ApiException as error:
            error.call = describe(route, send)
            if not isinstance(error, ApiConnectionError):
                raise
            if isinstance(error, ApiTimeoutError) and limits.over():
                raise limits.passed(error.call, error) from error
            outcome = error
        else:
            if response.status < 300:
                return response
            if response.status in REDIRECTS and redirects < 5 and (elsewhere := redirected(send, response)):
                send, redirects = elsewhere, redirects + 1
                continue
            outcome = response
        pause = limits.pause(attempt, "GET" if route.reads else send.method, outcome)
        if pause is None:
            break
        if send.stream and isinstance(outcome, Response):
            outcome.raw.close()
        attempt += 1
        yield Sleep(pause)
    if isinstance(outcome, ApiConnectionError):
        raise outcome
    return outcome


def timeouts(own: Any, default: Any) -> tuple[float | None, float | None]:
    """Seconds to connect and to read: the call's own, else the configured ones."""
    value = default if own is None else own
    try:
        return _seconds(*value) if isinstance(value, (tuple, list)) else _seconds(value, value)
    except TypeError:
        message = f"_request_timeout must be seconds above 0 or a pair (connect, read), not {value!r}"
        raise ApiTypeError(message) from None


@lru_cache(maxsize=64, typed=True)
def _seconds(connect: Any, read: Any) -> tuple[float | None, float | None]:
    for value in (connect, read):
        if value is not None and (not isinstance(value, (int, float)) or isinstance(value, bool) or not value > 0):
            raise TypeError
    return connect, read


def redirected(send: Send, response: Response) -> Send | None:
    """Where to ask instead: only at the same server (or its https), and only what may be asked twice."""
    location = response.headers.get("Location")
    if not location or (send.method not in ("GET", "HEAD") and response.status not in (307, 308)):
        return None
    try:
        here, there = urlsplit(send.url), urlsplit(location)
        if there.netloc and not same_server(here, there):
            return None  # credentials go nowhere else
    except ValueError:  # no address
        return None
    if merges_slashes(here.path, there.path):
        return None  # the variable x, where /x was asked for
    origin = f"{there.scheme}://{there.netloc.rpartition('@')[2]}" if there.netloc else send.origin
    path = there.path if there.path.startswith("/") else f"{here.path.rpartition('/')[0]}/{there.path}"
    target = quote(path + (f"?{there.query}" if there.query else ""), safe=string.punctuation)
    return msgspec.structs.replace(send, origin=origin, target=target)


def same_server(here: SplitResult, there: SplitResult) -> bool:
    """Whether an address is that of the same server, or of what stands for it with https at the usual port."""
    if there.hostname != here.hostname:
        return False
    ports = {"http": 80, "https": 443}
    asked, told = ((at.scheme, at.port or ports.get(at.scheme)) for at in (here, there))
    return asked == told or (asked, told) == (("http", 80), ("https", 443))


@lru_cache(maxsize=64)
def address(host: str) -> tuple[str, str, int | None]:
    """Where a server is, the path that it is mounted at, and the generation that the end of the address names."""
    named = None
    for generation, prefix in PREFIXES.items():
        if host.endswith(prefix):
            host, named = host.removesuffix(prefix), generation
    parts = urlsplit(host)
    return f"{parts.scheme}://{parts.netloc}", parts.path.rstrip("/"), named
