"""A transport that answers from a script: what is asked of a release, without a server."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from titanium_airflow_client import ApiClient, Configuration
from titanium_airflow_client.request import Response, Send


class Played:
    """Answers one after the other, and keeps what was asked."""

    def __init__(self, answers: Iterable[Response], release: str) -> None:
        self.answers, self.release, self.asked = iter(answers), release, []

    def send(self, request: Send) -> Response:
        if request.target.endswith("/version"):
            old = self.release.startswith("2.") and "/v2/" in request.target
            return said({}, 404) if old else said({"version": self.release})
        body = json.loads(request.body) if request.body else None
        self.asked.append((request.method, request.target, body))
        return next(self.answers)

    def close(self) -> None: ...


def said(value: Any, status: int = 200, kind: str = "application/json") -> Response:
    """An answer."""
    content = value if isinstance(value, bytes) else json.dumps(value).encode()
    return Response(status, "", {"Content-Type": kind}, content)


def playing(*answers: Response, release: str = "3.3.2") -> tuple[ApiClient, list[Any]]:
    """A client of a server of this release that gives these answers, and what it was asked."""
    played = Played(answers, release)
    return ApiClient(Configuration(host="http://x", access_token="t"), transport=played), played.asked
