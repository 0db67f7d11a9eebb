"""The operations of VariableApi against a real Airflow, with its state afterwards."""

from __future__ import annotations

import contextlib
import logging
import random
import uuid
from collections.abc import Iterator
from typing import Any

import pytest

from titanium_airflow_client import (
    ApiTypeError,
    ApiValueError,
    BadRequestException,
    ForbiddenException,
    NotFoundException,
    ServiceException,
    UnexpectedAnswer,
    Variable,
    VariableApi,
)

REFUSED = (BadRequestException, ApiValueError)
"""What Airflow 2 finds wrong is in part not even sent to Airflow 3, which would take it in silence."""
GONE = "Variable not found|The Variable with key: `.*` was not found"


def told(variable: Any) -> tuple[str, str, str | None]:
    """What every release tells of a variable."""
    return variable.key, variable.value, variable.description


@pytest.fixture
def variables(api: Any) -> Any:
    return api(VariableApi)


@pytest.fixture
def kept(knows: Any) -> Any:
    """What is left of the description of a new variable: before Airflow 2.8 servers lose it, and do not say so."""
    return lambda description: description if knows("2.8") else None


@pytest.fixture
def key(variables: Any) -> Iterator[str]:
    """The name of a variable that nobody else has, and that is gone afterwards."""
    key = f"test_{uuid.uuid4().hex}"
    yield key
    with contextlib.suppress(NotFoundException):
        variables.delete_variable(key)


def test_a_variable_from_its_beginning_to_its_end(variables, key, kept):
    made = variables.post_variables(Variable(key=key, value="hello", description="a greeting"))
    assert told(made) == (key, "hello", "a greeting")
    assert told(variables.get_variable(key)) == (key, "hello", kept("a greeting"))
    assert variables.delete_variable(key) is None
    with pytest.raises(NotFoundException, match=GONE) as error:
        variables.get_variable(key)
    assert error.value.status == 404
    with pytest.raises(NotFoundException):
        variables.delete_variable(key)


def test_a_dict_will_do_and_posting_again_replaces(variables, key, kept):
    variables.post_variables({"key": key, "value": "1"})
    assert told(variables.get_variable(key)) == (key, "1", None)
    variables.post_variables({"key": key, "value": "2", "description": "two"})
    assert told(variables.get_variable(key)) == (key, "2", kept("two"))
    variables.post_variables({"key": key, "value": "3"})
    assert told(variables.get_variable(key)) == (key, "3", None)


def test_changes_without_a_mask(variables, key, kept):
    variables.post_variables({"key": key, "value": "1", "description": "one"})
    changed = variables.patch_variable(key, {"key": key, "value": "2"})
    assert changed == variables.get_variable(key)
    assert told(changed) == (key, "2", kept("one"))
    variables.patch_variable(key, Variable(key=key, value="3", description=""))
    assert told(variables.get_variable(key)) == (key, "3", "")


def test_changes_with_a_mask(variables, key, kept):
    variables.post_variables({"key": key, "value": "1", "description": "one"})
    both = Variable(key=key, value="2", description="two")
    assert variables.patch_variable(key, both, update_mask=["value"]).value == "2"
    assert told(variables.get_variable(key)) == (key, "2", kept("one"))
    assert variables.patch_variable(key, both, update_mask=["description"]).description == "two"
    both.value = "3"
    variables.patch_variable(key, both, ["description", "value"])
    assert told(variables.get_variable(key)) == told(both)


def test_what_was_read_can_be_changed_and_sent(variables, key):
    variables.post_variables({"key": key, "value": "1"})
    variable = variables.get_variable(key)
    assert variable.description is None
    variable.value = "2"
    variables.patch_variable(key, variable)
    assert variables.get_variable(key).value == "2"
    (listed,) = [one for one in every(variables) if one.key == key]
    listed.value = "3"
    variables.patch_variable(key, listed)
    assert variables.get_variable(key).value == "3"


def every(variables):
    first = variables.get_variables()
    pages = [first.variables]
    while sum(map(len, pages)) < first.total_entries:
        pages.append(variables.get_variables(offset=sum(map(len, pages))).variables)
    return [one for page in pages for one in page]


def test_a_list_in_pages_and_in_order(variables):
    keys = [f"test_{uuid.uuid4().hex}" for _ in range(3)]
    for key in keys:
        variables.post_variables({"key": key, "value": key})
    try:
        found = [one.key for one in variables.get_variables(order_by="key").variables]
        assert found == sorted(found)
        assert {*keys} <= {*found}
        assert [one.key for one in variables.get_variables(limit=100, order_by="-key").variables] == found[::-1]
        assert [one.key for one in variables.get_variables(limit=2, offset=1, order_by="key").variables] == found[1:3]
        assert variables.get_variables(limit=1).total_entries == len(found)
        newest = variables.get_variables(limit=3, order_by="-id").variables
        assert [one.key for one in newest] == keys[::-1]
        assert [one.value for one in newest] == keys[::-1]
    finally:
        for key in keys:
            variables.delete_variable(key)


IDS = ["a/b", "a//b/", "with space", "plus+", "50%", "%2F", "ünï→☃", "a&b=c?d#e", "~", "...", "'\"\\;", ".x"]


@pytest.mark.parametrize("odd", IDS)
def test_keys_with_anything_in_them(variables, odd):
    try:
        assert variables.post_variables({"key": odd, "value": odd}).key == odd
        assert told(variables.get_variable(odd)) == (odd, odd, None)
        variables.patch_variable(odd, {"key": odd, "value": "new"}, update_mask=["value"])
        assert variables.get_variable(odd).value == "new"
    finally:
        assert variables.delete_variable(odd) is None
    with pytest.raises(NotFoundException, match=GONE) as error:
        variables.get_variable(odd)
    assert "slash" not in str(error.value)


