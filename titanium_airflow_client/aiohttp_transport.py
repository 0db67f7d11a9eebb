"""The exchange with a server over aiohttp. Only `AsyncApiClient` loads it, and with it asyncio."""

from __future__ import annotations

import asyncio
import ssl
import time
from contextlib import suppress
from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING, Any

from .bounded import too_large
from .decode import parse
from .exceptions import ApiConnectionError, OpenApiException
from .forked import HOLDERS
from .request import Response, Send
from .transport import (
    broken,
    late_answer,
    late_connection,
    never_sent,
    no_connection,
    no_trust,
    proxy_for,
    proxy_headers,
    tls_context,
)

try:
    import aiohttp
    from multidict import CIMultiDict, CIMultiDictProxy
    from yarl import URL
except ImportError as error:
    raise OpenApiException("AsyncApiClient needs aiohttp: pip install 'titanium-airflow-client[async]'") from error

if TYPE_CHECKING:
    from .configuration import Configuration


OF_PARENT: list[aiohttp.ClientSession] = []
"""Sessions of the process that this one was forked from: to close them, or to collect them, would disturb it."""


class AiohttpTransport:
    """Asynchronous, over aiohttp; one for each event loop that it is used from."""

    def __init__(self, configuration: Configuration) -> None:
        self.configuration = configuration
        self.session: aiohttp.ClientSession | None = None
        self.loop: asyncio.AbstractEventLoop | None = None
        self.ways: dict[str, dict[str, Any]] = {}
        HOLDERS.add(self)

    async def send(self, send: Send) -> Response:
        """One exchange."""
        session = self.session
        if session is None or self.loop is not asyncio.get_running_loop():
            session = await self.open()
        way = self.ways.get(send.origin)
        if way is None:
            way = self.ways[send.origin] = self.way(send.origin)
        left = None if send.ends is None else max(0.001, send.ends - time.monotonic())
        try:
            asked = session.request(
                send.method,
                URL(send.url, encoded=True),
                data=send.body,
                headers=send.headers,
                allow_redirects=False,
                timeout=timeout(None if send.stream or left is None else ceil(left * 100), *send.timeout),
                **way,
            )
            if send.stream:
                raw, content = await asyncio.wait_for(asked, left), b""
            else:
                raw = await asked
                content = await whole(raw, self.configuration.max_response_size)
        except (aiohttp.ClientError, asyncio.TimeoutError, OSError) as error:
            raise of_aiohttp(error, send) from quiet(error)
        return Response(raw.status, raw.reason or "", raw.headers, content, raw)

    def way(self, origin: str) -> dict[str, Any]:
        """How a server is reached: over which proxy, and how it proves who it is."""
        way: dict[str, Any] = {}
        if origin.startswith("https:"):
            way["ssl"], way["server_hostname"] = tls_context(self.configuration), self.configuration.tls_server_name
        if proxy := proxy_for(origin, self.configuration):
            way["proxy"], way["proxy_headers"] = proxy, proxy_headers(proxy, self.configuration)
        return way

    async def open(self) -> aiohttp.ClientSession:
        """A session for the running event loop; one of a loop that has ended is given up."""
        if self.session is not None:
            await self.close()
        self.loop = asyncio.get_running_loop()
        connector = aiohttp.TCPConnector(limit=self.configuration.connection_pool_maxsize)
        with suppress(AttributeError):  # TLS that a server does not end: ended after 2 s, and by close()
            connector._cleanup_closed_disabled = False
            connector._cleanup_closed()
        self.session = aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar())
        self.session._retry_connection = False  # it would send a DELETE twice; the engine knows what may be repeated
        return self.session

    async def close(self) -> None:
        """Close the connections that are kept."""
        session, self.session = self.session, None
        if session is None:
            return
        if self.loop is asyncio.get_running_loop():
            await session.close()
            await asyncio.sleep(0)  # what was given up is closed in the loop's next round
        else:  # of another event loop, where it cannot be closed from here
            session.detach()

    def forget(self) -> None:
        """In the child of a fork: the connections are the parent's."""
        if self.session is not None:
            OF_PARENT.append(self.session)
            self.session = None


@lru_cache(maxsize=256)
def timeout(hundredths: int | None, connect: float | None, read: float | None) -> aiohttp.ClientTimeout:
    """How long aiohttp waits for what; one for many calls, because to make one takes its time."""
    total = None if hundredths is None else hundredths / 100
    return aiohttp.ClientTimeout(total=total, connect=connect, sock_connect=connect, sock_read=read)


async def whole(raw: aiohttp.ClientResponse, most: int | None) -> bytes:
    """The whole content, decompressed; an error when it is longer than may be."""
    told = None if "Content-Encoding" in raw.headers else raw.content_length
    if most is None or (told is not None and told <= most):
        return await raw.read()
    content, complete = bytearray(), False
    try:
        while told is None and len(content) <= most:
            piece = await raw.content.readany()
            if not piece:
                complete = True
                return bytes(content)
            content += piece
        raise too_large(raw.status, most)
    finally:
        if not complete:
            raw.close()


def of_aiohttp(error: Exception, send: Send) -> ApiConnectionError:
    """Our error for one of aiohttp's."""
    cause = getattr(error, "certificate_error", None) or getattr(error, "os_error", None) or error
    if isinstance(cause, ssl.SSLError):
        return no_trust(send, cause)
    if isinstance(error, (aiohttp.ClientProxyConnectionError, aiohttp.ClientHttpProxyError)):
        return never_sent(f"the proxy failed: {cause}", "see Configuration.proxy and HTTPS_PROXY")
    if isinstance(error, aiohttp.ConnectionTimeoutError):
        return late_connection(send)
    if isinstance(error, asyncio.TimeoutError):
        return late_answer(send)
    if isinstance(error, aiohttp.ClientConnectorError):
        return no_connection(send, cause)
    return broken(send, error)


def quiet(error: Exception) -> Exception:
    """The error without the headers that aiohttp keeps in some: those of the request, and those of the answer."""
    if isinstance(error, aiohttp.ServerDisconnectedError):
        error.message = "Server disconnected"
        error.args = (error.message,)
    elif isinstance(error, aiohttp.ClientResponseError):
        error.request_info = error.request_info._replace(headers=CIMultiDictProxy(CIMultiDict()))
        error.headers, error.history = None, ()
        error.args = (error.request_info, error.history)
    return error


class MadeResponse:
    """An answer that was made here of several: what users of aiohttp's response read of it."""

    def __init__(self, response: Response) -> None:
        self.status, self.reason, self.headers = response.status, response.reason, response.headers
        self._content = response.content

    async def read(self) -> bytes:
        """The body."""
        return self._content

    async def text(self) -> str:
        """The body as text."""
        return self._content.decode()

    async def json(self) -> Any:
        """The body's value."""
        return parse(self._content)

    def close(self) -> None:
        """Nothing is open."""

    def release(self) -> None:
        """Nothing is held."""
