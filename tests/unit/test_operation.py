"""An operation is an ordinary function, and says what is wrong with its arguments before anything is sent."""

from __future__ import annotations

import inspect
import pydoc
from unittest import mock

import pytest

from titanium_airflow_client import DAG, ApiClient, AsyncApiClient, Configuration, DAGApi, exceptions
from titanium_airflow_client.request import Request, Response, Send


class Recorder:
    """A transport that answers the same to everything."""

    def __init__(self) -> None:
        self.sent: list[Send] = []

    def send(self, send: Send) -> Response:
        self.sent.append(send)
        return Response(200, "OK", {"Content-Type": "application/json"}, b'{"dag_id": "x"}')

    def close(self) -> None:
        self.sent.append("closed")


@pytest.fixture
def transport():
    return Recorder()


@pytest.fixture
def api(transport):
    return DAGApi(ApiClient(Configuration("http://airflow/api/v1"), transport=transport))


def test_the_builder_is_a_pure_function():
    request = DAGApi.get_dag.build(None, "x", fields=["a"])
    assert request == Request(into=DAG, path={"dag_id": "x"}, query={"fields": ["a"]}, options={})
    assert (DAGApi.get_dag.route.method, DAGApi.get_dag.route.v1) == ("GET", "/dags/{dag_id}")


def test_the_signature_shows_what_comes_back(api):
    assert str(inspect.signature(api.get_dag)) == (
        "(dag_id: 'str', fields: 'Sequence[str] | None' = None, **options: 'Unpack[Options]') -> 'DAG'"
    )
    assert inspect.signature(api.get_dag_with_http_info).return_annotation == "ApiResponse[DAG]"
    assert inspect.signature(api.get_dag_without_preload_content).return_annotation == "urllib3.BaseHTTPResponse"


def test_names_and_help(api):
    assert api.get_dag.__name__ == "get_dag"
    assert api.get_dag_with_http_info.__qualname__ == "DAGApi.get_dag_with_http_info"
    assert api.get_dag.__module__ == "titanium_airflow_client.api.dag_api"
    assert "Get one DAG" in pydoc.render_doc(DAGApi.get_dag)


def test_it_can_be_mocked(api):
    double = mock.create_autospec(DAGApi, instance=True)
    double.get_dag("x", fields=[])
    with pytest.raises(TypeError):
        double.get_dag()
    with mock.patch.object(DAGApi, "get_dag", autospec=True, return_value=DAG(dag_id="y")) as get_dag:
        assert api.get_dag("x").dag_id == "y"
    get_dag.assert_called_once_with(api, "x")


def test_arguments_by_position_and_by_name(api, transport):
    api.get_dags(5, 10, "-dag_id", ["t"], False, paused=True)
    assert transport.sent[0].target == (
        "/api/v1/dags?limit=5&offset=10&order_by=-dag_id&tags=t&only_active=false&paused=true"
    )


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda api: api.get_dag(), "missing 1 required positional argument: 'dag_id'"),
        (lambda api: api.get_dag(7), "dag_id must be str, not int"),
        (lambda api: api.get_dag(None), "dag_id must be str, not NoneType"),
        (lambda api: api.get_dag("x", 3), "fields must be .*list.*, not int"),
        (lambda api: api.get_dags(limit="5"), "limit must be int, not str"),
        (lambda api: api.get_dags(limit=True), "limit must be int, not bool"),
        (lambda api: api.get_dags(paused="yes"), "paused must be bool, not str"),
        (lambda api: api.get_dags(order_by=7), "order_by must be .*str.*, not int"),
        (lambda api: api.patch_dag("x", None), "dag must be DAG or dict, not NoneType"),
        (lambda api: api.patch_dag("x", "is_paused"), "dag must be DAG or dict, not str"),
        (lambda api: api.get_dag("x", field=["a"]), "unexpected keyword argument 'field'"),
        (lambda api: api.get_dag("x", _preload_content=False), "_without_preload_content"),
        (lambda api: api.get_dag("x", async_req=True), "AsyncApiClient"),
    ],
)
def test_arguments_that_cannot_be_meant(api, transport, call, message):
    with pytest.raises(TypeError, match=message):
        call(api)
    assert transport.sent == []


def test_what_older_generators_pass_is_accepted(api):
    api.get_dag("x", _check_return_type=False, _check_input_type=False, _spec_property_naming=True)


def test_in_async_code_too_arguments_are_checked_when_the_call_is_made():
    api = DAGApi(AsyncApiClient(Configuration("http://airflow/api/v1"), transport=Recorder()))
    with pytest.raises(exceptions.ApiTypeError):
        api.get_dag(7)


def test_a_client_closes_with_its_block_and_works_without_one(transport):
    with ApiClient(Configuration("http://airflow/api/v1"), transport=transport) as client:
        DAGApi(client).get_dag("x")
    assert transport.sent[-1] == "closed"


def test_a_group_without_a_client_uses_the_default_one(transport, monkeypatch):
    client = ApiClient(Configuration("http://airflow/api/v1"), transport=transport)
    monkeypatch.setattr(ApiClient, "_default", None)
    ApiClient.set_default(client)
    assert DAGApi().api_client is client
    ApiClient.set_default(None)
    assert DAGApi().api_client is ApiClient.get_default() is DAGApi().api_client


def test_headers_of_a_client(transport):
    client = ApiClient(Configuration("http://airflow/api/v1"), "X-Team", "data", cookie="a=b", transport=transport)
    client.user_agent = "mine/1"
    client.set_default_header("X-Other", "1")
    DAGApi(client).get_dag("x")
    sent = transport.sent[0].headers
    assert (sent["X-Team"], sent["Cookie"], sent["User-Agent"], sent["X-Other"]) == ("data", "a=b", "mine/1", "1")


def test_what_is_sent_does_not_show_credentials(transport):
    client = ApiClient(Configuration("http://airflow/api/v1", username="me", password="s3cret"), transport=transport)
    DAGApi(client).get_dag("x")
    assert repr(transport.sent[0]) == "<Send GET http://airflow/api/v1/dags/x>"
    assert "s3cret" not in repr(client)


def test_models_as_plain_values():
    client = ApiClient(Configuration("http://airflow/api/v1"), transport=Recorder())
    assert client.sanitize_for_serialization([DAG(dag_id="x")]) == [{"dag_id": "x"}]
