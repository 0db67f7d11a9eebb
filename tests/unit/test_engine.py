"""The engine, driven by hand: no socket, no clock, no event loop."""

from __future__ import annotations

from types import NoneType

import pytest

from titanium_airflow_client import ApiClient, Configuration, exceptions
from titanium_airflow_client.answer import data, http_info, raw
from titanium_airflow_client.engine import call
from titanium_airflow_client.exchange import Sleep
from titanium_airflow_client.request import Request, Response, Route, Send
from titanium_airflow_client.retry import Retry
from titanium_airflow_client.schemas.dag import DAG
from titanium_airflow_client.server import Server

READ = Route("get_dag", "GET", "/dags/{dag_id}", "/dags/{dag_id}")
WRITE = Route("patch_dag", "PATCH", "/dags/{dag_id}", "/dags/{dag_id}")
HERE = {"Content-Type": "application/json"}


def client(**settings: object) -> ApiClient:
    return ApiClient(Configuration("http://airflow:8080/api/v1", username="me", password="secret", **settings))


def flow(route: Route = READ, form=data, into=DAG, body=None, **settings: object):
    request = Request(into=into, path={"dag_id": "a b"}, body=body, body_type=DAG)
    return call(route, request, form, client(**settings))


def ok(content: bytes = b'{"dag_id": "a b"}', status: int = 200, **headers: str) -> Response:
    return Response(status, "OK", {**HERE, **headers}, content)


def end(steps, response: Response):
    with pytest.raises(StopIteration) as stop:
        steps.send(response)
    return stop.value.value


def test_one_exchange():
    steps = flow()
    send = next(steps)
    assert isinstance(send, Send)
    assert (send.method, send.origin, send.target) == ("GET", "http://airflow:8080", "/api/v1/dags/a%20b")
    assert send.headers["Authorization"] == "Basic bWU6c2VjcmV0"
    assert send.headers["Accept"] == "application/json"
    assert "Content-Type" not in send.headers
    assert send.body is None
    assert send.timeout == (10.0, 60.0)
    assert end(steps, ok()) == DAG(dag_id="a b")


def test_a_body_is_json_and_says_so():
    send = next(flow(WRITE, body={"is_paused": True}))
    assert send.body == b'{"is_paused":true}'
    assert send.headers["Content-Type"] == "application/json"


def test_forms():
    steps = flow(form=http_info)
    next(steps)
    info = end(steps, ok(X_Extra="1"))
    assert (info.status_code, info.data, info.raw_data) == (200, DAG(dag_id="a b"), b'{"dag_id": "a b"}')
    steps = flow(form=raw)
    next(steps)
    marker = object()
    assert end(steps, Response(409, "CONFLICT", HERE, b"", marker)) is marker


def test_nothing_comes_back_from_a_delete():
    steps = flow(Route("delete_dag", "DELETE", "/dags/{dag_id}", "/dags/{dag_id}"), into=NoneType)
    next(steps)
    assert end(steps, Response(204, "NO CONTENT", {}, b"")) is None


def test_a_read_is_repeated_after_a_pause():
    steps = flow()
    first = next(steps)
    pause = steps.send(Response(503, "Busy", {"Retry-After": "7"}, b""))
    assert pause == Sleep(7.0)
    assert next(steps) is first
    assert end(steps, ok()).dag_id == "a b"


def test_a_read_is_repeated_when_the_connection_breaks_and_gives_up_in_the_end():
    steps = flow(retries=Retry(total=2))
    next(steps)
    for _ in range(2):
        assert isinstance(steps.throw(exceptions.ApiConnectionError(0, "broken")), Sleep)
        next(steps)
    with pytest.raises(exceptions.ApiConnectionError) as error:
        steps.throw(exceptions.ApiConnectionError(0, "broken"))
    assert error.value.call == "get_dag: GET http://airflow:8080/api/v1/dags/a%20b"


def test_a_write_that_may_have_arrived_is_not_repeated():
    steps = flow(WRITE, body={"is_paused": True})
    next(steps)
    with pytest.raises(exceptions.ApiConnectionError):
        steps.throw(exceptions.ApiConnectionError(0, "broken"))


def test_a_write_that_never_left_is_repeated():
    steps = flow(WRITE, body={"is_paused": True})
    next(steps)
    never = exceptions.ApiConnectionError(0, "refused")
    never.sent = False
    assert isinstance(steps.throw(never), Sleep)


@pytest.mark.parametrize(
    ("location", "origin", "target"),
    [
        ("/elsewhere?x=1", "http://airflow:8080", "/elsewhere?x=1"),
        ("http://me@airflow:8080/b", "http://airflow:8080", "/b"),
        ("/b c?d=\u00e9 f%20g", "http://airflow:8080", "/b%20c?d=%C3%A9%20f%20g"),
        ("b", "http://airflow:8080", "/api/v1/dags/b"),
    ],
)
def test_a_redirect_on_the_same_server_is_followed(location, origin, target):
    steps = flow()
    next(steps)
    again = steps.send(Response(307, "Moved", {"Location": location}, b""))
    assert (again.origin, again.target) == (origin, target)
    assert end(steps, ok()).dag_id == "a b"


