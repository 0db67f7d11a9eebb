"""Which Airflow answers, and how a password becomes a token: both colours, against a server that plays either."""

from __future__ import annotations

import asyncio
import json
import threading
import time
from base64 import urlsafe_b64encode

import pytest

from tests.scripted import Scripted, answer, raw
from titanium_airflow_client import (
    ApiClient,
    AsyncApiClient,
    BadRequestException,
    Configuration,
    DAGApi,
    UnauthorizedException,
    UnexpectedAnswer,
)
from titanium_airflow_client.server import NewerAirflowWarning, Server

GONE = {"error": "/api/v1 has been removed in Airflow 3, please use its upgraded version /api/v2 instead."}


def jwt(name: str, lasts: float = 3600) -> str:
    payload = urlsafe_b64encode(json.dumps({"sub": name, "exp": time.time() + lasts}).encode()).decode().rstrip("=")
    return f"head.{payload}.{name}"


class Airflow:
    """A server of one release, by its paths; what it knows of tokens it can forget."""

    def __init__(self, release: str, tokens: list[str] | None = None, shape: str = "access_token") -> None:
        self.release, self.tokens, self.shape = release, tokens or [jwt("first")], shape
        self.valid = set(self.tokens)
        self.server = Scripted(script=[self.step])

    def step(self, connection) -> bool:
        asked = self.server.asked[-1]
        return self.reply(asked)(connection)

    def reply(self, asked):
        prefix = "/api/v1" if self.release.startswith("2") else "/api/v2"
        path = asked.target.partition("?")[0]
        if path == "/auth/token" and prefix == "/api/v2":
            given = json.loads(asked.body)
            if given != {"username": "me", "password": "s3cret"}:
                return answer({"detail": "Invalid credentials"}, 401)
            return answer({self.shape: self.tokens.pop(0) if len(self.tokens) > 1 else self.tokens[0]}, 201)
        if not path.startswith(prefix):
            return answer(GONE if path.startswith("/api/v1") else {"detail": "Not Found"}, 404)
        if path == f"{prefix}/version":
            return answer({"version": self.release, "git_version": None})
        if prefix == "/api/v2" and asked.headers.get("authorization", "").removeprefix("Bearer ") not in self.valid:
            return answer({"detail": "Invalid JWT token"}, 403)
        return answer({"dag_id": "x"})

    def asked(self) -> list[str]:
        return [f"{asked.method} {asked.target}" for asked in self.server.asked]


@pytest.fixture
def airflow_3():
    airflow = Airflow("3.1.8")
    with airflow.server:
        yield airflow


@pytest.fixture
def airflow_2():
    airflow = Airflow("2.11.2")
    with airflow.server:
        yield airflow


def settings(airflow: Airflow, end: str, **more: object) -> Configuration:
    host = airflow.server.url.removesuffix("/api/v1") + end
    return Configuration(host, **{"username": "me", "password": "s3cret", **more})


@pytest.mark.parametrize("end", ["", "/", "/api/v2"])
def test_airflow_3_is_found_and_its_token_fetched_once(connect, airflow_3, end):
    dags = connect(settings(airflow_3, end))(DAGApi)
    assert dags.get_dag("x").dag_id == dags.get_dag("x").dag_id == "x"
    assert airflow_3.asked() == [
        "GET /api/v2/version",
        "POST /auth/token",
        "GET /api/v2/dags/x",
        "GET /api/v2/dags/x",
    ]
    server = dags.group.api_client.server
    assert (server.generation, server.release) == (3, "3.1.8")


def test_an_address_of_airflow_2_where_airflow_3_has_moved_in(connect, airflow_3):
    dags = connect(settings(airflow_3, "/api/v1"))(DAGApi)
    assert dags.get_dag("x").dag_id == dags.get_dag("x").dag_id == "x"
    assert airflow_3.asked() == [
        "GET /api/v1/dags/x",
        "GET /api/v2/version",
        "POST /auth/token",
        "GET /api/v2/dags/x",
        "GET /api/v2/dags/x",
    ]


def test_an_address_of_airflow_2_is_believed(connect, airflow_2):
    dags = connect(settings(airflow_2, "/api/v1"))(DAGApi)
    dags.get_dag("x")
    assert airflow_2.asked() == ["GET /api/v1/dags/x"]
    assert dags.group.api_client.server.generation == 2


@pytest.mark.parametrize("end", ["", "/api/v2"])
def test_airflow_2_is_found(connect, airflow_2, end):
    dags = connect(settings(airflow_2, end))(DAGApi)
    dags.get_dag("x")
    assert airflow_2.asked() == ["GET /api/v2/version", "GET /api/v1/version", "GET /api/v1/dags/x"]
    assert dags.group.api_client.server.release == "2.11.2"


