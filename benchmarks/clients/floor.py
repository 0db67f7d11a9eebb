"""The floor: the cheapest ways to the same bytes and an untyped decode of them; and our transport, by hand."""

from __future__ import annotations

import http.client
import json
import socket
import time
from typing import Any
from urllib.parse import urlsplit

import msgspec
import orjson
import urllib3

from titanium_airflow_client.schemas.dag import DAG

from ..bodies import AT_ONCE, LATENCY, PAGES, TOTAL

HEADERS = {"Accept": "application/json", "User-Agent": "floor", "Authorization": "Basic c29tZW9uZTpzZWNyZXQ="}


class Untyped:
    """What all of them share: dicts."""

    def __init__(self, host: str) -> None:
        self.host, self.port = urlsplit(host).hostname or "", urlsplit(host).port or 80

    def get(self, path: str) -> Any:
        raise NotImplementedError

    def get_dag(self, dag_id: str) -> Any:
        return self.get(f"/api/v1/dags/{dag_id}")

    def get_dags(self, limit: int, offset: int) -> Any:
        return self.get(f"/api/v1/dags?limit={limit}&offset={offset}")

    def rows(self, page: dict[str, Any]) -> list[Any]:
        rows: list[Any] = page["dags"]
        return rows

    def id_of(self, dag: dict[str, Any]) -> str:
        return str(dag["dag_id"])


class Json(Untyped):
    """Python's own `json`."""

    def decode(self, content: bytes) -> Any:
        return json.loads(content)


class Socket(Untyped):
    """A bare socket: what no HTTP library does is left out, down to looking at the status."""

    def __init__(self, host: str) -> None:
        super().__init__(host)
        self.socket = socket.create_connection((self.host, self.port))
        head = "".join(f"{name}: {value}\r\n" for name, value in HEADERS.items())
        self.rest = f" HTTP/1.1\r\nHost: {self.host}\r\n{head}\r\n"

    def decode(self, content: bytes) -> Any:
        return orjson.loads(content)

    def get(self, path: str) -> Any:
        self.socket.sendall(f"GET {path}{self.rest}".encode())
        received = self.socket.recv(262144)
        start = received.index(b"\r\n\r\n") + 4
        at = received.index(b"Content-Length: ") + 16
        length = int(received[at : received.index(b"\r", at)])
        if len(received) == start + length:
            return orjson.loads(received[start:])
        content = bytearray(received[start:])
        while len(content) < length:
            content += self.socket.recv(262144)
        return orjson.loads(content)


class Ideal:
    """Eight pages at once, and nothing to do but to wait for them."""

    def __init__(self, host: str) -> None:
        pass

    def count_all(self) -> int:
        time.sleep(PAGES / AT_ONCE * LATENCY)
        return TOTAL


class HttpClient(Untyped):
    """Python's own `http.client`."""

    def __init__(self, host: str) -> None:
        super().__init__(host)
        self.connection = http.client.HTTPConnection(self.host, self.port)

    def get(self, path: str) -> Any:
        self.connection.request("GET", path, headers=HEADERS)
        return orjson.loads(self.connection.getresponse().read())


class Urllib3(Untyped):
    """urllib3, as bare as it goes."""

    def __init__(self, host: str) -> None:
        super().__init__(host)
        self.pool = urllib3.HTTPConnectionPool(self.host, self.port, maxsize=100)
        self.retries = urllib3.Retry(False, redirect=False)
        self.timeout = urllib3.Timeout(10.0, 60.0)

    def bytes_of(self, path: str) -> bytes:
        return self.pool.urlopen(
            "GET",
            path,
            headers=HEADERS,
            retries=self.retries,
            redirect=False,
            assert_same_host=False,
            timeout=self.timeout,
        ).data

    def get(self, path: str) -> Any:
        return orjson.loads(self.bytes_of(path))


class ByHand(Urllib3):
    """The call of this library's transport, and the typed decode into its model, with nothing around them."""

    def __init__(self, host: str) -> None:
        super().__init__(host)
        self.decoder = msgspec.json.Decoder(DAG, strict=False)

    def get_dag(self, dag_id: str) -> DAG:
        return self.decoder.decode(self.bytes_of(f"/api/v1/dags/{dag_id}"))

    def id_of(self, dag: Any) -> str:
        return str(dag.dag_id)
