"""The life of a call, written once as a generator: what to send and when to wait, never how.

Which Airflow answers is found out (`server`), the request is put into its words (`dialect`), encoded, sent with
credentials until its last try (`exchange`), and the form makes its result of the answer (`answer`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from itertools import count
from typing import Any, Protocol, TypeAlias

import msgspec

from . import auth, encode
from .answer import Answer, unexpected
from .configuration import Configuration
from .decode import Undecodable, parse, unparse
from .drift import Report
from .exceptions import OpenApiException, UnexpectedAnswer
from .exchange import Exclusive, Flow, Limits, Sleep, address, timeouts, tries
from .headers import headers_of, made_headers
from .request import Request, Response, Route, Send
from .server import Server, find, look

Form: TypeAlias = Callable[[Answer], Any]


class Client(Protocol):
    """What the engine knows of a client."""

    configuration: Configuration
    default_headers: dict[str, str]
    server: Server | None
    """Who answers at `found_at`; None until that is found out."""
    found_at: str
    token: auth.Token | None
    """What the username and the password were exchanged for."""

    @property
    def report(self) -> Report:
        """Who hears of values that do not fit their models."""
        ...

    def as_if_read(self, response: Response) -> Any:
        """An answer that was made here, as the client's HTTP library would give it."""
        ...


def call(route: Route, request: Request[Any], form: Form, client: Client, stream: bool = False) -> Flow[Any]:
    """One call from its request to its result, with what the form makes of the answer."""
    configuration, options = client.configuration, request.options
    if index := options.get("_host_index", 0):
        configuration.get_host_from_settings(index)
    limits = Limits.of(options, configuration)
    server = client.server
    if server is None or client.found_at != configuration.host:
        server = yield from find(client, limits)
    this = Call(route, request, client, server, limits, stream)
    for attempt in count():
        response = yield from carry_out(this)
        if not this.server.sure and this.is_doubtful(response):
            this.server = yield from look(client, limits, server)
            if this.server.generation != server.generation or (response.status == 400 and not this.server.projects):
                response = yield from carry_out(this)
        if stream and response.raw is None:
            response = msgspec.structs.replace(response, raw=client.as_if_read(response))
        try:
            return form(this.answered(response))
        except UnexpectedAnswer as error:  # a proxy's page, or half an answer: the next one may be whole
            method = "GET" if route.reads else route.method
            pause = limits.pause(attempt, method, error) if response.status < 300 else None
            if pause is None:
                raise
        yield Sleep(pause)


def carry_out(this: Call) -> Flow[Response]:
    """The operation on the server that was found: one request, or a recipe of several."""
    dialect = this.server.dialect
    recipe = dialect.recipe(this.route)
    if recipe is None:
        response: Response = yield from this.direct()
        return response
    if this.route.v1 is None:
        dialect.path(this.route, this.server.version)  # refuses what the server is too old for
    try:
        response = yield from recipe(this)
    except Ended as ended:
        response = ended.response
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        ours = isinstance(error, OpenApiException) and not isinstance(error, Undecodable)
        if ours or this.last_answer is None:
            raise
        raise unexpected(
            this.answered(this.last_answer), f"the answer lacks what is needed of it: {error!r}"
        ) from error
    return response


