"""The only place that does I/O: one exchange with a server, here over urllib3, in `aiohttp_transport` over aiohttp.

Another HTTP library is plugged in by a class with the two methods of `Transport` or `AsyncTransport`, given to the
client. Errors of an HTTP library become ours there and nowhere else; the original stays as `__cause__`.
"""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

import urllib3
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    NewConnectionError,
    ProxyError,
    ReadTimeoutError,
    SSLError,
)

from .bounded import DUE, in_time
from .exceptions import ApiConnectionError, ApiTimeoutError, ApiTlsError
from .forked import HOLDERS
from .request import Response, Send

if TYPE_CHECKING:
    import ssl

    from .configuration import Configuration


NO_RETRIES = urllib3.Retry(False, redirect=False)  # the engine repeats, and knows what may be repeated


class Transport(Protocol):
    """What a blocking client needs."""

    def send(self, send: Send) -> Response:
        """One exchange: any status is a response; without one, an `ApiConnectionError`. Follows no redirect.

        The answer is there when `send.ends` comes, and is no longer than `Configuration.max_response_size`.
        """
        ...

    def close(self) -> None:
        """Give back what is open."""
        ...


class AsyncTransport(Protocol):
    """What an asynchronous client needs."""

    async def send(self, send: Send) -> Response:
        """One exchange: any status is a response; without one, an `ApiConnectionError`. Follows no redirect."""
        ...

    async def close(self) -> None:
        """Give back what is open."""
        ...


class Urllib3Transport:
    """Blocking, over urllib3; threads may share it."""

    def __init__(self, configuration: Configuration) -> None:
        self.configuration = configuration
        self.pools: dict[str, urllib3.HTTPConnectionPool] = {}
        self.managers: list[urllib3.PoolManager] = []
        self.timeouts: dict[tuple[float | None, float | None], urllib3.Timeout] = {}
        HOLDERS.add(self)

    def send(self, send: Send) -> Response:
        """One exchange."""
        try:
            pool = self.pools[send.origin]
        except KeyError:
            pool = self.pool(send.origin)
        timeout = self.timeout(send)
        DUE.ends, DUE.patience = send.ends, timeout.read_timeout
        DUE.stream, DUE.most = send.stream, self.configuration.max_response_size
        try:
            raw: Any = pool.urlopen(
                send.method,
                send.target if pool.proxy is None or pool.scheme == "https" else send.url,
                body=send.body,
                headers=send.headers,
                retries=NO_RETRIES,
                redirect=False,
                assert_same_host=False,
                timeout=timeout,
                preload_content=not send.stream,
            )
        except HTTPError as error:
            raise of_urllib3(error, send) from error
        if send.stream:
            return Response(raw.status, raw.reason or "", raw.headers, b"", raw)
        return Response(raw.status, raw.reason or "", raw.headers, raw.content)

    def timeout(self, send: Send) -> urllib3.Timeout:
        """How long to wait for what: until the end, where that comes earlier."""
        connect, read = send.timeout
        if send.ends is not None:
            left = max(0.001, send.ends - time.monotonic())
            if connect is None or left < connect or read is None or left < read:
                return urllib3.Timeout(
                    connect=left if connect is None else min(connect, left),
                    read=left if read is None else min(read, left),
                )
        timeout = self.timeouts.get(send.timeout)
        if timeout is None:
            timeout = self.timeouts[send.timeout] = urllib3.Timeout(connect=connect, read=read)
        return timeout

    def pool(self, origin: str) -> urllib3.HTTPConnectionPool:
        """The connections to one server, made when first asked for."""
        configuration = self.configuration
        options: dict[str, Any] = {"maxsize": configuration.connection_pool_maxsize}
        if origin.startswith("https:"):
            options["ssl_context"] = tls_context(configuration)
            options["assert_hostname"] = configuration.assert_hostname if configuration.verify_ssl else False
            options["server_hostname"] = configuration.tls_server_name
        proxy = proxy_for(origin, configuration)
        manager = (
            urllib3.ProxyManager(proxy, proxy_headers=proxy_headers(proxy, configuration), **options)
            if proxy
            else urllib3.PoolManager(**options)
        )
        self.managers.append(manager)
        pool = in_time(manager.connection_from_url(origin))
        self.pools[origin] = pool
        return pool

    def close(self) -> None:
        """Close the connections that are kept."""
        while self.pools:
            self.pools.popitem()[1].close()  # at once: whoever keeps an error keeps its pool from being collected
        self.managers.clear()

    def forget(self) -> None:
        """In the child of a fork: the connections are the parent's."""
        self.pools, self.managers = {}, []


def tls_context(configuration: Configuration) -> ssl.SSLContext:
    """How servers prove who they are, and the client who it is."""
    import ssl

    data = configuration.ca_cert_data
    context = ssl.create_default_context(cafile=configuration.ssl_ca_cert, cadata=data)
    if not configuration.verify_ssl:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    elif configuration.assert_hostname is False:
        context.check_hostname = False
    if configuration.cert_file:
        context.load_cert_chain(configuration.cert_file, configuration.key_file)
    return context


