"""Answers that end in time and are not too large, whatever a server does: urllib3 bounds the wait for a piece alone."""

from __future__ import annotations

import io
import threading
import time
from http.client import HTTPResponse
from typing import TYPE_CHECKING, Any

from .exceptions import UnexpectedAnswer

if TYPE_CHECKING:
    import socket

    import urllib3

PIECE = 65536


class Due(threading.local):
    """When the answer that this thread waits for must be there."""

    ends: float | None = None
    pieces: Pieces | None = None
    """What it is read from."""


DUE = Due()


class Pieces(io.RawIOBase):
    """The bytes that come through a socket, until the time is up."""

    def __init__(self, raw: io.RawIOBase, sock: socket.socket, ends: float) -> None:
        self.raw, self.sock = raw, sock
        self.ends: float | None = ends
        self.patience = sock.gettimeout()

    def readable(self) -> bool:
        """A buffer asks for that."""
        return True

    def readinto(self, buffer: Any) -> int | None:
        """The next piece; waits for it no longer than there is time."""
        if self.ends is not None:
            left = self.ends - time.monotonic()
            if left <= 0:
                raise TimeoutError
            if self.patience is None or left < self.patience:
                self.sock.settimeout(left)
        return self.raw.readinto(buffer)

    def close(self) -> None:
        """Let go of the socket."""
        self.raw.close()
        super().close()

    def take_your_time(self) -> None:
        """What is still to come is read by somebody else, as slowly as it comes."""
        self.ends = None
        if self.sock.fileno() >= 0:
            self.sock.settimeout(self.patience)


class InTime(HTTPResponse):
    """An answer that is read until the time is up."""

    def __init__(self, sock: socket.socket, *args: Any, **options: Any) -> None:
        super().__init__(sock, *args, **options)
        if DUE.ends is not None:
            DUE.pieces = Pieces(self.fp.detach(), sock, DUE.ends)
            self.fp = io.BufferedReader(DUE.pieces)


def in_time(pool: urllib3.HTTPConnectionPool) -> urllib3.HTTPConnectionPool:
    """The pool, with connections whose answers end in time."""
    kind = pool.ConnectionCls
    pool.ConnectionCls = type(kind.__name__, (kind,), {"response_class": InTime})
    return pool


def content_of(raw: urllib3.BaseHTTPResponse, most: int | None) -> bytes:
    """The whole content, decompressed; an error when it is longer than may be."""
    told = None if "Content-Encoding" in raw.headers else getattr(raw, "length_remaining", None)
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
