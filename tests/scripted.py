"""A server on loopback that answers what a test tells it to, byte by byte, and keeps what it was asked."""

from __future__ import annotations

import contextlib
import json
import select
import socket
import ssl
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Step = Callable[[socket.socket], bool]
"""What is done with one request; True keeps the connection open."""


@dataclass
class Asked:
    """A request as it arrived."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes


def answer(
    body: Any = b"",
    status: int = 200,
    content_type: str | None = "application/json",
    close: bool = False,
    **headers: str,
) -> Step:
    """A complete answer; a body that is not bytes is sent as JSON."""
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    if content_type is not None:
        names.setdefault("Content-Type", content_type)
    names.setdefault("Content-Length", str(len(content)))
    if close:
        names["Connection"] = "close"
    head = f"HTTP/1.1 {status} {REASONS.get(status, 'Strange')}\r\n" + "".join(
        f"{n}: {v}\r\n" for n, v in names.items()
    )
    return raw(head.encode() + b"\r\n" + content, keep=not close)


REASONS = {200: "OK", 204: "No Content", 404: "Not Found", 503: "Service Unavailable"}


def raw(data: bytes, keep: bool = False) -> Step:
    """These bytes, then the end of the connection."""

    def step(connection: socket.socket) -> bool:
        connection.sendall(data)
        return keep

    return step


def reset(connection: socket.socket) -> bool:
    """The connection breaks."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
    return False


def silence(seconds: float) -> Step:
    """Nothing comes."""

    def step(connection: socket.socket) -> bool:
        time.sleep(seconds)
        return False

    return step


def patience(connection: socket.socket, seconds: float) -> None:
    """Wait so long, or until the client has given up."""
    with contextlib.suppress(OSError, ValueError):
        select.select([connection], [], [], seconds)


@dataclass
class Scripted:
    """The server. `script` is consumed one step a request; its last step is repeated."""

    tls: ssl.SSLContext | None = None
    script: list[Step] = field(default_factory=lambda: [answer({})])
    asked: list[Asked] = field(default_factory=list)
    connections: int = 0
    open: int = 0
    """How many of the connections the client has not closed."""
    current: threading.local = field(default_factory=threading.local)
    """`asked`: the request that this thread of the server is answering."""

    def __enter__(self) -> Scripted:
        self.lock = threading.Lock()
        self.begin(0)
        return self

    def begin(self, port: int) -> None:
        """Listen, at a port or at any."""
        self.listener = socket.create_server(("127.0.0.1", port))
        self.thread = threading.Thread(target=self.listen, daemon=True)
        self.thread.start()

    def end(self) -> None:
        """Refuse connections; those that are open go on."""
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self.thread.join(5)

    def __exit__(self, *_: object) -> None:
        self.end()

    @property
    def url(self) -> str:
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self.listener.getsockname()[1]}/api/v1"

    def listen(self) -> None:
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            with self.lock:
                self.connections += 1
                self.open += 1
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection: socket.socket) -> None:
        """One connection, to its end."""
        try:
            with connection:
                if self.greet(connection):
                    self.converse(connection)
        except OSError:
            pass
        finally:
            with self.lock:
                self.open -= 1

    def greet(self, connection: socket.socket) -> bool:
        """What is done before anything is read; True goes on."""
        return True

    def converse(self, connection: socket.socket) -> None:
        """One request after another."""
        secure = self.tls.wrap_socket(connection, server_side=True) if self.tls else connection
        with secure, secure.makefile("rb") as reader:
            while asked := self.read_head(reader):
                step = self.early(asked)
                if step is None:
                    asked.body = reader.read(int(asked.headers.get("content-length", 0)))
                    self.asked.append(asked)
                    self.current.asked = asked
                    step = self.next(asked)
                if not step(secure):
                    return

    def early(self, asked: Asked) -> Step | None:
        """What is done when the headers have come and the body has not; None reads on."""
        return None

    def next(self, asked: Asked) -> Step:
        """What is done with a whole request."""
        return self.script.pop(0) if len(self.script) > 1 else self.script[0]

    def read_head(self, reader: Any) -> Asked | None:
        first = reader.readline().decode("latin-1").split()
        if len(first) != 3:
            return None
        headers = {}
        while line := reader.readline().decode("latin-1").rstrip("\r\n"):
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        return Asked(first[0], first[1], headers, b"")
