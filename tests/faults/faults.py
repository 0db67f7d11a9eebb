"""Everything that goes wrong with an exchange, each at its point."""

from __future__ import annotations

import contextlib
import gzip
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from typing import Any

from tests.faults.airflow import Act, Faulty, Good, jwt
from tests.scripted import Step, answer, patience, raw, reset

SHORT = 0.3
"""Seconds that a client waits where the server is silent."""
ENDLESS = 4.0
"""Seconds after which what has no end ends all the same, so that a client that would wait for ever fails its test."""


@dataclass(frozen=True)
class Fault:
    name: str
    act: Act
    point: str = "request"
    """When it strikes: at the "connect"ion, when the "headers" of the request are there, or the whole "request"."""
    body: bool = False
    """Whether there must be a body to strike at."""
    timeout: float = 5.0
    deadline: float = 20.0
    tls: bool = False
    refuses: bool = False
    """Whether nobody listens."""
    lax: bool = False
    """Whether the two HTTP libraries take it differently, neither of them for what it is not."""
    declines: bool = False
    """Whether the server says by it that it has done nothing, and that the request may be sent again."""

    def step(self, server: Faulty, good: Good) -> Step:
        return self.act(server, good)

    def at_connect(self, connection: socket.socket) -> bool:
        """For those at the connection: done before anything is read."""
        return self.act(None, None)(connection)  # type: ignore[arg-type]


def send(*pieces: bytes, pause: float = 0.0, then: Callable[[socket.socket], Any] | None = None) -> Step:
    """These pieces; then the end of the connection, or something else before it."""

    def step(connection: socket.socket) -> bool:
        for piece in pieces:
            connection.sendall(piece)
            if pause:
                time.sleep(pause)
        if then is not None:
            then(connection)
        return False

    return step


def stall(connection: socket.socket) -> bool:
    """Silence, until the client has enough."""
    ends = time.monotonic() + ENDLESS
    connection.settimeout(ENDLESS)
    with contextlib.suppress(OSError):
        while time.monotonic() < ends and connection.recv(65536):
            pass
    return False


def close(connection: socket.socket) -> bool:
    return False


def unread(then: Step) -> Step:
    """The end, once the client has made its connection and sends."""

    def step(connection: socket.socket) -> bool:
        patience(connection, ENDLESS)
        return then(connection)

    return step


def endless(piece: bytes, before: bytes = b"", pause: float = 0.0) -> Step:
    """The same again and again, until the client has enough."""

    def step(connection: socket.socket) -> bool:
        ends = time.monotonic() + ENDLESS
        with contextlib.suppress(OSError):
            connection.sendall(before)
            while time.monotonic() < ends:
                connection.sendall(piece)
                if pause:
                    patience(connection, pause)
        return False

    return step


def chunked(good: Good) -> bytes:
    return good.head(Content_Length=None, Transfer_Encoding="chunked")


def chunk(data: bytes) -> bytes:
    return b"%x\r\n%s\r\n" % (len(data), data)


def status(code: int, body: bytes = b'{"detail": "no"}', content_type: str = "application/json", **headers: Any) -> Act:
    return lambda server, good: answer(body, code, content_type, **headers)


def instead(body: bytes, content_type: str = "application/json", code: int = 200) -> Act:
    return lambda server, good: answer(body, code, content_type)


def moved(code: int, where: Callable[[Faulty], str]) -> Act:
    return lambda server, good: answer(b"", code, Location=where(server))


def asked(server: Faulty) -> str:
    target: str = server.current.asked.target
    return target


def late(first: bytes, rest: bytes) -> Step:
    """A first piece, and the rest so much later that a client that took it for all has gone on."""

    def step(connection: socket.socket) -> bool:
        connection.sendall(first)
        time.sleep(0.1)
        connection.sendall(rest)
        return True

    return step


def date(seconds: float) -> str:
    return format_datetime(datetime.now(timezone.utc) + timedelta(seconds=seconds), usegmt=True)


def bomb(size: int) -> bytes:
    return gzip.compress(bytes(size), 9)


FORGED = b'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n{"dag_id": "forged"}'
BOMB = bomb(8 << 20)

