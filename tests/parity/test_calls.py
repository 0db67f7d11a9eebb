"""The same calls, blocking and awaited, against a server that does what real ones and worse ones do."""

from __future__ import annotations

import gzip
import json
import logging
import ssl

import pytest
import trustme

from tests.scripted import Scripted, answer, raw, reset, silence
from titanium_airflow_client import Configuration, DAGApi, Retry, exceptions
from titanium_airflow_client.schemas.dag import DAG

QUICK = Retry(total=3, backoff=0.001)
PROBLEM = {"type": "about:blank", "title": "DAG not found", "status": 404, "detail": "no such DAG: x"}


@pytest.fixture
def server():
    with Scripted() as server:
        yield server


@pytest.fixture
def dags(connect, server):
    return connect(Configuration(server.url, username="me", password="s3cret", retries=QUICK))(DAGApi)


def test_a_call_and_what_it_sends(server, dags):
    server.script = [answer({"dag_id": "x"})]
    assert dags.get_dag("x", fields=["dag_id"]) == DAG(dag_id="x")
    (asked,) = server.asked
    assert (asked.method, asked.target) == ("GET", "/api/v1/dags/x?fields=dag_id")
    assert asked.headers["authorization"] == "Basic bWU6czNjcmV0"
    assert asked.headers["accept"] == "application/json"
    assert asked.headers["user-agent"].startswith("titanium-airflow-client/")
    assert "content-type" not in asked.headers


def test_the_server_gets_the_path_as_it_was_encoded(server, dags):
    dags.get_task("a/b c+d%", "ü")
    assert server.asked[0].target == "/api/v1/dags/a%2Fb%20c%2Bd%25/tasks/%C3%BC"


def test_a_delete_has_neither_body_nor_content_type(server, dags):
    server.script = [answer(b"", 204, content_type="application/json")]
    assert dags.delete_dag("x") is None
    assert "content-type" not in server.asked[0].headers
    assert server.asked[0].body == b""


def test_a_write_has_both(server, dags):
    dags.patch_dag("x", {"is_paused": True}, update_mask=["is_paused"])
    (asked,) = server.asked
    assert asked.headers["content-type"] == "application/json"
    assert json.loads(asked.body) == {"is_paused": True}
    assert asked.target == "/api/v1/dags/x?update_mask=is_paused"


def test_with_http_info(server, dags):
    server.script = [answer({"dag_id": "x", "new": 1}, X_Extra="yes")]
    info = dags.get_dag_with_http_info("x")
    assert info.status_code == 200
    assert info.data == DAG(dag_id="x")
    assert info.headers["x-extra"] == info.headers["X-Extra"] == "yes"
    assert json.loads(info.raw_data) == {"dag_id": "x", "new": 1}


@pytest.mark.parametrize("status", [200, 404, 500])
def test_the_raw_form_never_raises_and_reads_later(connect, server, status):
    server.script = [answer({"dag_id": "x"}, status)]
    group = connect(Configuration(server.url))(DAGApi)
    response = group.get_dag_without_preload_content("x")
    assert response.status == status
    assert response.headers["content-type"] == "application/json"
    assert json.loads(group.wait(response.read())) == {"dag_id": "x"}


def test_the_raw_form_repeats_too(server, dags):
    server.script = [answer(b"", 503), answer({"dag_id": "x"})]
    response = dags.get_dag_without_preload_content("x")
    assert response.status == 200
    response.close()


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, exceptions.BadRequestException),
        (401, exceptions.UnauthorizedException),
        (403, exceptions.ForbiddenException),
        (404, exceptions.NotFoundException),
        (405, exceptions.MethodNotAllowedException),
        (406, exceptions.NotAcceptableException),
        (409, exceptions.ConflictException),
        (415, exceptions.UnsupportedMediaTypeException),
        (418, exceptions.ApiException),
        (422, exceptions.UnprocessableEntityException),
        (429, exceptions.TooManyRequestsException),
        (500, exceptions.ServiceException),
        (507, exceptions.ServiceException),
    ],
)
def test_every_status_has_its_error(server, dags, status, kind):
    server.script = [answer({**PROBLEM, "status": status}, status, "application/problem+json")]
    with pytest.raises(exceptions.ApiException) as caught:
        dags.get_dag("x")
    error = caught.value
    assert type(error) is kind
    assert error.status == status
    assert error.data.detail == "no such DAG: x"
    assert json.loads(error.body)["title"] == "DAG not found"
    assert error.headers["content-type"] == "application/problem+json"
    lines = str(error).splitlines()
    assert lines[0] == f"({status})"
    assert lines[1].startswith("Reason: ")
    assert lines[2] == f"get_dag: GET {server.url}/dags/x"
    assert lines[3] == "DAG not found: no such DAG: x"


