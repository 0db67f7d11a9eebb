"""What real servers answered (`tools/record.py` wrote it down), and clients of both colours that are answered so."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from functools import cached_property
from inspect import signature
from pathlib import Path
from typing import Any

from urllib3 import HTTPHeaderDict

import titanium_airflow_client
from titanium_airflow_client import ApiClient, AsyncApiClient, Configuration
from titanium_airflow_client.dialect import number
from titanium_airflow_client.request import Response, Send
from titanium_airflow_client.server import Server

FOLDER = Path(__file__).parent / "recordings"
HOST = "http://airflow.example.com/api/v1"


class Replay:
    """A transport that answers what was recorded, in turn, and keeps what was asked."""

    def __init__(self, exchanges: list[dict[str, Any]]) -> None:
        self.left = list(exchanges)
        self.asked: list[str] = []

    def send(self, send: Send) -> Response:
        self.asked.append(f"{send.method} {send.target}")
        exchange = self.left.pop(0) if len(self.left) > 1 else self.left[0]
        body = "\n".join(exchange["body"]).encode("utf-8", "surrogateescape")
        return Response(exchange["status"], "As recorded", HTTPHeaderDict(exchange["headers"]), body)

    def close(self) -> None:
        pass


class AsyncReplay(Replay):
    """The same, awaited."""

    async def send(self, send: Send) -> Response:  # type: ignore[override]
        await asyncio.sleep(0)
        return super().send(send)

    async def close(self) -> None:  # type: ignore[override]
        pass


@dataclass
class Recording:
    """One call to a server of one release."""

    release: str
    name: str
    text: str

    def __str__(self) -> str:
        return f"{self.release}/{self.name}"

    @cached_property
    def content(self) -> dict[str, Any]:
        return json.loads(self.text)

    @property
    def operation(self) -> Any:
        group, _, name = self.content["operation"].partition(".")
        return getattr(getattr(titanium_airflow_client, group), name)

    @property
    def server(self) -> Server:
        return Server(int(self.release[0]), self.release)

    @property
    def is_elsewhere(self) -> bool:
        """Whether it is what came back where no operation is."""
        return "-elsewhere_" in self.name

    @property
    def is_direct(self) -> bool:
        """Whether the result is the last answer, as it came: most operations, but those that take a recipe."""
        return self.server.dialect.recipe(self.operation.route) is None

    @property
    def last(self) -> dict[str, Any]:
        """The exchange that the result is made of; behind it may be the question for the token that everybody gets."""
        *before, last = self.content["exchanges"]
        return before[-1] if before and last["request"] == "GET /auth/token" else last

    @property
    def body(self) -> str:
        return "\n".join(self.last["body"])

    @property
    def is_model(self) -> bool:
        """Whether the answer is a model, as JSON."""
        is_json = self.last["headers"].get("Content-Type") == "application/json"
        is_nothing = signature(self.operation).return_annotation == "None"
        plain = self.is_direct and not self.is_elsewhere and not is_nothing
        return self.last["status"] in (200, 201) and is_json and plain

    @property
    def is_excerpt(self) -> bool:
        """Whether the server tells more than is wanted: of Airflow 3, whole task instances where names are."""
        return self.server.generation == 3 and "TaskInstanceReference" in str(
            signature(self.operation).return_annotation
        )

    def client(self, kind: type[Any], exchanges: list[dict[str, Any]] | None = None) -> Any:
        """A client that is answered so."""
        replay = Replay if kind is ApiClient else AsyncReplay
        client = kind(Configuration(HOST, retries=0), transport=replay(exchanges or self.content["exchanges"]))
        client.server, client.found_at = self.server, client.configuration.host
        return client

    def call(self, client: Any, form: str = "") -> Any:
        """The result, or the coroutine of it."""
        group, _, name = self.content["operation"].partition(".")
        api = getattr(titanium_airflow_client, group)(client)
        return getattr(api, name + form)(**self.content["arguments"])

    def answered(self, body: str) -> Any:
        """The result, were this the body of the answer; what does not fit is an error."""
        client = self.client(ApiClient, [*self.content["exchanges"][:-1], {**self.last, "body": body.split("\n")}])
        return self.call(client)


RECORDINGS = sorted(
    (Recording(path.parent.name, path.stem, path.read_text()) for path in FOLDER.glob("[0-9]*/*.json")),
    key=lambda recording: (number(recording.release), recording.name),
)
"""All of them, the oldest release first."""
COLOURS = (ApiClient, AsyncApiClient)
