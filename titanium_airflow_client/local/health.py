"""One question to a health endpoint, that can be waited for together with other things."""

from __future__ import annotations

import contextlib
import json
import select
import socket
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType


class Probe:
    """A request that is under way. Asked with HTTP/1.0: the end of the answer is the end of the connection."""

    def __init__(self, port: int, path: str) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=5)
        self.socket.sendall(f"GET {path} HTTP/1.0\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n\r\n".encode())

    def __enter__(self) -> Probe:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.socket.close()

    def fileno(self) -> int:
        """For `select`."""
        return self.socket.fileno()

    @property
    def ready(self) -> bool:
        """Whether the answer has begun to come."""
        return bool(select.select([self.socket], [], [], 0)[0])

    def answer(self) -> dict[str, object]:
        """What the server says about its parts; empty if that is not to be had."""
        if not self.ready:
            return {}
        text = b""
        with contextlib.suppress(OSError):
            while piece := self.socket.recv(65536):
                text += piece
        head, _, body = text.partition(b"\r\n\r\n")
        with contextlib.suppress(ValueError, IndexError):
            answer = json.loads(body) if head.split()[1] == b"200" else {}
            return answer if isinstance(answer, dict) else {}
        return {}


def ask(port: int, path: str) -> dict[str, object]:
    """Ask once, waiting at most a few seconds; empty when nobody answers."""
    with contextlib.suppress(OSError), Probe(port, path) as probe:
        select.select([probe], [], [], 5)
        return probe.answer()
    return {}
