"""Secrets are planted wherever a user may give one, and looked for wherever something may be told."""

from __future__ import annotations

import gc
import io
import json
import logging
import pickle
import traceback
import warnings
from base64 import b64encode
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import titanium_airflow_client
from tests.faults.airflow import Faulty, Good
from tests.scripted import Scripted, Step, answer, raw, reset, silence
from titanium_airflow_client import (
    Configuration,
    Connection,
    ConnectionApi,
    DAGApi,
    DriftWarning,
    OpenApiException,
    Retry,
    User,
    Variable,
    VariableApi,
)

PASSWORD, TOKEN, COOKIE, KEY = "pl4nted-password", "pl4nted-token", "pl4nted-cookie", "pl4nted-key"
PROXY, HEADER, AUTH, NEW = "pl4nted-proxy", "pl4nted-header", "pl4nted-auth", "pl4nted-set-cookie"
STORED = "pl4nted-stored"
"""The password, the extra and the values that the server keeps, or is to keep."""
SECRETS = [PASSWORD, TOKEN, COOKIE, KEY, PROXY, HEADER, AUTH, NEW, STORED]
SECRETS += [b64encode(f"me:{secret}".encode()).decode()[6:-4] for secret in (PASSWORD, PROXY)]

PACKAGE = str(Path(titanium_airflow_client.__file__).parent)
CONNECTION = {"connection_id": "c", "conn_type": "http", "password": STORED, "extra": json.dumps({"token": STORED})}


def assert_tells_no_secret(told: str, where: str) -> None:
    found = [secret for secret in SECRETS if secret in told]
    place = told.find(found[0]) if found else 0
    assert not found, f"{where}: ...{told[max(0, place - 300) : place + 60]}"


def as_user(url: str, **more: Any) -> Configuration:
    """Every kind of credentials at once."""
    configuration = Configuration(url.replace("//", f"//me:{PASSWORD}@"), retries=Retry(total=1, backoff=0.001), **more)
    configuration.api_key = {"X-Key": KEY}
    configuration.proxy_headers = {"Proxy-Authorization": f"Basic {PROXY}"}
    return configuration


CALLS: dict[str, Callable[[Any], Any]] = {
    "read": lambda api: api(DAGApi).get_dag("x", _headers={"X-Mine": HEADER}),
    "own credentials": lambda api: api(DAGApi).get_dag(
        "x", _request_auth={"in": "header", "key": "Authorization", "value": f"Bearer {AUTH}"}
    ),
    "variable": lambda api: api(VariableApi).get_variable("password"),
    "post variable": lambda api: api(VariableApi).post_variables(Variable(key="password", value=STORED)),
    "post connection": lambda api: api(ConnectionApi).post_connection(Connection(**CONNECTION)),
    "connections": lambda api: api(ConnectionApi).get_connections_with_http_info(),
    "info": lambda api: api(VariableApi).get_variable_with_http_info("password"),
}

PROBLEM = {"title": "No", "status": 400, "detail": "no such thing"}
ANSWERS: dict[str, Step] = {
    "good": answer({"connections": [CONNECTION], "value": STORED, "key": "password"}, Set_Cookie=f"session={NEW}"),
    "odd values": answer({"connections": [{**CONNECTION, "password": [STORED]}], "value": [STORED], "key": 7}),
    "refused": answer(PROBLEM, 400, "application/problem+json", Set_Cookie=f"session={NEW}"),
    "failed": answer(b"<title>Oh</title>", 500, "text/html", Set_Cookie=f"session={NEW}"),
    "reset": reset,
    "cut": raw(b"HTTP/1.1 200 OK\r\nSet-Cookie: session=" + NEW.encode() + b"\r\nContent-Length: 99\r\n\r\n{"),
    "cut head": raw(b"HTTP/1.1 200 OK\r\nSet-Cookie: session=" + NEW.encode() + b"\r\nConte"),
    "no http": raw(b"SSH-2.0-OpenSSH\r\n\r\n"),
    "silence": silence(0.5),
    "redirect": answer(b"", 302, Location=f"http://other.invalid/login?token={NEW}", Set_Cookie=f"session={NEW}"),
}


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """All that is logged, by whoever, at DEBUG; the HTTP libraries and asyncio among them."""
    text = io.StringIO()
    handler, root = logging.StreamHandler(text), logging.getLogger()
    before = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield text
    root.removeHandler(handler)
    root.setLevel(before)


def everything_told(error: BaseException) -> str:
    """An error in all the ways that people and tools look at it, with its causes and what its frames hold."""
    told = [repr(error), str(error), repr(vars(error)), *traceback.format_exception(error)]
    told += [repr(pickle.dumps(error)), *map(repr, (error.__cause__, error.__context__))]
    told += [repr(value) for value in values_in_our_frames(error)]
    return "\n".join(told)