def test_an_error_page_of_a_web_server(server, dags):
    page = b"<!doctype html><title>502 Bad   Gateway</title><p>nginx"
    server.script = [answer(page, 502, "text/html")]
    with pytest.raises(exceptions.ServiceException) as caught:
        dags.delete_dag("x")
    assert caught.value.data is None
    assert "502 Bad Gateway" in str(caught.value)
    assert "<" not in str(caught.value)


def test_a_web_page_with_status_200_is_no_answer(server, dags):
    server.script = [answer(b"<html><head><title>Sign in</title>", 200, "text/html; charset=utf-8")]
    with pytest.raises(exceptions.UnexpectedAnswer, match=r"a web page came.*'Sign in'") as caught:
        dags.get_dags()
    assert "host must be the address of Airflow itself" in str(caught.value)


@pytest.mark.parametrize("body", [b"", b'{"dag_id": "x', b"[1, 2]", b"OK"])
def test_what_is_no_json_is_no_answer(server, dags, body):
    server.script = [answer(body)]
    with pytest.raises(exceptions.UnexpectedAnswer) as caught:
        dags.get_dag("x")
    assert caught.value.status == 200


@pytest.mark.parametrize("step", [reset, raw(b""), raw(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")])
def test_a_broken_connection_is_repeated_for_reads(server, dags, step):
    server.script = [step, step, answer({"dag_id": "x"})]
    assert dags.get_dag("x").dag_id == "x"
    assert len(server.asked) == 3


@pytest.mark.parametrize("step", [reset, raw(b""), raw(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{")])
def test_a_broken_connection_is_not_repeated_for_writes(server, dags, step):
    server.script = [step]
    with pytest.raises(exceptions.ApiConnectionError, match="look before you repeat it") as caught:
        dags.patch_dag("x", {"is_paused": True})
    assert len(server.asked) == 1
    assert caught.value.status == 0
    assert caught.value.__cause__ is not None


def test_a_busy_server_is_asked_again(server, dags):
    server.script = [answer(b"", 503, Retry_After="0"), answer(b"", 429), answer({"dag_id": "x"})]
    assert dags.get_dag("x").dag_id == "x"
    assert len(server.asked) == 3


def test_silence_ends_in_time(server, dags):
    server.script = [silence(1)]
    with pytest.raises(exceptions.ApiTimeoutError, match=r"no answer in time \(0.1 seconds\)"):
        dags.get_dag("x", _request_timeout=(5, 0.1))
    assert len(server.asked) == 1


def test_nobody_there(connect):
    with Scripted() as server:
        url = server.url
    with pytest.raises(exceptions.ApiConnectionError, match=r"cannot connect to http://127\.0\.0\.1:") as caught:
        connect(Configuration(url, retries=0))(DAGApi).get_dag("x")
    assert type(caught.value) is exceptions.ApiConnectionError
    assert "refused" in str(caught.value)
    assert caught.value.sent is False


def test_a_name_that_does_not_exist(connect):
    with pytest.raises(exceptions.ApiConnectionError):
        connect(Configuration("http://nowhere.invalid", retries=0, timeout=5))(DAGApi).get_dag("x")


def test_a_redirect_elsewhere_takes_no_credentials_along(server, dags):
    with Scripted() as thief:
        server.script = [answer(b"", 302, Location=f"{thief.url}/dags/x")]
        with pytest.raises(exceptions.UnexpectedAnswer, match="a redirect to"):
            dags.get_dag("x")
        assert thief.asked == []


def test_a_redirect_on_the_same_server_is_followed(server, dags):
    server.script = [answer(b"", 308, Location="/other/dags/x"), answer({"dag_id": "x"})]
    assert dags.get_dag("x").dag_id == "x"
    assert server.asked[1].target == "/other/dags/x"
    assert "authorization" in server.asked[1].headers


def test_connections_are_kept(server, dags):
    for _ in range(3):
        dags.get_dag("x")
    assert server.connections == 1


def test_a_server_that_closes_after_every_answer(server, dags):
    server.script = [answer({"dag_id": "x"}, close=True)]
    for _ in range(3):
        assert dags.get_dag("x").dag_id == "x"
        dags.patch_dag("x", {"is_paused": True})
    assert server.connections == 6


def test_a_server_that_closes_without_a_word_in_between(server, dags):
    server.script = [raw(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")]  # no Connection: close, but it does
    for _ in range(3):
        dags.get_dag("x")
        dags.rest(0.05)  # long enough to be noticed before a write is risked
        dags.patch_dag("x", {"is_paused": True})
    assert len(server.asked) == 6


def test_compressed_answers(server, dags):
    server.script = [answer(gzip.compress(b'{"dag_id": "x"}'), Content_Encoding="gzip")]
    assert dags.get_dag("x").dag_id == "x"


def test_plain_text_as_asked(server, dags):
    server.script = [answer("print('ü')".encode(), content_type="text/plain; charset=utf-8")]
    source = dags.get_dag_source("token", _headers={"Accept": "plain/text"})
    assert source.content == "print('ü')"
    assert server.asked[0].headers["accept"] == "text/plain"


def test_tokens_keys_cookies_and_headers(connect, server):
    configuration = Configuration(
        server.url, access_token="t0ken", api_key={"X-Key": "k"}, api_key_prefix={"X-Key": "Token"}
    )
    client = connect(configuration, header_name="X-Team", header_value="data", cookie="session=1")
    client(DAGApi).get_dag("x")
    headers = server.asked[0].headers
    assert headers["authorization"] == "Bearer t0ken"
    assert (headers["x-key"], headers["x-team"], headers["cookie"]) == ("Token k", "data", "session=1")


def test_a_token_may_be_a_function(connect, server):
    tokens = iter(["first", "second"])
    group = connect(Configuration(server.url, access_token=lambda: next(tokens)))(DAGApi)
    group.get_dag("x")
    group.get_dag("x")
    assert [asked.headers["authorization"] for asked in server.asked] == ["Bearer first", "Bearer second"]


def test_credentials_may_change_at_any_time(connect, server):
    configuration = Configuration(server.url)
    group = connect(configuration)(DAGApi)
    group.get_dag("x")
    configuration.username, configuration.password = "a", "b"
    group.get_dag("x")
    assert "authorization" not in server.asked[0].headers
    assert server.asked[1].headers["authorization"] == "Basic YTpi"


def test_credentials_in_the_address(connect, server):
    group = connect(Configuration(server.url.replace("//", "//me:p%40ss@")))(DAGApi)
    group.get_dag("x")
    assert server.asked[0].headers["authorization"] == "Basic bWU6cEBzcw=="


@pytest.fixture
def authority():
    return trustme.CA()


@pytest.fixture
def secure(authority):
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    with Scripted(tls=context) as server:
        yield server


def test_a_certificate_that_nobody_vouches_for(connect, secure):
    with pytest.raises(exceptions.ApiTlsError, match="set ssl_ca_cert") as caught:
        connect(Configuration(secure.url))(DAGApi).get_dag("x")
    assert secure.asked == []
    assert "CERTIFICATE" in str(caught.value).upper()


def test_an_authority_of_ones_own(connect, secure, authority, tmp_path):
    file = tmp_path / "ca.pem"
    authority.cert_pem.write_to_path(file)
    connect(Configuration(secure.url, ssl_ca_cert=str(file)))(DAGApi).get_dag("x")
    connect(Configuration(secure.url, ca_cert_data=authority.cert_pem.bytes().decode()))(DAGApi).get_dag("x")
    assert len(secure.asked) == 2


@pytest.mark.filterwarnings("ignore::urllib3.exceptions.InsecureRequestWarning")
def test_verification_can_be_switched_off(connect, secure):
    configuration = Configuration(secure.url)
    configuration.verify_ssl = False
    connect(configuration)(DAGApi).get_dag("x")
    assert len(secure.asked) == 1


def test_https_where_http_is_spoken(connect, server):
    server.script = [raw(b"HTTP/1.1 400 Bad Request\r\n\r\n")]
    with pytest.raises(exceptions.ApiConnectionError):
        connect(Configuration(server.url.replace("http:", "https:"), timeout=2, retries=0))(DAGApi).get_dag("x")


def test_a_proxy(connect, server):
    configuration = Configuration("http://airflow.invalid/api/v1", username="me", password="x", retries=0)
    configuration.proxy = server.url.removesuffix("/api/v1").replace("//", "//p:q@")
    connect(configuration)(DAGApi).get_dag("x")
    (asked,) = server.asked
    assert asked.target == "http://airflow.invalid/api/v1/dags/x"
    assert asked.headers["proxy-authorization"] == "Basic cDpx"


def test_a_proxy_of_the_environment_and_its_exceptions(connect, server, monkeypatch):
    monkeypatch.setenv("http_proxy", server.url.removesuffix("/api/v1"))
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    connect(Configuration("http://airflow.invalid/api/v1", retries=0))(DAGApi).get_dag("x")
    connect(Configuration(server.url))(DAGApi).get_dag("y")
    assert [asked.target for asked in server.asked] == ["http://airflow.invalid/api/v1/dags/x", "/api/v1/dags/y"]


def test_the_log_tells_what_was_called_and_no_secret(connect, server, tmp_path):
    configuration = Configuration(server.url, username="me", password="s3cret", access_token="t0ken", debug=True)
    configuration.logger_file = str(tmp_path / "log")
    try:
        connect(configuration, cookie="session=c00kie")(DAGApi).get_dag("x")
    finally:
        configuration.debug = False
        configuration.logger_file = None
        logging.getLogger("titanium_airflow_client").handlers.clear()
    text = (tmp_path / "log").read_text()
    assert "GET /api/v1/dags/x: 200 in 0." in text
    assert not any(secret in text for secret in ("s3cret", "t0ken", "c00kie", "czNjcmV0"))


def test_no_error_holds_a_secret(connect, server):
    configuration = Configuration(server.url, username="me", password="s3cret", retries=0)
    group = connect(configuration, cookie="session=c00kie")(DAGApi)
    server.script = [answer(PROBLEM, 404, "application/problem+json", Set_Cookie="session=n3w"), reset]
    for _ in range(2):
        with pytest.raises(exceptions.ApiException) as caught:
            group.get_dag("x")
        told = repr(caught.value) + str(caught.value) + repr(vars(caught.value)) + repr(configuration)
        assert not any(secret in told for secret in ("s3cret", "c00kie", "n3w", "bWU6czNjcmV0"))


@pytest.mark.parametrize("token", ["line\nbreak", "", "ünicode"])
def test_a_token_that_is_none_is_refused_without_quoting_it(connect, server, token):
    with pytest.raises(exceptions.ApiValueError, match="access_token must be one line") as caught:
        connect(Configuration(server.url, access_token=token))(DAGApi).get_dag("x")
    assert not token or token not in str(caught.value)


def test_a_deletion_that_airflow_2_calls_a_web_page(connect, server):
    server.script = [answer(b"", 204, "text/html; charset=utf-8")]
    assert connect(Configuration(server.url))(DAGApi).delete_dag("a") is None
    server.script = [answer(b"<title>Sign in</title>", 200, "text/html; charset=utf-8")]
    with pytest.raises(exceptions.UnexpectedAnswer, match="Sign in"):
        connect(Configuration(server.url))(DAGApi).delete_dag("a")
