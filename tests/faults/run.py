"""One fault, one class of operations, one colour: what comes of it."""

from __future__ import annotations

import asyncio
import re
import ssl
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import msgspec
import trustme

from tests.conftest import InOneColour, Loop
from tests.faults.airflow import Faulty
from tests.faults.classes import CLASSES, Class
from tests.faults.faults import Fault
from tests.scripted import Scripted
from titanium_airflow_client import ApiClient, AsyncApiClient, Configuration, DAGApi, Retry, exceptions
from titanium_airflow_client.request import Send

TOTAL = 2
"""How many times a request is repeated here at most."""
LARGE = 1 << 20
"""Bytes: what is longer is refused here."""
ALWAYS = 10_000
SECRETS = ("s3cret", "t0ken", "czNjcmV0")
COLOURS = ("blocking", "awaited")

AUTHORITY = trustme.CA()


@dataclass
class Outcome:
    result: str
    """"answered", or the name of the error."""
    sent: int
    """How many times the request was sent, and what had to be sent for it."""
    wrong: list[str] = field(default_factory=list)
    """What must not be, and is."""
    error: BaseException | None = None

    def __str__(self) -> str:
        return f"{self.result} {self.sent}"


def carry_out(fault: Fault, kind: Class, colour: str, times: int) -> Outcome:
    """The call, what it did to the server, and what it left behind."""
    with Scripted() as thief, Faulty(tls=tls() if fault.tls else None) as server:
        server.thief = thief.listener.getsockname()[1]
        outcome = attempt(fault, kind, colour, times, server)
        if told := [request for request in thief.asked if any(s in repr(request) for s in SECRETS)]:
            outcome.wrong.append(f"credentials went elsewhere: {told}")
    return outcome


def every(fault: Fault) -> dict[tuple[str, int], dict[str, Outcome]]:
    """What comes of a fault: by class of operations and how often it strikes, in both colours."""
    kinds = [kind for kind in CLASSES if kind.body or not fault.body]
    cases = [(kind, times, colour) for kind in kinds for times in (1, ALWAYS) for colour in COLOURS]
    with ThreadPoolExecutor(16) as threads:
        outcomes = list(threads.map(lambda case: carry_out(fault, case[0], case[2], case[1]), cases))
    found: dict[tuple[str, int], dict[str, Outcome]] = {}
    for (kind, times, colour), outcome in zip(cases, outcomes):
        found.setdefault((kind.name, times), {})[colour] = outcome
    return found


def attempt(fault: Fault, kind: Class, colour: str, times: int, server: Faulty) -> Outcome:
    configuration = Configuration(server.url.removesuffix("/api/v1"), username="me", password="s3cret", timeout=20)
    configuration.max_response_size = LARGE
    configuration.ca_cert_data = AUTHORITY.cert_pem.bytes().decode()
    loop = Loop() if colour == "awaited" else None
    client: Any = ApiClient(configuration) if loop is None else AsyncApiClient(configuration)

    def api(group: type) -> Any:
        return InOneColour(group(client), loop)

    try:
        if kind.knows:
            server.closing = fault.point == "connect"
            api(DAGApi).get_dag("before")
        server.arm(fault, times, kind.after)
        sends = Sends(client, server, fault, times)
        configuration.retries = Retry(total=TOTAL, backoff=0.001, deadline=fault.deadline)
        outcome = called(kind, api)
        outcome.sent = sends.struck - (kind.requests - 1 if outcome.result == "answered" else 0)
        outcome.wrong += broken_rules(outcome, fault, kind, server, sends)
        configuration.retries = None
        server.recover()
        if (after := api(DAGApi).get_dag("after").dag_id) != "after":
            outcome.wrong.append(f"the next call is answered {after!r}")
        if not soon(lambda: server.open <= 1):
            outcome.wrong.append(f"{server.open} connections are open")
        if loop is not None and (tasks := asyncio.all_tasks(loop.loop)):
            outcome.wrong.append(f"tasks are left: {tasks}")
    finally:
        if loop is None:
            client.close()
        else:
            loop.run(client.close())
            loop.close()
    if not soon(lambda: server.open == 0):
        outcome.wrong.append("a connection is open after close()")
    return outcome


class Sends:
    """The transport of a client, counted; it has less patience with what a fault strikes than with a slow machine."""

    def __init__(self, client: Any, server: Faulty, fault: Fault, times: int) -> None:
        self.struck = 0
        self.server, self.fault, self.times = server, fault, times
        self.send = client.transport.send
        client.transport.send = self.counted

    def counted(self, send: Send) -> Any:
        """What the client calls in place of its transport; what it returns may have to be awaited."""
        if self.server.after is None and self.server.armed is not None:
            self.struck += 1
            if self.struck <= self.times:
                send = msgspec.structs.replace(send, timeout=(self.fault.timeout, self.fault.timeout))
            if self.fault.refuses:
                (self.server.refuse if self.struck <= self.times else self.server.listen_again)()
        return self.send(send)


def called(kind: Class, api: Callable[[type], Any]) -> Outcome:
    """What the caller gets."""
    try:
        value = kind.call(api)
    except Exception as error:
        if not isinstance(error, exceptions.OpenApiException):
            by_library = kind.name == "raw form" and type(error).__module__.partition(".")[0] in ("urllib3", "aiohttp")
            wrong = [] if by_library else [f"an error that is none of ours: {error!r}"]
            return Outcome("broken off while read" if by_library else type(error).__name__, 0, wrong, error)
        return Outcome(type(error).__name__, 0, unfit(error), error)
    if value == kind.right:
        return Outcome("answered", 0)
    if kind.name == "raw form":
        return Outcome(f"status {value[0]}" if value[0] != 200 else "as it came", 0)
    return Outcome("answered", 0, [f"the answer is {value!r}"])


def unfit(error: BaseException) -> list[str]:
    """What of an error's message is not for people."""
    text = str(error)
    wrong = [f"the message has {odd[0]!r}: {text}" for odd in [ODD.search(text)] if odd]
    wrong += [f"a secret is in the message: {text}" for secret in SECRETS if secret in text]
    if isinstance(error, exceptions.ApiException) and not (error.reason and error.call):
        wrong.append(f"the message does not say what happened on which call: {text}")
    return wrong


ODD = re.compile(r"0x[0-9a-f]{5,}|\w+\(.*\bobject\b|(?:Connection|Client|Server|HTTP)\w*\(|<\w+[. ]|\bNone\b|b'")
"""Signs of a `repr` that somebody forgot in a message."""


def broken_rules(outcome: Outcome, fault: Fault, kind: Class, server: Faulty, sends: Sends) -> list[str]:
    """Which promises were not kept towards the server."""
    wrong = []
    writes = [(asked.method, asked.target) for asked in server.begun if asked.method != "GET"]
    if not fault.declines and len(writes) != len(set(writes)):
        wrong.append(f"a write arrived twice: {writes}")
    if len(server.begun) > sends.struck:
        wrong.append(f"{len(server.begun)} requests arrived, {sends.struck} were sent")
    if not server.struck and not fault.refuses:
        wrong.append("the fault never struck")
    return wrong


def soon(holds: Callable[[], bool], patience: float = 10) -> bool:
    """Whether it comes true in time."""
    ends = time.monotonic() + patience
    while not holds():
        if time.monotonic() > ends:
            return False
        time.sleep(0.005)
    return True


def tls() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    AUTHORITY.issue_cert("127.0.0.1").configure_cert(context)
    return context