def test_a_key_that_begins_with_a_slash_is_never_taken_for_another(variables, key, knows):
    odd = f"/{key}"
    variables.post_variables({"key": key, "value": "another"})
    variables.post_variables({"key": odd, "value": "out of reach"})
    if knows("3.0"):
        assert variables.get_variable(odd).value == "out of reach"
        assert variables.patch_variable(odd, {"key": odd, "value": "changed"}).value == "changed"
        assert variables.delete_variable(odd) is None
        assert variables.get_variable(key).value == "another"
        return
    for call in (
        lambda: variables.get_variable(odd),
        lambda: variables.patch_variable(odd, {"key": odd, "value": "changed"}),
        lambda: variables.delete_variable(odd),
    ):
        with pytest.raises(UnexpectedAnswer, match="ID that begins or ends with a slash"):
            call()
    assert variables.get_variable(key).value == "another"
    assert odd in {one.key for one in every(variables)}


@pytest.mark.parametrize("nothing", ["", ".", "..", "a/../b"])
def test_a_key_that_would_lead_elsewhere_is_refused(variables, nothing):
    for call in (
        lambda: variables.get_variable(nothing),
        lambda: variables.patch_variable(nothing, {"key": "k", "value": "v"}),
        lambda: variables.delete_variable(nothing),
    ):
        with pytest.raises(ApiValueError, match="variable_key must not be"):
            call()


@pytest.mark.parametrize(
    "value", ["", " a\n\tb ", '{"json": [1, null]}', "ünï→☃😀", "'; DROP TABLE variable; --", "x" * 60000]
)
def test_any_text_is_a_value(variables, key, value):
    variables.post_variables({"key": key, "value": value})
    assert variables.get_variable(key).value == value


def test_what_is_missing_or_wrong_is_not_sent(variables, key):
    for body, problem in (
        ({"key": key}, "needs value"),
        (Variable(value="v"), "needs key"),
        ({"key": key, "value": "v", "valeu": "w"}, "did you mean 'value'"),
        ({"key": key, "value": "v", "description": None}, "description: the server refuses null"),
    ):
        with pytest.raises(ApiValueError, match=problem):
            variables.post_variables(body)
    for value in (1, {"a": 1}, True):
        with pytest.raises(ApiTypeError, match="value"):
            variables.post_variables({"key": key, "value": value})
    with pytest.raises(NotFoundException):
        variables.get_variable(key)


def test_what_the_server_refuses(variables, key, knows):
    with pytest.raises(NotFoundException if knows("2.7") else ServiceException, match=f"{GONE}|log says why"):
        variables.patch_variable(key, {"key": key, "value": "v"})
    variables.post_variables({"key": key, "value": "v"})
    with pytest.raises(BadRequestException, match="doesn't match"):
        variables.patch_variable(key, {"key": "another", "value": "w"})
    with pytest.raises(BadRequestException, match=r"Missing data for required field|value: Field required"):
        variables.patch_variable(key, {"key": key})
    with pytest.raises(REFUSED, match=r"'nope' is unknown|update_mask has nope"):
        variables.patch_variable(key, {"key": key, "value": "w"}, update_mask=["nope"])
    with pytest.raises(BadRequestException, match="Ordering with 'nope'"):
        variables.get_variables(order_by="nope")
    with pytest.raises(BadRequestException, match=r"limit must be a positive|limit: Input should be greater"):
        variables.get_variables(limit=-1)
    assert variables.get_variable(key).value == "v"


def test_a_value_is_in_no_repr_no_log_and_no_error(variables, key, caplog):
    secret = f"hidden-{random.random()}"  # Airflow 3 masks a text that was a password elsewhere
    with caplog.at_level(logging.DEBUG):
        made = variables.post_variables({"key": key, "value": secret})
        info = variables.get_variable_with_http_info(key)
        for body, mask in (({"key": "another", "value": secret}, None), ({"key": key, "value": secret}, ["nope"])):
            with pytest.raises(REFUSED) as error:
                variables.patch_variable(key, body, update_mask=mask)
            assert secret not in f"{error.value} {error.value!r} {error.value.__dict__}"
        with pytest.raises(ApiTypeError) as wrong:
            variables.post_variables({"key": key, "value": [secret]})
        assert secret not in str(wrong.value)
    assert info.data.value == made.value == secret
    assert secret not in repr(made) + repr(info.data) + caplog.text


def test_one_who_may_only_look(airflow, connect, variables, key):
    variables.post_variables({"key": key, "value": "v"})
    viewer = connect(airflow.configuration_for("viewer"))(VariableApi)
    for call in (
        lambda: viewer.get_variables(),
        lambda: viewer.get_variable(key),
        lambda: viewer.post_variables({"key": key, "value": "w"}),
        lambda: viewer.patch_variable(key, {"key": key, "value": "w"}),
        lambda: viewer.delete_variable(key),
    ):
        with pytest.raises(ForbiddenException):
            call()
    assert variables.get_variable(key).value == "v"


def test_the_other_forms(variables, key):
    info = variables.post_variables_with_http_info({"key": key, "value": "v"})
    assert info.status_code in (200, 201)  # Airflow 3 says that it was made
    assert info.data.key == key
    assert variables.delete_variable_with_http_info(key).status_code == 204
    response = variables.get_variable_without_preload_content(key)
    assert response.status == 404
    response.close()