def test_the_host_may_change(connect, airflow_2, airflow_3):
    configuration = settings(airflow_2, "")
    dags = connect(configuration)(DAGApi)
    dags.get_dag("x")
    configuration.host = settings(airflow_3, "").host
    dags.get_dag("x")
    assert airflow_3.asked()[-1] == "GET /api/v2/dags/x"


@pytest.mark.parametrize("shape", ["access_token", "jwt_token"])
def test_both_shapes_of_a_token(connect, shape):
    airflow = Airflow("3.0.6", shape=shape)
    with airflow.server:
        assert connect(settings(airflow, ""))(DAGApi).get_dag("x").dag_id == "x"


def test_a_token_is_exchanged_before_it_ends(connect):
    airflow = Airflow("3.3.2", [jwt("short", lasts=0.5), jwt("long")])
    with airflow.server:
        dags = connect(settings(airflow, ""))(DAGApi)
        dags.get_dag("x")
        dags.rest(0.5)
        dags.get_dag("x")
    tokens = [asked.headers["authorization"] for asked in airflow.server.asked if asked.target.endswith("/dags/x")]
    assert [token.rpartition(".")[2] for token in tokens] == ["short", "long"]


def test_a_token_that_the_server_forgot_is_renewed_once(connect):
    airflow = Airflow("3.3.2", [jwt("first"), jwt("second")])
    with airflow.server:
        dags = connect(settings(airflow, ""))(DAGApi)
        dags.get_dag("x")
        airflow.valid = {airflow.tokens[0]}
        assert dags.patch_dag("x", {"is_paused": True}).dag_id == "x"
        assert airflow.asked()[-3:] == ["PATCH /api/v2/dags/x", "POST /auth/token", "PATCH /api/v2/dags/x"]


def test_a_wrong_password(connect, airflow_3):
    dags = connect(settings(airflow_3, "", password="wr0ng"))(DAGApi)
    with pytest.raises(UnauthorizedException, match="Invalid credentials") as caught:
        dags.get_dag("x")
    assert "wr0ng" not in str(caught.value)


def test_a_token_of_ones_own_is_used_as_it_is(connect, airflow_3):
    airflow_3.valid.add("mine")
    connect(settings(airflow_3, "", access_token="mine"))(DAGApi).get_dag("x")
    assert airflow_3.asked() == ["GET /api/v2/version", "GET /api/v2/dags/x"]