def values_in_our_frames(error: BaseException) -> Iterator[Any]:
    """What a crash report shows of the values that are ours, in the frames that are ours."""
    for frame, _ in traceback.walk_tb(error.__traceback__):
        if frame.f_code.co_filename.startswith(PACKAGE):
            for value in frame.f_locals.values():
                if type(value).__module__.startswith("titanium_airflow_client"):
                    yield value


@pytest.mark.parametrize("given", ["password", "token"])
@pytest.mark.parametrize("name", ANSWERS)
def test_what_is_told_of_a_call(connect, log, capfd, name: str, given: str) -> None:
    with Scripted() as server:
        configuration = as_user(server.url, debug=True, timeout=(5, 0.2 if name == "silence" else 5))
        if given == "token":
            configuration.access_token = TOKEN
        api = connect(configuration, header_name="X-Team", header_value=HEADER, cookie=f"session={COOKIE}")
        try:
            for call, carry_out in CALLS.items():
                server.script = [ANSWERS[name]]
                with warnings.catch_warnings(record=True) as warned:
                    warnings.simplefilter("always", DriftWarning)
                    try:
                        result = carry_out(api)
                    except OpenApiException as error:
                        assert_tells_no_secret(everything_told(error), f"{call}: {error!r}")
                    else:
                        assert_tells_no_secret(repr(result) + str(result), call)
                assert_tells_no_secret("\n".join(str(warning.message) for warning in warned), call)
            client = api(DAGApi).group.api_client
            assert_tells_no_secret(repr(client.drift), "drift")
            assert_tells_no_secret(repr(client) + repr(client.transport) + repr(client.server), "the client")
            assert_tells_no_secret(
                repr(configuration) + str(configuration) + configuration.to_debug_report(), "settings"
            )
            assert server.asked
        finally:
            configuration.debug = False
            logging.getLogger("titanium_airflow_client").handlers.clear()
    assert_tells_no_secret(log.getvalue(), "the log")
    assert "GET /api/v1/" in log.getvalue()
    out, err = capfd.readouterr()
    assert_tells_no_secret(out + err, "what was printed")


def test_the_values_of_a_call() -> None:
    """What a debugger or a crash report shows of the values that a call is made of."""
    from urllib3 import HTTPHeaderDict

    from titanium_airflow_client.auth import Token
    from titanium_airflow_client.request import Request, Response, Send

    options: Any = {"_headers": {"X-Mine": HEADER}, "_request_auth": {"value": AUTH}}
    headers = HTTPHeaderDict({"Set-Cookie": NEW})
    values = [
        Send("GET", "http://host", "/x", {"Authorization": TOKEN}, STORED.encode()),
        Request(into=Variable, body={"password": STORED}, options=options),
        Response(200, "OK", headers, STORED.encode()),
        titanium_airflow_client.ApiResponse(200, headers, Variable(value=STORED), STORED.encode()),
        Token(TOKEN, ("http://host", "me", PASSWORD), 0.0),
        Connection(**CONNECTION),
        Variable(key="password", value=STORED),
        User(username="me", password=STORED),
    ]
    for value in values:
        assert_tells_no_secret(f"{value!r} {value} {[value]}", type(value).__name__)


def test_what_the_login_of_airflow_3_tells(connect, log) -> None:
    class Odd(Faulty):
        def next(self, asked: Any) -> Step:
            return answers.pop(0) if asked.target == "/auth/token" else super().next(asked)

    token = json.dumps({"access_token": TOKEN}).encode()
    for odd in [
        answer({"detail": "no"}, 401),
        answer(token[:-2], 201),
        answer(b"[" + token + b"]", 201),
        answer(token, 200, "text/html"),
        answer({"token": TOKEN}, 201),
        answer({"access_token": TOKEN + "\n"}, 201),
        Good(201, {"access_token": TOKEN}).step(),
    ]:
        answers = [odd]
        with Odd() as server:
            configuration = Configuration(
                server.url.removesuffix("/api/v1"), username="me", password=PASSWORD, retries=0
            )
            api = connect(configuration)
            try:
                api(DAGApi).get_dag("dag_0")
            except OpenApiException as error:
                assert_tells_no_secret(everything_told(error), repr(error))
            assert not answers
            assert_tells_no_secret(repr(api(DAGApi).group.api_client.token), "the token")
    assert_tells_no_secret(log.getvalue(), "the log")


def test_a_proxy_that_fails(connect, log) -> None:
    with Scripted() as proxy:
        url = proxy.url.removesuffix("/api/v1").replace("//", f"//me:{PROXY}@")
    configuration = as_user("http://airflow.invalid/api/v1")
    for target in (url, url.replace("http:", "https:")):
        configuration.proxy = target
        with pytest.raises(OpenApiException) as caught:
            connect(configuration)(DAGApi).get_dag("x")
        assert_tells_no_secret(everything_told(caught.value), repr(caught.value))
    assert_tells_no_secret(log.getvalue(), "the log")


@pytest.fixture(autouse=True)
def _nothing_is_left() -> Iterator[None]:
    yield
    gc.collect()  # what was not closed warns here, and not in another test