def test_a_redirect_to_the_same_server_with_https_is_followed():
    steps = call(READ, Request(into=DAG, path={"dag_id": "a"}), data, ApiClient(Configuration("http://airflow/api/v1")))
    assert next(steps).origin == "http://airflow"
    again = steps.send(Response(308, "Moved", {"Location": "https://airflow/api/v1/dags/a"}, b""))
    assert (again.origin, again.target) == ("https://airflow", "/api/v1/dags/a")


@pytest.mark.parametrize(
    "location",
    [
        "https://accounts.example.com/login?token=s3cret",
        "http://airflow:9090/x",
        "https://airflow/x",
        "https://airflow:8443/x",
        "http://airflow:99999999/x",
        "http://[::1/x",
        "",
    ],
)
def test_a_redirect_elsewhere_is_an_error_that_takes_no_credentials_along(location):
    steps = flow()
    next(steps)
    with pytest.raises(exceptions.UnexpectedAnswer) as error:
        steps.send(Response(302, "Found", {"Location": location}, b""))
    assert "s3cret" not in str(error.value)


@pytest.mark.parametrize(
    ("dag_id", "location"),
    [("/a", "/api/v1/dags/a"), ("/a", "http://airflow:8080/api/v1/dags/a"), ("a//b", "/api/v1/dags/a/b")],
)
@pytest.mark.parametrize("route", [READ, WRITE])
def test_a_redirect_to_something_else_is_not_followed(dag_id, location, route):
    steps = call(route, Request(into=DAG, path={"dag_id": dag_id}), data, client())
    next(steps)
    with pytest.raises(exceptions.UnexpectedAnswer, match="ID that begins or ends with a slash") as error:
        steps.send(Response(308, "Permanent", {"Location": location, "Content-Type": "text/html"}, b"<h1>Moved</h1>"))
    assert error.value.reason.startswith("a redirect to ")


def test_a_redirect_to_the_same_id_with_fewer_slashes_before_it_is_followed():
    steps = call(READ, Request(into=DAG, path={"dag_id": "a/b"}), data, ApiClient(Configuration("http://a/x//y")))
    next(steps)
    again = steps.send(Response(308, "Permanent", {"Location": "/x/y/api/v1/dags/a%2Fb"}, b""))
    assert again.target == "/x/y/api/v1/dags/a%2Fb"


def test_redirects_in_a_circle_end():
    steps = flow()
    next(steps)
    for _ in range(5):
        steps.send(Response(302, "Found", {"Location": "/x"}, b""))
    with pytest.raises(exceptions.UnexpectedAnswer):
        steps.send(Response(302, "Found", {"Location": "/x"}, b""))


@pytest.mark.parametrize("value", [0, -1, "3", (1, 2, 3), (1, "2"), True])
def test_a_timeout_that_cannot_be_meant(value):
    request = Request(into=DAG, path={"dag_id": "a"}, options={"_request_timeout": value})
    with pytest.raises(exceptions.ApiTypeError, match="_request_timeout must be seconds"):
        next(call(READ, request, data, client()))


@pytest.mark.parametrize(
    ("host", "origin", "base"),
    [
        ("http://a:1", "http://a:1", ""),
        ("http://a:1/", "http://a:1", ""),
        ("http://a:1/api/v1", "http://a:1", ""),
        ("https://a/team/airflow/api/v1/", "https://a", "/team/airflow"),
        ("https://a/api/v2", "https://a", ""),
    ],
)
def test_the_host_may_be_given_with_and_without_the_api(host, origin, base):
    client = ApiClient(Configuration(host))
    client.server, client.found_at = Server(2), client.configuration.host
    send = next(call(READ, Request(into=DAG, path={"dag_id": "x"}), data, client))
    assert send.url == f"{origin}{base}/api/v1/dags/x"


def test_options_of_one_call():
    options = {
        "_request_timeout": (1, None),
        "_headers": {"X-Trace": "7", "accept": "plain/text"},
        "_request_auth": {"type": "basic", "in": "header", "key": "Authorization", "value": "Basic eDp5"},
    }
    send = next(call(READ, Request(into=DAG, path={"dag_id": "x"}, options=options), data, client()))
    assert send.timeout == (1, None)
    assert send.headers["Authorization"] == "Basic eDp5"
    assert send.headers["X-Trace"] == "7"
    assert send.headers["accept"] == "text/plain"  # the documented plain/text is what no server understands
    assert "Accept" not in send.headers


def test_there_is_one_host():
    with pytest.raises(exceptions.ApiValueError, match="index 1"):
        next(call(READ, Request(into=DAG, path={"dag_id": "x"}, options={"_host_index": 1}), data, client()))


def test_a_header_with_a_line_break_is_refused_without_quoting_it():
    options = {"_headers": {"X-Key": "s3cret\r\nX-Other: 1"}}
    with pytest.raises(exceptions.ApiValueError) as error:
        next(call(READ, Request(into=DAG, path={"dag_id": "x"}, options=options), data, client()))
    assert "s3cret" not in str(error.value)
