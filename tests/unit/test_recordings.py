"""The answers of real servers, recorded by `tools/record.py`: each decodes, also with what a newer or older one sends.

Warnings are errors here, so a value that does not fit its model fails the test.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Iterator
from inspect import signature
from typing import Any

import pytest

from tests.mutations import MISSING, Path, at, changed, paths
from tests.recorded import COLOURS, RECORDINGS, Recording
from titanium_airflow_client import (
    ApiException,
    OpenApiException,
    ServiceException,
    UnexpectedAnswer,
    api,
)
from titanium_airflow_client.dialect import number
from titanium_airflow_client.exceptions import BY_STATUS
from titanium_airflow_client.server import Server

RELEASES = ["2.6.3", "2.7.3", "2.8.4", "2.9.3", "2.10.5", "2.11.2", "3.0.6", "3.1.8", "3.2.2", "3.3.2"]
NOT_THERE = {"create_token_all_admins", "get_external_log_url"} | {
    f"{verb}_{what}" for verb in ("delete", "patch", "post") for what in ("role", "user")
}
"""What an Airflow 3 as it comes refuses: it has the simple auth manager, and keeps logs to itself."""


@pytest.fixture(scope="module")
def loop() -> Iterator[asyncio.AbstractEventLoop]:
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


def outcome(recording: Recording, client: Any, loop: asyncio.AbstractEventLoop) -> Any:
    """The result, or the error."""
    try:
        result = recording.call(client)
        return loop.run_until_complete(result) if asyncio.iscoroutine(result) else result
    except OpenApiException as error:
        return error


def operations(release: str) -> dict[str, Any]:
    """What is asked of a release: of Airflow 2 also what came with a later one, for how that is refused."""
    server = Server(int(release[0]), release)
    groups = [getattr(api, name) for name in api.__all__]
    found = {name: getattr(group, name) for group in groups for name in dir(group)}
    found = {name: one for name, one in found.items() if hasattr(one, "route") and one.route.name == name}
    return {
        name: one for name, one in found.items() if (one.route.v1 if server.generation == 2 else server.supports(one))
    }


@pytest.mark.parametrize("release", RELEASES)
def test_every_operation_is_recorded(release: str) -> None:
    names = {recording.name for recording in RECORDINGS if recording.release == release}
    assert not operations(release).keys() - names
    assert len(names) > 250


@pytest.mark.parametrize("release", RELEASES)
def test_every_operation_that_the_release_has_went_well(release: str) -> None:
    asked = operations(release)
    lacking = {name for name, one in asked.items() if number(release) < number(one.route.since)}
    if release.startswith("3."):
        lacking = NOT_THERE & asked.keys()
    failed = {
        one.name for one in RECORDINGS if one.release == release and "-" not in one.name and one.last["status"] > 299
    }
    assert failed == lacking


@pytest.mark.parametrize("recording", RECORDINGS, ids=str)
def test_it_is_understood_in_both_colours(recording: Recording, loop: asyncio.AbstractEventLoop) -> None:
    results = []
    for colour in COLOURS:
        client = recording.client(colour)
        results.append(outcome(recording, client, loop))
        assert client.drift == {}
        if not recording.is_elsewhere:
            assert client.transport.asked == [exchange["request"] for exchange in recording.content["exchanges"]]
    blocking, awaited = results
    statuses = [exchange["status"] for exchange in recording.content["exchanges"]]
    if isinstance(blocking, OpenApiException):
        assert str(blocking) == str(awaited)
        if recording.is_direct or recording.is_elsewhere:
            for error in results:
                check(error, recording)
        elif isinstance(blocking, ApiException):
            assert blocking.status in (400, 404, *statuses)  # which a recipe says where it finds nothing
        else:
            assert str(blocking).startswith(f"{recording.operation.route.name}: ")
    else:
        assert blocking == awaited
        assert type(blocking).__name__.replace("NoneType", "None") == signature(recording.operation).return_annotation
        assert statuses[-1] < 300 or not recording.is_direct


def check(error: Any, recording: Recording) -> None:
    """That the error says what the server said."""
    status, body = recording.last["status"], recording.body
    kind = UnexpectedAnswer if status < 400 else BY_STATUS.get(status, ServiceException)
    assert type(error) is kind, error
    assert error.status == status
    kind_of_body = recording.last["headers"].get("Content-Type", "")
    if kind_of_body == "application/problem+json":
        said = json.loads(body)
        assert {name: getattr(error.data, name) for name in said} == said
        assert (said["title"] or said["detail"]) in str(error)
    elif kind_of_body == "application/json":
        said = json.loads(body)
        detail = said.get("detail", said.get("error"))
        assert (error.data.detail if isinstance(detail, str) else error.data.errors) in (detail, [detail])
        assert error.data.detail in str(error)
        assert not isinstance(detail, list) or all(
            (one["msg"] if isinstance(one, dict) else one) in error.data.detail for one in detail
        )
    else:
        assert error.data is None
        assert "<" not in str(error), "a web page is told by its title"
    if status == 400 and ("not in spec" in body or "Unknown field." in body):
        assert error.hint == "the server is too old for that: leave it out"
    route = recording.operation.route
    if number(recording.release) < number(route.since) and status == 404 and not recording.is_elsewhere:
        assert f"exists since Airflow {route.since}" in error.hint


def places(value: Any) -> Iterator[Path]:
    """Where the fields are."""
    return (path for path in paths(value) if isinstance(path[-1], str))


def fields() -> list[tuple[Recording, list[Path]]]:
    """Where fields are, each field of a model once: from its oldest recording on, only what is new."""
    known: set[tuple[str, ...]] = set()
    found = []
    for recording in RECORDINGS:
        shaped = recording.content["operation"] == "TaskInstanceApi.get_extra_links"
        if recording.is_model and not shaped and not recording.is_excerpt:
            fresh = {}
            for path in places(json.loads(recording.body)):
                kind = (recording.operation.route.name, *("[]" if isinstance(step, int) else step for step in path))
                if kind not in known:
                    fresh[kind] = path
            known |= fresh.keys()
            if fresh:
                found.append((recording, [*fresh.values()]))
    return found


FIELDS = fields()


@pytest.mark.parametrize(
    ("recording", "where"), FIELDS, ids=lambda value: str(value) if isinstance(value, Recording) else ""
)
def test_a_null_anywhere_costs_nothing_else(recording: Recording, where: list[Path]) -> None:
    value = json.loads(recording.body)
    whole = recording.answered(recording.body).to_dict()
    for path in where:
        if path[-1] != "__type":
            result = recording.answered(json.dumps(changed(value, path, None)))
            expected = whole if at(whole, path) is MISSING else changed(whole, path, None)
            assert result.to_dict() == expected, path


@pytest.mark.parametrize(
    ("recording", "where"), FIELDS, ids=lambda value: str(value) if isinstance(value, Recording) else ""
)
def test_a_field_of_a_newer_server_costs_nothing(recording: Recording, where: list[Path]) -> None:
    value = json.loads(recording.body)
    whole = recording.answered(recording.body).to_dict()
    for beside in {path[:-1] for path in where}:
        path = (*beside, "from_the_future")
        result = recording.answered(json.dumps(changed(value, path, {"x": [1]}))).to_dict()
        assert result in (whole, changed(whole, path, {"x": [1]})), path  # what is any dict keeps it


@pytest.mark.parametrize(
    ("recording", "where"), FIELDS, ids=lambda value: str(value) if isinstance(value, Recording) else ""
)
def test_a_new_word_of_an_enumeration_is_kept(recording: Recording, where: list[Path]) -> None:
    value = json.loads(recording.body)
    whole = recording.answered(recording.body).to_dict()
    for path in where:
        if isinstance(at(whole, path), str) and path[-1] != "__type":
            result = recording.answered(json.dumps(changed(value, path, "from the future")))
            assert result.to_dict() == changed(whole, path, "from the future"), path


@pytest.mark.parametrize("recording", [one for one, _ in FIELDS], ids=str)
def test_no_field_is_unknown(recording: Recording) -> None:
    """Every field that a server sends is one that a model has."""
    value, whole = json.loads(recording.body), recording.answered(recording.body).to_dict()
    assert [path for path in places(value) if at(whole, path) is MISSING] == []


@pytest.mark.parametrize("release", RELEASES)
def test_nothing_of_a_machine_is_in_it(release: str) -> None:
    mark = re.compile(
        r"/work\b|/root\b|/home/(?!airflow)|/tmp/(?!scratch)|/Users/|127\.0\.0\.1|localhost:\d"
        r"|[\w.]+@(?!example\.com)[\w-]+\.\w|session=[\w-]{16}|[Cc]ookie|Basic [\w=]{8}|Bearer |pbkdf2|scrypt"
        r"|eyJ[\w-]{8,}\.eyJ|\b20(?:2[5-9]|[3-9]\d)-?\d\d-?\d\d"
    )
    found = {}
    for recording in RECORDINGS:
        if recording.release == release and (match := mark.search(recording.text)):
            found[recording.name] = match[0]
    assert found == {}
    assert sum(len(one.text) for one in RECORDINGS if one.release == release) < 700_000
