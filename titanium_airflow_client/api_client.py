"""The clients: what runs a call, blocking or awaited. `with` and `async with` close their connections."""

from __future__ import annotations

import io
import logging
import threading
import time
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

import msgspec

from . import __version__
from .configuration import Configuration
from .drift import Drifts
from .exceptions import ApiException
from .exchange import Exclusive, Together
from .forked import HOLDERS
from .request import Response, Send

if TYPE_CHECKING:
    from types import TracebackType

    import urllib3
    from typing_extensions import Self

    from .auth import Token
    from .drift import Report
    from .exchange import Flow, Step
    from .server import Server
    from .transport import AsyncTransport, Transport

T = TypeVar("T")

LOG = logging.getLogger("titanium_airflow_client")


class _Client:
    """What both clients have: settings, headers, and what they have noticed."""

    def __init__(
        self,
        configuration: Configuration | None,
        header_name: str | None,
        header_value: str | None,
        cookie: str | None,
    ) -> None:
        self.configuration = Configuration.get_default() if configuration is None else configuration
        self.default_headers = {"User-Agent": f"titanium-airflow-client/{__version__}"}
        if header_name is not None and header_value is not None:
            self.default_headers[header_name] = header_value
        self.cookie = cookie
        if cookie is not None:
            self.default_headers["Cookie"] = cookie
        self.drift = Drifts()
        """Values that did not fit their models, and fields that no model has: the first of each kind."""
        self.server: Server | None = None
        """Which Airflow answers; None before the first call, and without its release until that matters."""
        self.found_at = ""
        self.token: Token | None = None

    @property
    def user_agent(self) -> str:
        """What the client calls itself."""
        return self.default_headers["User-Agent"]

    @user_agent.setter
    def user_agent(self, value: str) -> None:
        self.default_headers["User-Agent"] = value

    def set_default_header(self, header_name: str, header_value: str) -> None:
        """Send this header with every call."""
        self.default_headers[header_name] = header_value

    def sanitize_for_serialization(self, obj: object) -> Any:
        """A model, or anything that holds models, as plain JSON values."""
        return msgspec.to_builtins(obj)

    @property
    def report(self) -> Report:
        """Who hears of what does not fit its model."""
        return self.drift

    def _log(self, send: Send, outcome: Response | ApiException, began: float) -> None:
        what = outcome.status if isinstance(outcome, Response) else outcome.reason
        LOG.debug("%s %s: %s in %.3f s", send.method, send.target, what, time.perf_counter() - began)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.configuration!r})"


class ApiClient(_Client):
    """Calls that block. Threads may share one client.

    - `configuration`: the settings; default `Configuration.get_default()`.
    - `header_name`, `header_value`: a header to send with every call.
    - `cookie`: a `Cookie` header to send with every call.
    - `transport`: another way to exchange HTTP than urllib3.

    It works with `with` and without; `with` closes the connections at the end.
    """

    _default: ClassVar[ApiClient | None] = None

    def __init__(
        self,
        configuration: Configuration | None = None,
        header_name: str | None = None,
        header_value: str | None = None,
        cookie: str | None = None,
        *,
        transport: Transport | None = None,
    ) -> None:
        super().__init__(configuration, header_name, header_value, cookie)
        if transport is None:
            from .transport import Urllib3Transport

            transport = Urllib3Transport(self.configuration)
        self.transport: Transport = transport
        self.lock = threading.Lock()
        HOLDERS.add(self)

    @classmethod
    def get_default(cls) -> ApiClient:
        """The client of an API group that was given none."""
        if ApiClient._default is None:
            ApiClient._default = ApiClient()
        return ApiClient._default

    @classmethod
    def set_default(cls, default: ApiClient | None) -> None:
        """Use this client where none is given."""
        ApiClient._default = default

    def as_if_read(self, response: Response) -> urllib3.BaseHTTPResponse:
        """An answer that a recipe made, as urllib3 would give it."""
        import urllib3

        return urllib3.HTTPResponse(
            io.BytesIO(response.content),
            urllib3.HTTPHeaderDict(response.headers.items()),
            response.status,
            reason=response.reason,
            preload_content=False,
        )

    def run(self, flow: Flow[T]) -> T:
        """Drive a call to its end, blocking."""
        try:
            step: Step = next(flow)
            while True:
                if isinstance(step, Send):
                    began = time.perf_counter()
                    try:
                        outcome = self.transport.send(step)
                    except ApiException as error:
                        self._log(step, error, began)
                        step = flow.throw(error)
                    else:
                        if LOG.isEnabledFor(logging.DEBUG):
                            self._log(step, outcome, began)
                        step = flow.send(outcome)
                elif isinstance(step, Exclusive):
                    self.run_alone(step)
                    step = next(flow)
                elif isinstance(step, Together):
                    step = flow.send(self.run_together(step))
                else:
                    time.sleep(step.seconds)
                    step = next(flow)
        except StopIteration as end:
            return cast("T", end.value)

    def run_alone(self, step: Exclusive) -> None:
        """Drive a flow when its turn comes, if it comes in time."""
        if self.lock.acquire(timeout=-1 if step.ends is None else max(0.0, step.ends - time.monotonic())):
            try:
                self.run(step.flow)
            finally:
                self.lock.release()

    def run_together(self, step: Together) -> list[Any]:
        """Drive several flows, each in a thread; those that have not begun are given up when this is interrupted."""
        from concurrent.futures import ThreadPoolExecutor

        def outcome(flow: Flow[Any]) -> Any:
            try:
                return self.run(flow)
            except Exception as error:  # noqa: BLE001 - it is the result of this one
                return error

        threads = ThreadPoolExecutor(step.limit)
        try:
            return list(threads.map(outcome, step.flows))
        finally:
            threads.shutdown(cancel_futures=True)

    def forget(self) -> None:
        """In the child of a fork: the lock may be held by a thread of the parent."""
        self.lock = threading.Lock()

    def close(self) -> None:
        """Close the connections. A later call opens new ones."""
        self.transport.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()


