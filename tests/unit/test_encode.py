"""What goes over the wire, and what is refused before."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta, timezone

import pytest

from titanium_airflow_client import Configuration, encode
from titanium_airflow_client.exceptions import ApiTypeError, ApiValueError
from titanium_airflow_client.request import Request, Route
from titanium_airflow_client.schemas.dag import DAG, Tag
from titanium_airflow_client.schemas.dag_run import DAGRun
from titanium_airflow_client.schemas.model import Model
from titanium_airflow_client.schemas.pool import Pool
from titanium_airflow_client.schemas.task_instance_change import ClearTaskInstances, UpdateTaskInstancesState
from titanium_airflow_client.schemas.user import User, UserCollectionItem
from titanium_airflow_client.schemas.variable import Variable
from titanium_airflow_client.server import Server

AIRFLOW_2 = Server(2)
ROUTE = Route("x", "GET", "/x/{id}", None)


def target(query: dict[str, object], identifier: str = "i", **settings: object) -> str:
    configuration = Configuration("http://a")
    for name, value in settings.items():
        setattr(configuration, name, value)
    return encode.target(ROUTE, Request(into=DAG, path={"id": identifier}, query=query), AIRFLOW_2, configuration)


def body(value: object, model: type, method: str = "PATCH") -> object:
    return json.loads(encode.json(encode.fields(Request(into=DAG, body=value, body_type=model), method)))


@pytest.mark.parametrize(
    ("identifier", "text"),
    [
        ("plain-id_1.x~", "plain-id_1.x~"),
        ("a/b", "a%2Fb"),
        ("a b+c%d?e#f", "a%20b%2Bc%25d%3Fe%23f"),
        ("/lead", "%2Flead"),
        ("ключ", "%D0%BA%D0%BB%D1%8E%D1%87"),
        (".hidden", ".hidden"),
        ("manual__2024-01-01T00:00:00+00:00", "manual__2024-01-01T00%3A00%3A00%2B00%3A00"),
    ],
)
def test_an_id_is_one_segment_of_the_path(identifier, text):
    assert target({}, identifier) == f"/x/{text}"


@pytest.mark.parametrize("identifier", ["", ".", "..", "a/../b", "../b", "a/.", "a/dagRuns/b", "a/clear", "a/tasks"])
def test_an_id_that_would_lead_elsewhere_is_refused(identifier):
    with pytest.raises(ApiValueError, match="id must not be"):
        target({}, identifier)


def test_characters_may_be_declared_safe():
    assert target({}, "a/b", safe_chars_for_path_param="/") == "/x/a/b"


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ({}, ""),
        ({"limit": None}, ""),
        ({"limit": 5, "offset": 0}, "?limit=5&offset=0"),
        ({"paused": True, "only_active": False}, "?paused=true&only_active=false"),
        ({"fields": ["a", "b"]}, "?fields=a&fields=b"),
        ({"tags": ("x&y", "ü")}, "?tags=x%26y&tags=%C3%BC"),
        ({"tags": "alone"}, "?tags=alone"),
        ({"tags": []}, ""),
        ({"update_mask": ["is_paused", "b"]}, "?update_mask=is_paused%2Cb"),
        ({"order_by": "-dag_id"}, "?order_by=-dag_id"),
        ({"d": datetime(2024, 1, 2, 3, 4, 5)}, "?d=2024-01-02T03%3A04%3A05%2B00%3A00"),
        ({"d": datetime(2024, 1, 2, tzinfo=timezone(timedelta(hours=2)))}, "?d=2024-01-02T00%3A00%3A00%2B02%3A00"),
        ({"d": date(2024, 1, 2)}, "?d=2024-01-02"),
        ({"d": "2024-01-02T00:00:00Z"}, "?d=2024-01-02T00%3A00%3A00Z"),
    ],
)
def test_queries(query, text):
    assert target(query) == f"/x/i{text}"


def test_dates_may_be_formatted_by_the_configuration():
    moment = datetime(2024, 1, 2, 3, 4, 5, tzinfo=timezone.utc)
    assert target({"d": moment}, datetime_format="%Y").endswith("?d=2024")
    assert target({"d": date(2024, 1, 2)}, date_format="%d").endswith("?d=02")


def test_a_model_leaves_out_what_only_the_server_writes():
    assert body(DAG(dag_id="a", is_paused=True, tags=[Tag(name="t")]), DAG) == {"is_paused": True}


def test_unset_is_not_sent_and_null_is():
    assert body(DAGRun(dag_run_id="r"), DAGRun) == {"dag_run_id": "r"}
    assert body(DAGRun(dag_run_id="r", note=None), DAGRun) == {"dag_run_id": "r", "note": None}
    assert body({"dag_run_id": "r", "note": None}, DAGRun) == {"dag_run_id": "r", "note": None}


def test_documented_defaults_are_sent():
    flags = {"include_upstream": False, "include_downstream": False, "include_future": False, "include_past": False}
    sent = body({"task_id": "t", "new_state": "failed", "dag_run_id": "r"}, UpdateTaskInstancesState)
    assert sent == {"dry_run": True, "task_id": "t", "dag_run_id": "r", "new_state": "failed", **flags}
    assert body(ClearTaskInstances(), ClearTaskInstances) == {
        "dry_run": True,
        "only_failed": True,
        "only_running": False,
        **flags,
    }


def test_naive_dates_are_meant_in_utc_at_any_depth():
    naive = datetime(2024, 1, 2, 3)
    assert body(ClearTaskInstances(start_date=naive), ClearTaskInstances)["start_date"] == "2024-01-02T03:00:00Z"
    assert body({"start_date": naive}, ClearTaskInstances)["start_date"] == "2024-01-02T03:00:00Z"
    sent = body(DAGRun(conf={"at": [naive], "in": {"x": naive}}), DAGRun)["conf"]
    assert sent == {"at": ["2024-01-02T03:00:00Z"], "in": {"x": "2024-01-02T03:00:00Z"}}


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"is_pausd": True}, "DAG has no field 'is_pausd'; did you mean 'is_paused'"),
        ({"zzz": 1}, "DAG has no field 'zzz'; its fields are: "),
        ({"dag_id": "x", "is_paused": True}, "dag_id: read-only"),
        ({}, "sets nothing that can be changed; that would be: is_paused"),
        (DAG(), "sets nothing that can be changed; that would be: is_paused"),
        (DAG(dag_id="x"), "sets nothing that can be changed"),
    ],
)
def test_a_body_that_cannot_be_meant(value, message):
    with pytest.raises(ApiValueError, match=message):
        body(value, DAG)


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ({"is_paused": "yes"}, "DAG: Expected `bool"),
        (Tag(name="x"), "the body must be a DAG or a dict, not Tag"),
        ([], "the body must be a DAG or a dict, not list"),
        ("is_paused", "the body must be a DAG or a dict, not str"),
    ],
)
def test_a_body_of_the_wrong_type(value, message):
    with pytest.raises(ApiTypeError, match=message):
        body(value, DAG)


def test_what_the_server_demands_is_demanded_here():
    with pytest.raises(ApiValueError, match="needs task_id and new_state"):
        body(UpdateTaskInstancesState(), UpdateTaskInstancesState)


def test_making_one_takes_more_than_changing_it():
    assert body({"slots": 3}, Pool) == {"slots": 3}
    with pytest.raises(ApiValueError, match="Pool needs name: the server refuses it without"):
        body({"slots": 3}, Pool, "POST")


def test_what_json_cannot_hold():
    with pytest.raises(ApiTypeError, match="cannot be written as JSON"):
        body(DAGRun(conf={"x": object()}), DAGRun)


def test_what_a_list_shows_may_be_sent_where_the_whole_is():
    item = UserCollectionItem(username="ada", email="ada@example.com", login_count=3)
    assert body(item, User) == {"username": "ada", "email": "ada@example.com"}
    for other in (Variable(key="k"), User, Model()):
        with pytest.raises(ApiTypeError, match="must be a User"):
            body(other, User)


def test_a_null_that_the_server_sends_but_refuses_is_not_sent():
    assert body(Variable(key="k", value="v", description=None), Variable) == {"key": "k", "value": "v"}
    with pytest.raises(ApiValueError, match="description: the server refuses null in a Variable"):
        body({"key": "k", "value": "v", "description": None}, Variable)


def test_an_update_mask_names_fields_as_the_server_does():
    route = Route("patch_variable", "PATCH", "/variables/{variable_key}", None)
    for mask in (["value", "description"], "value,description", ("value", "description")):
        request = Request(into=Variable, path={"variable_key": "a/b"}, query={"update_mask": mask})
        sent = encode.target(route, request, AIRFLOW_2, Configuration("http://a"))
        assert sent == "/variables/a%2Fb?update_mask=val%2Cdescription"
