"""An Airflow 3 that answers well, until a fault strikes; and what each of its answers is."""

from __future__ import annotations

import json
import time
from base64 import urlsafe_b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

from tests.scripted import Asked, Scripted, Step, raw

NAMES = [f"dag_{number}" for number in range(6)]
PAGE = 2


def jwt(lasts: float = 3600, name: str = "first") -> str:
    payload = urlsafe_b64encode(json.dumps({"sub": name, "exp": time.time() + lasts}).encode()).decode().rstrip("=")
    return f"head.{payload}.t0ken{name}"


@dataclass(frozen=True)
class Good:
    """The answer that a request deserves."""

    status: int
    value: Any = None

    @property
    def body(self) -> bytes:
        return b"" if self.value is None else json.dumps(self.value).encode()

    def head(self, status: str | None = None, **headers: str | None) -> bytes:
        """The head of the answer, with some of it said otherwise; None leaves a header out."""
        names: dict[str, str | None] = {"Content-Type": "application/json", "Content-Length": str(len(self.body))}
        names |= {name.replace("_", "-"): value for name, value in headers.items()}
        lines = [f"{name}: {value}\r\n" for name, value in names.items() if value is not None]
        return f"HTTP/1.1 {status or f'{self.status} Fine'}\r\n{''.join(lines)}\r\n".encode("latin-1")

    def bytes(self, status: str | None = None, **headers: str | None) -> bytes:
        return self.head(status, **headers) + self.body

    def step(self, close: bool = False) -> Step:
        return raw(self.bytes(Connection="close") if close else self.bytes(), keep=not close)


def good(asked: Asked) -> Good:
    """What Airflow 3 answers, as far as the tests ask."""
    path, _, query = asked.target.partition("?")
    begin = int(parse_qs(query).get("offset", ["0"])[0])
    match asked.method, path.removeprefix("/elsewhere"):
        case "POST", "/auth/token":
            return Good(201, {"access_token": jwt()})
        case "GET", "/api/v2/version":
            return Good(200, {"version": "3.1.8", "git_version": None})
        case "GET", "/api/v2/dags":
            page = [{"dag_id": name} for name in NAMES[begin : begin + PAGE]]
            return Good(200, {"dags": page, "total_entries": len(NAMES)})
        case "POST", "/api/v2/dags/dag_0/dagRuns":
            return Good(200, {"dag_run_id": "mine"})
        case "DELETE", _:
            return Good(204)
        case _, other if other.startswith("/api/v2/dags/"):
            return Good(200, {"dag_id": other.rpartition("/")[2]})
    return Good(404, {"detail": "Not Found"})


@dataclass
class Faulty(Scripted):
    """The server. What is `armed` strikes as often as `left` says, after the request named `after` was answered."""

    armed: Any = None
    left: int = 0
    after: str | None = None
    struck: int = 0
    begun: list[Asked] = field(default_factory=list)
    """The requests that came after the fault was armed, those that came in part among them."""
    closing: bool = False
    """Whether good answers end the connection."""
    watching: bool = False
    thief: int = 0
    """The port of another server, where no credential may arrive."""

    def arm(self, fault: Any, times: int, after: str | None) -> None:
        self.armed, self.left, self.after, self.watching = fault, times, after, True
        self.closing = fault.point == "connect"

    def __enter__(self) -> Faulty:
        super().__enter__()
        self.port, self.refusing = self.listener.getsockname()[1], False
        return self

    def refuse(self) -> None:
        if not self.refusing:
            self.end()
            self.refusing = True

    def listen_again(self) -> None:
        if self.refusing:
            self.begin(self.port)
            self.refusing = False

    def recover(self) -> None:
        """Be an Airflow without faults."""
        self.armed = None
        self.listen_again()

    def __exit__(self, *_: object) -> None:
        if not self.refusing:
            self.end()

    def strikes(self, point: str) -> bool:
        with self.lock:
            if self.armed is None or self.after is not None or self.armed.point != point or self.left < 1:
                return False
            if self.armed.refuses:  # there is nobody to do it
                return False
            self.left -= 1
            self.struck += 1
            return True

    def greet(self, connection: Any) -> bool:
        return not self.strikes("connect") or bool(self.armed.at_connect(connection))

    def early(self, asked: Asked) -> Step | None:
        if self.watching and self.after is None:
            self.begun.append(asked)
        return self.armed.step(self, Good(0)) if self.strikes("headers") else None

    def next(self, asked: Asked) -> Step:
        if self.strikes("request"):
            step: Step = self.armed.step(self, good(asked))
            return step
        if self.after == f"{asked.method} {asked.target.partition('?')[0]}":
            self.after = None
        return good(asked).step(self.closing)


Act = Callable[[Faulty, Good], Step]
