"""A server on loopback that answers what a test tells it to, byte by byte, and keeps what it was asked."""

from __future__ import annotations

import json
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


@dataclass
class Scripted:
    """The server. `script` is consumed one step a request; its last step is repeated."""

    tls: ssl.SSLContext | None = None
    script: list[Step] = field(default_factory=lambda: [answer({})])
    asked: list[Asked] = field(default_factory=list)
    connections: int = 0
    current: threading.local = field(default_factory=threading.local)
    """`asked`: the request that this thread of the server is answering."""

    def __enter__(self) -> Scripted:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.threads: list[threading.Thread] = []
        self.thread = threading.Thread(target=self.listen, daemon=True)
        self.thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self.thread.join(5)

    @property
    def url(self) -> str:
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self.listener.getsockname()[1]}/api/v1"

    def listen(self) -> None:
        while True:
            try:
                connection, _ = self.listener.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self.serve, args=(connection,), daemon=True).start()

    def serve(self, connection: socket.socket) -> None:
        try:
            if self.tls:
                connection = self.tls.wrap_socket(connection, server_side=True)
            with connection, connection.makefile("rb") as reader:
                while asked := self.read(reader):
                    self.asked.append(asked)
                    self.current.asked = asked
                    step = self.script.pop(0) if len(self.script) > 1 else self.script[0]
                    if not step(connection):
                        return
        except OSError:
            connection.close()

    def read(self, reader: Any) -> Asked | None:
        first = reader.readline().decode("latin-1").split()
        if len(first) != 3:
            return None
        headers = {}
        while line := reader.readline().decode("latin-1").rstrip("\r\n"):
            name, _, value = line.partition(":")
            headers[name.lower()] = value.strip()
        return Asked(first[0], first[1], headers, reader.read(int(headers.get("content-length", 0))))
