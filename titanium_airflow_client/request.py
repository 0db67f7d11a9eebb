"""The values a call is made of. No I/O here."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Generic, TypedDict, TypeVar

import msgspec

if TYPE_CHECKING:
    import urllib3

    from .retry import Retry

if sys.version_info >= (3, 11):
    from typing import Unpack as Unpack
else:
    from typing_extensions import Unpack as Unpack

T_co = TypeVar("T_co", covariant=True)


class CallOptions(TypedDict, total=False):
    """What every operation takes beside its own arguments, and every procedure for each of its calls.

    - `_request_timeout`: seconds for the whole of connecting and reading, or `(connect, read)`.
    - `_request_auth`: credentials of this call alone, `{"type": ..., "in": "header", "key": ..., "value": ...}`.
    - `_content_type`: the `Content-Type` of the body; only JSON is understood by Airflow.
    - `_headers`: headers to add or to replace.
    - `_retries`: how this call is repeated: a number, a `Retry` or an `urllib3.Retry`; default `Configuration.retries`.
    - `_deadline`: seconds for the whole call, repetitions, pauses and a new token included; None: as long as it takes.
      Default: `deadline` of the `Retry`, 300.
    - `_host_index`: which of the configured hosts; there is one, 0.
    - `_check_input_type`, `_check_return_type`, `_spec_property_naming`: of older generators; accepted, not needed.
    """

    _request_timeout: float | tuple[float | None, float | None] | None
    _request_auth: Mapping[str, Any] | None
    _content_type: str | None
    _headers: Mapping[str, str] | None
    _retries: int | Retry | urllib3.Retry | None
    _deadline: float | None
    _host_index: int
    _check_input_type: bool
    _check_return_type: bool
    _spec_property_naming: bool


class Options(CallOptions, total=False):
    """What operations take: `CallOptions`, and of an `iter_...` how many pages are fetched at once, 1 by default."""

    concurrency: int


class Route(msgspec.Struct, frozen=True):
    """An operation's name, its method, and its path on each generation of the API: None where it does not exist."""

    name: str
    method: str
    v1: str | None
    v2: str | None
    since: str = ""
    """The release that brought it, such as `2.10` or `3.1`; empty when its generation had it from the beginning."""
    reads: bool = False
    """Whether it only reads, though its method is not that of a read: then it may be repeated as a read may."""


class Request(msgspec.Struct, Generic[T_co], frozen=True, kw_only=True):
    """One call, filled in, in the language of the documented API. The dialect puts it into the server's."""

    into: type[T_co]
    path: Mapping[str, object] = {}
    query: Mapping[str, object] = {}
    body: object = None
    body_type: type | None = None
    """The model that the body must fit; a dict is checked against it."""
    text: str | Callable[[str], Any] | None = None
    """The field of `into` that a plain text answer becomes, or what makes an `into` of it; None where none can come."""
    options: Options = {}

    def __repr__(self) -> str:
        return f"<Request for {self.into.__name__}>"  # its body and its options may hold secrets


class Send(msgspec.Struct, frozen=True):
    """What goes to the transport: one exchange with the server."""

    method: str
    origin: str
    """Scheme, host and port: `https://airflow.example.com:8443`."""
    target: str
    """Path and query, encoded."""
    headers: Mapping[str, str]
    body: bytes | None = None
    timeout: tuple[float | None, float | None] = (None, None)
    """Seconds to connect, and to wait for each piece of the answer; None waits for ever."""
    ends: float | None = None
    """When the answer must be there, by `time.monotonic()`; of one that is streamed, its head. None: whenever it is."""
    stream: bool = False
    """Leave the content to be read from `Response.raw`."""

    @property
    def url(self) -> str:
        """The address in full."""
        return self.origin + self.target

    def __repr__(self) -> str:
        return f"<Send {self.method} {self.url}>"  # its headers hold credentials


class Response(msgspec.Struct, frozen=True):
    """What came back."""

    status: int
    reason: str
    headers: Mapping[str, str]
    """By name, in any case of letters."""
    content: bytes
    """The body, decompressed; empty when it was left to be streamed."""
    raw: Any = None
    """The response as the HTTP library made it."""

    def __repr__(self) -> str:
        return f"<Response {self.status}, {len(self.content)} bytes>"  # its headers and its content may hold secrets
