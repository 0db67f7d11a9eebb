"""A keep-alive server that answers with canned bytes, in a process of its own: `python -m benchmarks.server FOLDER`.

It prints the ports of its two listeners as JSON, one that answers at once and one that takes its time, and ends with
its standard input. Only the clients' CPU is counted, so it has to be quick enough to keep them busy, and no more.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
from functools import partial
from pathlib import Path

from . import bodies

OFFSET = re.compile(rb"[?&]offset=(\d+)")
LENGTH = re.compile(rb"\r\ncontent-length: *(\d+)", re.IGNORECASE)


def answer(content: bytes) -> bytes:
    head = ("HTTP/1.1 200 OK", "Server: canned", "Content-Type: application/json", f"Content-Length: {len(content)}")
    return "\r\n".join((*head, "", "")).encode() + content


class Answers:
    """What is answered, by the first line of the request."""

    def __init__(self, folder: Path) -> None:
        self.version = {"v1": answer(b'{"version": "2.11.2"}'), "v2": answer(b'{"version": "3.3.2"}')}
        self.dag = {version: answer((folder / f"{version}-dag.json").read_bytes()) for version in bodies.WRITERS}
        self.pages = {
            version: [answer(bodies.page(folder, version, number)) for number in range(bodies.PAGES)]
            for version in bodies.WRITERS
        }
        self.beyond = answer(b'{"dags": [], "total_entries": %d}' % (bodies.PAGES * bodies.LIMIT))

    def of(self, line: bytes) -> bytes:
        version = "v2" if b" /api/v2/" in line else "v1"
        path = line.split(b" ")[1].partition(b"?")[0]
        if path.endswith(b"/version"):
            return self.version[version]
        if not path.endswith(b"/dags"):
            return self.dag[version]
        offset = OFFSET.search(line)
        number = int(offset[1]) // bodies.LIMIT if offset else 0
        return self.pages[version][number] if number < bodies.PAGES else self.beyond


class Connection(asyncio.Protocol):
    def __init__(self, answers: Answers, latency: float) -> None:
        self.answers, self.latency, self.received = answers, latency, b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        self.received += data
        while (end := self.received.find(b"\r\n\r\n")) >= 0:
            length = LENGTH.search(self.received, 0, end + 2)
            whole = end + 4 + (int(length[1]) if length else 0)
            if len(self.received) < whole:
                return
            content = self.answers.of(self.received[: self.received.index(b"\r\n")])
            self.received = self.received[whole:]
            if self.latency:
                asyncio.get_running_loop().call_later(self.latency, self.send, content)
            else:
                self.transport.write(content)

    def send(self, content: bytes) -> None:
        if not self.transport.is_closing():
            self.transport.write(content)


async def serve(folder: Path) -> None:
    loop, answers, ports = asyncio.get_running_loop(), Answers(folder), {}
    for name, latency in (("at once", 0.0), ("late", bodies.LATENCY)):
        server = await loop.create_server(partial(Connection, answers, latency), "127.0.0.1", 0, backlog=512)
        ports[name] = server.sockets[0].getsockname()[1]
    print(json.dumps(ports), flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1])))