def proxy_for(origin: str, configuration: Configuration) -> str | None:
    """The proxy on the way to a server: the configured one, else that of the environment."""
    if configuration.proxy:
        return configuration.proxy
    scheme, host = origin.split("://")
    if not any(name.lower() in (f"{scheme}_proxy", "all_proxy") for name in os.environ):
        return None
    from urllib.request import getproxies, proxy_bypass

    if proxy_bypass(host):
        return None
    proxies = getproxies()
    return proxies.get(scheme) or proxies.get("all")


def proxy_headers(proxy: str, configuration: Configuration) -> dict[str, str]:
    """What the proxy is told, its credentials among it."""
    headers = dict(configuration.proxy_headers or {})
    parts = urlsplit(proxy)
    if parts.username is not None:
        headers.update(urllib3.make_headers(proxy_basic_auth=f"{parts.username}:{parts.password or ''}"))
    return headers


def of_urllib3(error: Exception, send: Send) -> ApiConnectionError:
    """Our error for one of urllib3's."""
    if isinstance(error, ProxyError):
        return never_sent(f"the proxy failed: {error.original_error}", "see Configuration.proxy and HTTPS_PROXY")
    if isinstance(error, NewConnectionError):  # urllib3 derives it from its timeout, which it is not
        return no_connection(send, error.__cause__ or error)
    if isinstance(error, ConnectTimeoutError):
        return late_connection(send)
    if isinstance(error, ReadTimeoutError):
        return late_answer(send)
    if isinstance(error, SSLError):
        return no_trust(send, error.args[0])
    return broken(send, error)


def never_sent(reason: str, hint: str) -> ApiConnectionError:
    """The request did not leave."""
    error = ApiConnectionError(0, reason, hint=hint)
    error.sent = False
    return error


def no_connection(send: Send, problem: BaseException) -> ApiConnectionError:
    """Nobody answers there."""
    number = getattr(problem, "errno", None)
    why = os.strerror(number) if number and number > 0 else str(problem)
    return never_sent(
        f"cannot connect to {send.origin}: {why}",
        "is host right, is Airflow's webserver running, and can it be reached from here?",
    )


def late_connection(send: Send) -> ApiTimeoutError:
    """Nobody answers there in time."""
    error = ApiTimeoutError(
        0,
        f"no connection to {send.origin} in time{seconds(send.timeout[0])}",
        hint="is host right, and can it be reached from here? _request_timeout=(connect, read) waits longer",
    )
    error.sent = False
    return error


def late_answer(send: Send) -> ApiTimeoutError:
    """The server took the request and is silent."""
    return ApiTimeoutError(
        0,
        f"no answer in time{seconds(send.timeout[1])}",
        hint=f"_request_timeout=seconds waits longer; a smaller limit is answered sooner{perhaps_done(send)}",
    )


def no_trust(send: Send, problem: object) -> ApiTlsError:
    """The server's certificate, or its TLS, is not acceptable."""
    return ApiTlsError(
        0,
        f"no trusted connection to {send.origin}: {problem}",
        hint="set ssl_ca_cert to the file of the authority that signed the server's certificate"
        if "CERTIFICATE" in str(problem).upper()
        else "does the server speak https at this port?",
    )


def broken(send: Send, problem: Exception) -> ApiConnectionError:
    """The connection ended before the answer did, or what came is no answer."""
    reason = f"the connection broke before the answer was complete: {in_words(problem)}"
    return ApiConnectionError(0, reason, hint=perhaps_done(send).removeprefix("; "))


def in_words(problem: BaseException) -> str:
    """What broke a connection; the words of HTTP libraries show headers, and are for their authors."""
    cause = problem.args[-1] if problem.args and isinstance(problem.args[-1], Exception) else problem
    number = getattr(cause, "errno", None)
    if isinstance(number, int) and number > 0:
        return os.strerror(number)
    kinds = [kind.__name__ for kind in (*type(cause).__mro__, *type(cause.__cause__).__mro__)]
    return next((words for name, words in IN_WORDS.items() if name in kinds), str(cause))


IN_WORDS = {
    "IncompleteRead": "the answer ended early",
    "ContentLengthError": "the answer ended early",
    "TransferEncodingError": "its chunks are broken",
    "InvalidChunkLength": "its chunks are broken",
    "DecodeError": "it is not compressed as it says",
    "ContentEncodingError": "it is not compressed as it says",
    "ServerDisconnectedError": "the server closed the connection",
    "RemoteDisconnected": "the server closed the connection",
    "ClientPayloadError": "the answer ended early",
    "BadStatusLine": "what came is no HTTP",
    "HTTPException": "what came is no HTTP",
    "InvalidHeader": "what came is no HTTP",
    "ClientResponseError": "what came is no HTTP",
    "BadHttpMessage": "what came is no HTTP",
    "ClientOSError": "the connection was lost",
}
"""Errors of http.client, urllib3 and aiohttp, the narrower first."""


def seconds(timeout: float | None) -> str:
    """A timeout as messages tell it."""
    return "" if timeout is None else f" ({timeout:g} seconds)"


def perhaps_done(send: Send) -> str:
    """What to think of a write without an answer."""
    if send.method in ("GET", "HEAD"):
        return ""
    return "; it may have been carried out all the same: look before you repeat it"