FAULTS = [
    Fault("none", lambda server, good: good.step()),
    # -- the connection
    Fault("refused", lambda server, good: close, "connect", refuses=True),
    Fault("closed before the request is read", lambda server, good: unread(close), "connect"),
    Fault("accepted, then silence", lambda server, good: stall, "connect", timeout=SHORT),
    Fault("TLS: closed in the handshake", lambda server, good: unread(close), "connect", tls=True),
    Fault("TLS: silence in the handshake", lambda server, good: stall, "connect", tls=True, timeout=SHORT),
    Fault("TLS: plain text", lambda server, good: unread(send(b"HTTP/1.1 200 OK\r\n\r\n")), "connect", tls=True),
    Fault(
        "TLS: not ended by the server",
        lambda server, good: send(good.bytes(Connection="close"), then=lambda _: time.sleep(1)),
        tls=True,
    ),
    # -- the request
    Fault("closed after the request's headers", lambda server, good: close, "headers"),
    Fault("reset after the request's headers", lambda server, good: reset, "headers"),
    Fault("silence after the request's headers", lambda server, good: stall, "headers", timeout=SHORT),
    Fault("closed after the request", lambda server, good: close),
    Fault("reset after the request", lambda server, good: reset),
    Fault("silence after the request", lambda server, good: stall, timeout=SHORT),
    # -- the head of the answer
    Fault("closed in the status line", lambda server, good: send(b"HTTP/1.1 2")),
    Fault("reset in the status line", lambda server, good: send(b"HTTP/1.1 2", then=reset)),
    Fault("silence in the status line", lambda server, good: send(b"HTTP/1.1 2", then=stall), timeout=SHORT),
    Fault("closed in the headers", lambda server, good: send(good.head()[:-20])),
    Fault("silence in the headers", lambda server, good: send(good.head()[:-20], then=stall), timeout=SHORT),
    Fault("no HTTP", lambda server, good: send(b"SSH-2.0-OpenSSH_9.6\r\n")),
    Fault("a status that is no number", lambda server, good: send(good.bytes("abc Fine"))),
    Fault("status 999", status(999)),
    Fault("a header without a colon", lambda server, good: send(good.bytes(X_Odd="1\r\nno colon here"))),
    Fault("one header of 1 MB", lambda server, good: send(good.bytes(X_Long="a" * (1 << 20)))),
    Fault(
        "endless headers", lambda server, good: endless(b"X-More: again\r\n", b"HTTP/1.1 200 OK\r\n", 0.001), deadline=2
    ),
    Fault(
        "endless 100 Continue", lambda server, good: endless(b"HTTP/1.1 100 Continue\r\n\r\n", pause=0.001), deadline=2
    ),
    Fault("100 Continue first", lambda server, good: late(b"HTTP/1.1 100 Continue\r\n\r\n", good.bytes())),
    Fault("102 Processing first", lambda server, good: late(b"HTTP/1.1 102 Processing\r\n\r\n", good.bytes())),
    Fault(
        "103 Early Hints first",
        lambda server, good: late(b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n", good.bytes()),
    ),
    # -- the body of the answer
    Fault("closed short of Content-Length", lambda server, good: send(good.bytes()[:-5]), body=True),
    Fault("reset in the body", lambda server, good: send(good.bytes()[:-5], pause=0.05, then=reset), body=True),
    Fault("silence in the body", lambda server, good: send(good.bytes()[:-5], then=stall), body=True, timeout=SHORT),
    Fault(
        "byte by byte, in time",
        lambda server, good: send(*singly(good.bytes(Connection="close")), pause=0.001),
        body=True,
    ),
    Fault(
        "byte by byte, without end",
        lambda server, good: endless(b" ", good.head(Content_Length="100000"), 0.1),
        body=True,
        deadline=2,
    ),
    Fault(
        "an endless body",
        lambda server, good: endless(b" " * 10_000, good.head(Content_Length=None), 0.005),
        body=True,
        deadline=2,
    ),
    Fault(
        "endless chunks",
        lambda server, good: endless(chunk(b" " * 10_000), chunked(good), 0.005),
        body=True,
        deadline=2,
    ),
    Fault(
        "closed inside a chunk", lambda server, good: send(chunked(good), chunk(good.body)[:-5], pause=0.05), body=True
    ),
    Fault(
        "the last chunk is missing", lambda server, good: send(chunked(good), chunk(good.body), pause=0.05), body=True
    ),
    Fault("Content-Length too long", lambda server, good: send(good.bytes(Content_Length="999")), body=True),
    Fault(
        "Content-Length too long, connection kept",
        lambda server, good: send(good.bytes(Content_Length="999"), then=stall),
        body=True,
        timeout=SHORT,
    ),
    Fault(
        "Content-Length too short",
        lambda server, good: raw(good.bytes(Content_Length=str(len(good.body) - 4)), keep=True),
        lax=True,
        body=True,
    ),
    Fault(
        "Content-Length that is no number",
        lambda server, good: send(good.bytes(Content_Length="many")),
        lax=True,
        body=True,
    ),
    Fault("Content-Length below zero", lambda server, good: send(good.bytes(Content_Length="-5")), lax=True, body=True),
    Fault("a second answer behind the first", lambda server, good: raw(good.bytes() + FORGED, keep=True)),
    Fault(
        "gzip that is none",
        lambda server, good: send(good.bytes(Content_Encoding="gzip", Connection="close")),
        body=True,
    ),
    Fault(
        "gzip that is cut off",
        lambda server, good: answer(gzip.compress(good.body)[:-12], Content_Encoding="gzip"),
        body=True,
    ),
    Fault("8 MB in 8 kB of gzip", lambda server, good: answer(BOMB, Content_Encoding="gzip"), body=True),
    Fault("an empty body", instead(b""), body=True),
    Fault(
        "204 where an answer is meant",
        lambda server, good: raw(b"HTTP/1.1 204 No Content\r\n\r\n", keep=True),
        body=True,
    ),
    Fault("JSON that is cut off", lambda server, good: answer(good.body[:-3]), body=True),
    Fault("no JSON", instead(b"I am fine"), body=True),
    Fault("JSON of another kind", instead(b'["something", "else"]'), body=True),
    Fault("null", instead(b"null"), body=True),
    Fault("another content type", lambda server, good: answer(good.body, content_type="text/plain"), body=True),
    Fault("no content type", lambda server, good: answer(good.body, content_type=None), body=True),
    Fault("a web page", instead(b"<html><title>Sign in</title>", "text/html")),
    Fault("a web page that says 502", instead(b"<html><title>Bad Gateway</title>", "text/html", 502)),
    # -- statuses
    Fault("500", status(500)),
    Fault("502", status(502)),
    Fault("503", status(503)),
    Fault("504", status(504)),
    Fault("503, Retry-After: 0", status(503, Retry_After="0"), declines=True),
    Fault("503, Retry-After: a date", lambda server, good: answer(b"", 503, Retry_After=date(-1)), declines=True),
    Fault("503, Retry-After: soon", status(503, Retry_After="soon")),
    Fault("503, Retry-After: 100000", status(503, Retry_After="100000")),
    Fault("503, Retry-After: a date next year", lambda server, good: answer(b"", 503, Retry_After=date(3e7))),
    Fault("503, Retry-After: nan", status(503, Retry_After="nan")),
    Fault("429", status(429)),
    Fault("429, Retry-After: 0", status(429, Retry_After="0"), declines=True),
    Fault("401", status(401, b'{"detail": "Invalid authentication credentials"}'), declines=True),
    Fault("403, the token is refused", status(403, b'{"detail": "Invalid JWT token"}'), declines=True),
    Fault("403", status(403, b'{"detail": "Forbidden"}')),
    Fault(
        "a token that has ended",
        lambda server, good: (
            answer({"access_token": jwt(-60)}) if "access_token" in (good.value or {}) else good.step()
        ),
    ),
    Fault("404", status(404)),
    # -- redirects
    Fault(
        "a redirect to another host", moved(307, lambda server: f"http://localhost:{server.thief}/api/v2/dags/dag_0")
    ),
    Fault(
        "a redirect to another port", moved(307, lambda server: f"http://127.0.0.1:{server.thief}/api/v2/dags/dag_0")
    ),
    Fault("a redirect to https at another port", moved(307, lambda server: f"https://127.0.0.1:{server.thief}/x")),
    Fault("a redirect from https to http", moved(307, lambda server: f"http://127.0.0.1:{server.thief}/x"), tls=True),
    Fault("a redirect to //other", moved(302, lambda server: f"//localhost:{server.thief}/x")),
    Fault("a redirect to another path, 307", moved(307, lambda server: "/elsewhere" + asked(server)), declines=True),
    Fault("a redirect to another path, 302", moved(302, lambda server: "/elsewhere" + asked(server)), declines=True),
    Fault("a redirect in a circle", moved(307, lambda server: asked(server)), declines=True),
    Fault("a redirect to nowhere", lambda server, good: answer(b"", 302)),
    Fault("a redirect to no address", moved(307, lambda server: "http://127.0.0.1:99999999/")),
    Fault("a redirect to no host", moved(307, lambda server: "http://[::1/")),
    Fault("a redirect with a space in it", moved(307, lambda server: "/api v2/dags HTTP/1.1"), declines=True),
    Fault("304 Not Modified", lambda server, good: raw(b"HTTP/1.1 304 Not Modified\r\n\r\n", keep=True)),
]


def singly(data: bytes) -> list[bytes]:
    return [data[place : place + 1] for place in range(len(data))]