class Call(msgspec.Struct):
    """One call under way: what was asked for, of whom, and what recipes need to ask more."""

    route: Route
    request: Request[Any]
    client: Client
    server: Server
    limits: Limits
    stream: bool = False
    sent: Send | None = None
    last_answer: Response | None = None

    def is_doubtful(self, response: Response) -> bool:
        """Whether the server may be another than its address says: an Airflow 3, or one too old for `fields`."""
        return response.status in (404, 405) or (response.status == 400 and bool(self.request.query.get("fields")))

    def answered(self, response: Response) -> Answer:
        """What came, with what was asked."""
        assert self.sent is not None
        return Answer(self.route, self.request, self.sent, response, self.client.report, self.server)

    def direct(self) -> Flow[Response]:
        """One request in the server's words: what most operations take."""
        route, request, server = self.route, self.request, self.server
        dialect = server.dialect
        target = encode.target(route, request, server, self.client.configuration)
        body = None
        if request.body is not None:
            fields = encode.fields(request, route.method)
            body = encode.json(dialect.body(route, fields, server.version))
        return self.exchange(route.method, dialect.address(target), body, self.stream)

    def ask(
        self, method: str, path: str, query: Mapping[str, Any] | None = None, body: Any = None, **ids: object
    ) -> Flow[Any]:
        """One request of a recipe, by its path below the API: its JSON object. An error ends the whole call."""
        response = yield from self.step(method, path, query, body, ids, stream=False)
        if response.status >= 300:
            raise Ended(response)
        try:
            value = parse(response.content)
        except Undecodable as problem:
            raise unexpected(self.answered(response), str(problem)) from problem
        if not isinstance(value, dict):
            raise unexpected(self.answered(response), "the answer is no JSON object")
        return value

    def last(
        self, method: str, path: str, query: Mapping[str, Any] | None = None, body: Any = None, **ids: object
    ) -> Flow[Response]:
        """The last request of a recipe, whose answer is that of the whole call, whatever its status."""
        return self.step(method, path, query, body, ids, self.stream)

    def step(
        self,
        method: str,
        path: str,
        query: Mapping[str, Any] | None,
        body: Any,
        ids: Mapping[str, object],
        stream: bool,
    ) -> Flow[Response]:
        """One request by its path below the API."""
        dialect = self.server.dialect
        target = encode.path_and_query(path, ids, query or {}, self.client.configuration, dialect)
        content = None if body is None else encode.json(body)
        return self.exchange(method, dialect.address(target), content, stream)

    def fields(self) -> dict[str, Any]:
        """The body that the caller gave, checked, as a dict in our language."""
        fields = encode.fields(self.request, self.route.method)
        fields = fields if isinstance(fields, dict) else msgspec.to_builtins(fields, builtin_types=(datetime,))
        self.server.dialect.check(self.route, fields, self.server.version)
        return fields

    def query(self) -> dict[str, Any]:
        """The query parameters that the caller gave, in the server's words."""
        return self.server.dialect.query(self.route, self.request, self.server.version)

    def nothing(self, detail: str) -> Ended:
        """What to raise in a recipe when it finds nothing, as if the server had said so."""
        problem = {"detail": detail, "status": 404, "title": "Not Found"}
        return Ended(Response(404, "Not Found", made_headers(), encode.json(problem)))

    def result(self, value: Any) -> Response:
        """The answer of a recipe, as if the server had given it."""
        return Response(200, "OK", made_headers(), unparse(value))

    def exchange(self, method: str, target: str, body: bytes | None = None, stream: bool = False) -> Flow[Response]:
        """One request until its last try, with credentials, and once more when those had run out."""
        client, options, limits = self.client, self.request.options, self.limits
        configuration = client.configuration
        origin, base, _ = address(configuration.host)
        timeout = timeouts(options.get("_request_timeout"), configuration.timeout)
        own = options.get("_request_auth")
        for renewed in (False, True):
            proof = auth.proof(client, self.server) if own is None else auth.of_call(own)
            if proof is None:
                proof = yield from auth.new_proof(client, self.server, limits)
            given = headers_of(options, client.default_headers, proof, body is not None, self.server.dialect)
            self.sent = Send(method, origin, base + target, given, body, timeout, limits.ends, stream)
            response = yield from tries(self.sent, limits, self.route)
            nobody = response.status == 401 and auth.is_anonymous(client, self.server, given, target)
            if renewed or own is not None or not (nobody or auth.has_run_out(response, client.token)):
                break
            client.token = None
            if nobody:
                yield Exclusive(auth.log_in(client, self.server, limits), limits.ends)
                if client.token is None:  # not all are admins there
                    break
            if stream:
                response.raw.close()
        self.last_answer = response
        return response


class Ended(Exception):
    """A request of a recipe failed: what came is the answer of the whole call."""

    def __init__(self, response: Response) -> None:
        super().__init__(response.status)
        self.response = response