class AsyncApiClient(_Client):
    """Calls that are awaited. Tasks may share one client. Needs the extra `async`.

    Its arguments are those of `ApiClient`; `transport` is another way to exchange HTTP than aiohttp.
    """

    def __init__(
        self,
        configuration: Configuration | None = None,
        header_name: str | None = None,
        header_value: str | None = None,
        cookie: str | None = None,
        *,
        transport: AsyncTransport | None = None,
    ) -> None:
        import asyncio  # here, because blocking clients can do without: it is a third of what they load

        super().__init__(configuration, header_name, header_value, cookie)
        if transport is None:
            from .aiohttp_transport import AiohttpTransport

            transport = AiohttpTransport(self.configuration)
        self.transport: AsyncTransport = transport
        self.lock, self.sleep = asyncio.Lock(), asyncio.sleep
        HOLDERS.add(self)

    def as_if_read(self, response: Response) -> Any:
        """An answer that a recipe made, in the form of aiohttp's."""
        from .aiohttp_transport import MadeResponse

        return MadeResponse(response)

    async def run(self, flow: Flow[T]) -> T:
        """Drive a call to its end, awaiting."""
        try:
            step: Step = next(flow)
            while True:
                if isinstance(step, Send):
                    began = time.perf_counter()
                    try:
                        outcome = await self.transport.send(step)
                    except ApiException as error:
                        self._log(step, error, began)
                        step = flow.throw(error)
                    else:
                        if LOG.isEnabledFor(logging.DEBUG):
                            self._log(step, outcome, began)
                        step = flow.send(outcome)
                elif isinstance(step, Exclusive):
                    await self.run_alone(step)
                    step = next(flow)
                elif isinstance(step, Together):
                    step = flow.send(await self.run_together(step))
                else:
                    await self.sleep(step.seconds)
                    step = next(flow)
        except StopIteration as end:
            return cast("T", end.value)

    async def run_alone(self, step: Exclusive) -> None:
        """Drive a flow when its turn comes, if it comes in time."""
        import asyncio

        try:
            await asyncio.wait_for(self.lock.acquire(), None if step.ends is None else step.ends - time.monotonic())
        except asyncio.TimeoutError:
            return
        try:
            await self.run(step.flow)
        finally:
            self.lock.release()

    async def run_together(self, step: Together) -> list[Any]:
        """Drive several flows, each in a task; all are given up when this is cancelled."""
        import asyncio

        turn = asyncio.Semaphore(step.limit)

        async def outcome(flow: Flow[Any]) -> Any:
            async with turn:
                try:
                    return await self.run(flow)
                except Exception as error:  # noqa: BLE001 - it is the result of this one
                    return error

        return await asyncio.gather(*map(outcome, step.flows))

    def forget(self) -> None:
        """In the child of a fork: the lock may be held by a task of the parent."""
        self.lock = type(self.lock)()

    async def close(self) -> None:
        """Close the connections. A later call opens new ones."""
        await self.transport.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        await self.close()
