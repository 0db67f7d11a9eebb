"""Answers that end in time and are not too large, whatever a server does: urllib3 bounds the wait for a piece alone.

They are read here, once for all, without urllib3's own response, which is made to be streamed from and costs more.
"""

from __future__ import annotations

import socket
import sys
import threading
import time
from http.client import HTTPConnection, HTTPException, HTTPResponse
from typing import TYPE_CHECKING, Any

from urllib3 import HTTPHeaderDict
from urllib3 import HTTPResponse as Decoded
from urllib3.exceptions import ConnectTimeoutError, HTTPError, InvalidHeader, NewConnectionError

from .exceptions import UnexpectedAnswer

if TYPE_CHECKING:
    import urllib3
    from urllib3.connection import HTTPConnection as Base
else:
    Base = object

PIECE = 65536
FRAMING = frozenset({"content-length", "transfer-encoding"})


class Due(threading.local):
    """What this thread waits for: when the answer must be there, and what of it."""

    ends: float | None = None
    patience: float | None = None
    """Seconds to wait for each piece of it."""
    stream: bool = False
    """Whether its content is left to be read by somebody else."""
    most: int | None = None
    """How many bytes it may have."""


DUE = Due()


class Pieces(socket.SocketIO):
    """The bytes that come through a socket, until the time is up. One that is there becomes one: that costs least."""

    sock: socket.socket
    ends: float | None
    patience: float | None
    ended = False

    def readinto(self, b: Any) -> int | None:
        """The next piece; waits for it no longer than there is time."""
        if self.ends is not None:
            left = self.ends - time.monotonic()
            if left <= 0:
                raise TimeoutError
            if self.patience is None or left < self.patience:
                self.sock.settimeout(left)
        count = super().readinto(b)
        if not count:
            self.ended = True
        return count

    def take_your_time(self) -> None:
        """What is still to come is read by somebody else, as slowly as it comes."""
        self.ends = None
        if self.sock.fileno() >= 0:
            self.sock.settimeout(self.patience)


class InTime(HTTPResponse):
    """An answer that is read until the time is up, and whose head is whole."""

    def __init__(self, sock: socket.socket, *args: Any, **options: Any) -> None:
        super().__init__(sock, *args, **options)
        pieces: Any = self.fp.raw
        pieces.__class__ = Pieces
        pieces.sock, pieces.ends, pieces.patience = sock, DUE.ends, sock.gettimeout()
        self.pieces = pieces

    def begin(self) -> None:
        """Read the head. Python takes the end of the connection for its end, and passes over what is no header."""
        while True:
            super().begin()
            if self.pieces.ended or self.msg.defects or self.status == 101:
                raise HTTPException
            if self.status >= 200:
                break
            self.headers = self.msg = None  # type: ignore[assignment]  # early hints: Python passes over 100 alone
        if DUE.stream:
            self.pieces.take_your_time()


class Connection(Base):
    """A connection whose answers end in time and come whole, and that was never made unless its TLS was."""

    response_class = InTime
    putheader = HTTPConnection.putheader  # urllib3's looks for headers to leave out, of which there are none

    def connect(self) -> None:
        """Open it."""
        try:
            super().connect()
        except HTTPError:
            raise
        except TimeoutError as error:
            raise ConnectTimeoutError(self, "TLS was not ready in time") from error
        except OSError as error:
            if type(error).__name__ in ("SSLEOFError", "SSLZeroReturnError") or not hasattr(error, "library"):
                raise NewConnectionError(self, "the server closed the connection") from error
            raise  # what TLS itself refuses

    def request(self, method: str, url: str, body: Any = None, headers: Any = None, **options: Any) -> None:
        """Send a request. To set a timeout lets other threads in, each time: so only where it is another."""
        names = {name.lower() for name in headers}
        if DUE.stream or not FRAMING.isdisjoint(names):
            return super().request(method, url, body=body, headers=headers, **options)
        if self.sock is not None and self.sock.gettimeout() != DUE.patience:
            self.sock.settimeout(DUE.patience)
        self.putrequest(method, url, skip_host="host" in names, skip_accept_encoding="accept-encoding" in names)
        if body is not None or method in ("POST", "PUT", "PATCH"):
            self.putheader("Content-Length", str(len(body or b"")))
        for name, value in headers.items():
            self.putheader(name, value)
        self.endheaders(body)

    def getresponse(self) -> Any:
        """The answer, with its content where that is not left to others."""
        if DUE.stream:
            return super().getresponse()
        if self.sock.gettimeout() != self.timeout:
            self.sock.settimeout(self.timeout)
        return Whole(HTTPConnection.getresponse(self))


class Whole:
    """An answer that has come, as far as a pool and a transport ask."""

    def __init__(self, answer: HTTPResponse) -> None:
        self.status, self.reason, self.headers = answer.status, answer.reason, answer.headers
        try:
            self.content = content_of(answer, DUE.most)
        except BaseException:
            answer.close()
            raise

    def __getattr__(self, name: str) -> None:
        """What else urllib3 writes into its log."""


def in_time(pool: urllib3.HTTPConnectionPool) -> urllib3.HTTPConnectionPool:
    """The pool, with connections whose answers end in time."""
    kind = pool.ConnectionCls
    ours: Any = type(kind.__name__, (Connection, kind), {})
    pool.ConnectionCls = ours
    return pool


def content_of(answer: HTTPResponse, most: int | None) -> bytes:
    """The whole content, decompressed; an error when it is longer than may be."""
    headers = answer.headers
    if (told := headers.get_all("Content-Length")) and (not told[0].isdecimal() or len(set(told)) > 1):
        raise InvalidHeader("Content-Length")
    plain = "Content-Encoding" not in headers
    if plain and (most is None or (answer.length is not None and answer.length <= most)):
        return answer.read()
    most = sys.maxsize if most is None else most
    pieces: Any = (
        answer if plain else Decoded(answer, HTTPHeaderDict(headers.items()), answer.status, preload_content=False)
    )
    content = bytearray()
    while len(content) <= most and (answer.length is None or not plain):
        piece = pieces.read(PIECE)
        if not piece:
            return bytes(content)
        content += piece
    raise too_large(answer.status, most)


def too_large(status: int, most: int) -> UnexpectedAnswer:
    """The error for an answer that is longer than may be."""
    return UnexpectedAnswer(
        status,
        f"the answer is longer than {most} bytes",
        hint="Configuration.max_response_size allows more; ..._without_preload_content leaves it to be read in pieces",
    )
