"""Answers that end in time and are not too large, whatever a server does: urllib3 bounds the wait for a piece alone."""

from __future__ import annotations

import socket
import threading
import time
from http.client import HTTPException, HTTPResponse
from typing import TYPE_CHECKING, Any

from urllib3.exceptions import ConnectTimeoutError, HTTPError, InvalidHeader, NewConnectionError

from .exceptions import UnexpectedAnswer

if TYPE_CHECKING:
    import urllib3

PIECE = 65536


class Due(threading.local):
    """When the answer that this thread waits for must be there."""

    ends: float | None = None
    pieces: Pieces | None = None
    """What it is read from."""


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
        DUE.pieces = self.pieces = pieces

    def begin(self) -> None:
        """Read the head. Python takes the end of the connection for its end, and passes over what is no header."""
        while True:
            super().begin()
            if self.pieces.ended or self.msg.defects or self.status == 101:
                raise HTTPException
            if self.status >= 200:
                return
            self.headers = self.msg = None  # type: ignore[assignment]  # early hints: Python passes over 100 alone


class Connection:
    """A connection whose answers end in time, and that was never made unless its TLS was."""

    response_class = InTime

    def connect(self) -> None:
        """Open it."""
        try:
            super().connect()  # type: ignore[misc]
        except HTTPError:
            raise
        except TimeoutError as error:
            raise ConnectTimeoutError(self, "TLS was not ready in time") from error
        except OSError as error:
            if type(error).__name__ in ("SSLEOFError", "SSLZeroReturnError") or not hasattr(error, "library"):
                raise NewConnectionError(self, "the server closed the connection") from error  # type: ignore[arg-type]
            raise  # what TLS itself refuses


def in_time(pool: urllib3.HTTPConnectionPool) -> urllib3.HTTPConnectionPool:
    """The pool, with connections whose answers end in time."""
    kind = pool.ConnectionCls
    ours: Any = type(kind.__name__, (Connection, kind), {})
    pool.ConnectionCls = ours
    return pool


def content_of(raw: urllib3.BaseHTTPResponse, most: int | None) -> bytes:
    """The whole content, decompressed; an error when it is longer than may be."""
    told = None if "Content-Encoding" in raw.headers else getattr(raw, "length_remaining", None)
    if told is None and not raw.headers.get("Content-Length", "0").isdecimal():
        raw.close()
        raise InvalidHeader("Content-Length")
    if most is None or (told is not None and told <= most):
        return raw.read()
    content = bytearray()
    while told is None and len(content) <= most:
        piece = raw.read(PIECE)
        if not piece:
            return bytes(content)
        content += piece
    raw.close()
    raise too_large(raw.status, most)


def too_large(status: int, most: int) -> UnexpectedAnswer:
    """The error for an answer that is longer than may be."""
    return UnexpectedAnswer(
        status,
        f"the answer is longer than {most} bytes",
        hint="Configuration.max_response_size allows more; ..._without_preload_content leaves it to be read in pieces",
    )