def test_threads_fetch_one_token(airflow_3):
    with ApiClient(settings(airflow_3, "")) as client:
        threads = [threading.Thread(target=DAGApi(client).get_dag, args=("x",)) for _ in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert airflow_3.asked().count("POST /auth/token") == 1
    assert airflow_3.asked().count("GET /api/v2/dags/x") == 8


async def test_tasks_fetch_one_token(airflow_3):
    async with AsyncApiClient(settings(airflow_3, "")) as client:
        await asyncio.gather(*(DAGApi(client).get_dag("x") for _ in range(8)))
    assert airflow_3.asked().count("POST /auth/token") == 1
    assert airflow_3.asked().count("GET /api/v2/dags/x") == 8


def test_a_newer_airflow_is_told_about_once(connect):
    airflow = Airflow("3.9.0")
    with airflow.server:
        dags = connect(settings(airflow, ""))(DAGApi)
        with pytest.warns(NewerAirflowWarning, match=r"Airflow 3\.9\.0 is newer"):
            dags.get_dag("x")
        dags.get_dag("x")


def test_no_airflow_at_all(connect):
    page = b"<html><title>Welcome to nginx!</title>"
    with Scripted(script=[answer(page, content_type="text/html")]) as server:
        dags = connect(Configuration(server.url.removesuffix("/api/v1")))(DAGApi)
        with pytest.raises(UnexpectedAnswer, match="no Airflow found: a web page, 'Welcome to nginx!'"):
            dags.get_dag("x")


def test_what_airflow_3_refuses_is_told_in_one_way(connect):
    problems = [{"loc": ["body", "logical_date"], "msg": "Field required", "type": "missing"}]
    with Scripted(script=[answer({"version": "3.1.8"}), answer({"detail": problems}, 422)]) as server:
        dags = connect(Configuration(server.url.removesuffix("/api/v1"), access_token="t"))(DAGApi)
        with pytest.raises(Exception, match="logical_date: Field required") as caught:
            dags.get_dag("x")
    assert caught.value.data.errors == problems
    assert caught.value.data.status == 422


def test_what_the_server_supports(connect, airflow_2):
    dags = connect(settings(airflow_2, ""))(DAGApi)
    dags.get_dag("x")
    server = dags.group.api_client.server
    assert server.supports(DAGApi.post_set_task_instances_state)
    assert not Server(2, "2.9.3").supports(DAGApi.reparse_dag_file)
    assert server.supports(DAGApi.reparse_dag_file)
    assert Server(3, "3.0.6").supports(DAGApi.post_set_task_instances_state)  # by a recipe


def test_an_unknown_field_is_refused_before_it_is_sent(connect, airflow_3):
    dags = connect(settings(airflow_3, ""))(DAGApi)
    with pytest.raises(BadRequestException, match="there is no field dag_idd") as caught:
        dags.get_dag("x", fields=["dag_idd"])
    assert caught.value.status == caught.value.data.status == 400


def test_fields_are_picked_here_where_the_server_does_not(connect):
    with Scripted(
        script=[
            answer({"version": "3.1.8"}),
            answer({"dag_id": "x", "is_stale": True, "is_paused": False}),
            answer({"dags": [{"dag_id": "x", "is_stale": True}], "total_entries": 1}),
        ]
    ) as server:
        dags = connect(Configuration(server.url.removesuffix("/api/v1"), access_token="t"))(DAGApi)
        whole = dags.get_dag("x", fields=["dag_id", "is_active"])
        page = dags.get_dags(fields=["is_active"], only_active=False)
        assert server.asked[1].target == "/api/v2/dags/x"
        assert server.asked[2].target == "/api/v2/dags?limit=100&exclude_stale=false"
    assert whole.to_dict() == {"dag_id": "x", "is_active": False}
    assert [dag.to_dict() for dag in page.dags] == [{"is_active": False}]
    assert page.total_entries == 1


def test_every_form_of_an_answer_that_is_made_of_several(connect):
    page = {"dags": [{"dag_id": "a"}, {"dag_id": "b"}], "total_entries": 2}
    changed = [answer({"dag_id": name, "is_paused": True}) for name in "ab"]
    with Scripted(script=[answer({"version": "3.3.2"}), *([answer(page), *changed] * 3)]) as server:
        dags = connect(Configuration(server.url.removesuffix("/api/v1"), access_token="t"))(DAGApi)
        plain = dags.patch_dags("~", {"is_paused": True})
        info = dags.patch_dags_with_http_info("~", {"is_paused": True})
        response = dags.patch_dags_without_preload_content("~", {"is_paused": True})
    assert [dag.is_paused for dag in plain.dags] == [True, True]
    assert info.data == plain
    assert (info.status_code, info.headers["content-type"]) == (200, "application/json")
    assert (response.status, response.headers["content-type"]) == (200, "application/json")
    assert json.loads(dags.wait(response.read()))["total_entries"] == 2
    response.close()


def test_a_broken_connection_while_logging_in_is_told(connect):
    with Scripted(script=[answer({"version": "3.1.8"}), raw(b"")]) as server:
        dags = connect(Configuration(server.url.removesuffix("/api/v1"), username="a", password="b"))(DAGApi)
        with pytest.raises(Exception, match="log in: POST "):
            dags.get_dag("x")


def test_an_airflow_that_is_too_old_for_fields_has_them_picked_here(connect):
    server = Scripted()

    def reply(connection) -> bool:
        target = server.current.asked.target
        if target.endswith("/version"):
            return answer({"version": "2.8.4"}, 200 if "/v1/" in target else 404)(connection)
        if "fields" in target:
            return answer({"detail": "Extra query parameter(s) fields not in spec"}, 400)(connection)
        return answer({"dag_id": "a", "is_paused": True})(connection)

    server.script = [reply]
    with server:
        dags = connect(Configuration(server.url))(DAGApi)
        for _ in range(2):
            assert dags.get_dag("a", fields=["dag_id"]).to_dict() == {"dag_id": "a"}
    assert [asked.target for asked in server.asked] == [
        "/api/v1/dags/a?fields=dag_id",
        "/api/v2/version",
        "/api/v1/version",
        "/api/v1/dags/a",
        "/api/v1/dags/a",
    ]


@pytest.mark.parametrize("all_are_admins", [True, False])
def test_without_credentials_everybody_may_be_an_admin(connect, all_are_admins):
    """Airflow 3.1 wants a token even there, and gives it to whoever asks."""
    server = Scripted()

    def reply(connection) -> bool:
        asked = server.current.asked
        if asked.target.endswith("/version"):
            return answer({"version": "3.1.8"})(connection)
        if asked.target == "/auth/token":
            assert (asked.method, asked.body, "authorization" in asked.headers) == ("GET", b"", False)
            return answer({"access_token": "everybody"}, 201 if all_are_admins else 403)(connection)
        if asked.headers.get("authorization") == "Bearer everybody":
            return answer({"dag_id": "a"})(connection)
        return answer({"detail": "Not authenticated"}, 401)(connection)

    server.script = [reply]
    with server:
        dags = connect(Configuration(server.url.replace("/v1", "/v2")))(DAGApi)
        if all_are_admins:
            assert dags.get_dag("a") == dags.get_dag("a")
            assert [asked.target for asked in server.asked[1:]] == [
                "/api/v2/dags/a",
                "/auth/token",
                *["/api/v2/dags/a"] * 2,
            ]
        else:
            with pytest.raises(UnauthorizedException, match="no credentials were sent"):
                dags.get_dag("a")
