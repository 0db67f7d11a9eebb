"""Which Airflow answers: found out once per client, never configured."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

import msgspec

from .answer import Answer, no_airflow
from .decode import Undecodable, parse
from .dialect import PREFIXES, Dialect, number, of
from .exchange import Flow, Limits, address, timeouts, tries
from .headers import Headers
from .request import Request, Response, Route, Send

if TYPE_CHECKING:
    from .engine import Client

NEWEST = "3.3"
"""The newest release that this library was tested with."""


class NewerAirflowWarning(UserWarning):
    """The server is newer than this library; it is spoken to as the newest release that is known."""


class Server(msgspec.Struct, frozen=True):
    """The server that answers a client."""

    generation: int
    """The generation of the API: 2 for `/api/v1`, 3 for `/api/v2`."""
    release: str = ""
    """The release, such as `3.1.8`; empty while only the generation is known."""
    sure: bool = True
    """Whether the server said so itself; until then the end of the address is believed."""

    @property
    def version(self) -> tuple[int, ...]:
        """The release as numbers; empty while it is not known."""
        return number(self.release)

    @property
    def is_newer(self) -> bool:
        """Whether it is newer than this library, and spoken to as the newest release that is known."""
        return self.version[:2] > number(NEWEST)

    @property
    def dialect(self) -> Dialect:
        """How it wants to be spoken to."""
        return of(self.generation)

    @property
    def projects(self) -> bool:
        """Whether it returns only the `fields` that are asked for; else they are picked here."""
        return self.dialect.projects(self.version)

    def supports(self, operation: object) -> bool:
        """Whether the server has an operation: `client.server.supports(DAGApi.get_dag_source)`."""
        route: Route = operation.route  # type: ignore[attr-defined]
        path = route.v1 if self.generation == 2 else route.v2
        old = bool(route.since) and bool(self.version) and self.version < number(route.since)
        return not old and (path is not None or self.dialect.recipe(route) is not None)


def seen(release: str) -> Server:
    """The server of this release; one that is newer than this library is told about, once."""
    server = Server(min(number(release)[0], max(PREFIXES)), release)
    if server.is_newer:
        warnings.warn(
            NewerAirflowWarning(f"Airflow {release} is newer than this library, which treats it as {NEWEST}"),
            stacklevel=2,
        )
    return server


VERSION = Route("get_version", "GET", "/version", "/version")


def known(client: Client, limits: Limits) -> Flow[Server]:
    """Who answers, found out where it is not known yet."""
    server = client.server
    if server is None or client.found_at != client.configuration.host:
        server = yield from find(client, limits)
    return server


def find(client: Client, limits: Limits) -> Flow[Server]:
    """Who answers. An address that ends in /api/v1 is believed, until an answer says otherwise."""
    _, _, named = address(client.configuration.host)
    if named == 2:
        client.server, client.found_at = Server(2, sure=False), client.configuration.host
        return client.server
    server = yield from look(client, limits)
    return server


def look(client: Client, limits: Limits, believed: Server | None = None) -> Flow[Server]:
    """Ask for the version, first as Airflow 3 wants to be asked, then as Airflow 2 does."""
    configuration = client.configuration
    origin, base, _ = address(configuration.host)
    headers = Headers({"Accept": "application/json", **client.default_headers}).checked()
    first: Answer | None = None
    for generation in (3, 2):
        target = f"{base}{PREFIXES[generation]}/version"
        send = Send("GET", origin, target, headers, None, timeouts(None, configuration.timeout), limits.ends)
        response = yield from tries(send, limits, VERSION)
        if release := release_in(response):
            client.server, client.found_at = seen(release), configuration.host
            return client.server
        first = first or Answer(VERSION, Request(into=object), send, response, client.report, Server(generation))
    assert first is not None
    if believed is None:
        raise no_airflow(first)
    client.server = Server(believed.generation)
    return client.server


def release_in(response: Response) -> str:
    """The release that a version document tells; empty for anything else."""
    try:
        release = parse(response.content)["version"] if response.status == 200 else ""
    except (Undecodable, TypeError, KeyError):
        return ""
    return release if isinstance(release, str) and number(release) >= (min(PREFIXES),) else ""
