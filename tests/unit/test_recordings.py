"""The answers of real servers, recorded by `tools/record.py`: each decodes, also with what a newer or older one sends.

Warnings are errors here, so a value that does not fit its model fails the test.
"""

from __future__ import annotations

import asyncio
import copy
import json
import re
from collections.abc import Iterator
from inspect import signature
from typing import Any

import pytest

from tests.recorded import COLOURS, RECORDINGS, Recording
from titanium_airflow_client import ApiException, ServiceException, UnexpectedAnswer, api
from titanium_airflow_client.dialect import number
from titanium_airflow_client.exceptions import BY_STATUS

RELEASES = ["2.6.3", "2.7.3", "2.8.4", "2.9.3", "2.10.5", "2.11.2"]
MISSING = object()
Path = tuple["str | int", ...]


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
    except ApiException as error:
        return error


def operations() -> dict[str, Any]:
    groups = [getattr(api, name) for name in api.__all__]
    found = {name: getattr(group, name) for group in groups for name in dir(group)}
    return {
        name: one for name, one in found.items() if hasattr(one, "route") and one.route.name == name and one.route.v1
    }


@pytest.mark.parametrize("release", RELEASES)
def test_every_operation_is_recorded(release: str) -> None:
    names = {recording.name for recording in RECORDINGS if recording.release == release}
    assert not operations().keys() - names
    assert len(names) > 250


@pytest.mark.parametrize("release", RELEASES)
def test_every_operation_that_the_release_has_went_well(release: str) -> None:
    lacking = {name for name, one in operations().items() if number(release) < number(one.route.since)}
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
        if "elsewhere" not in recording.name:
            assert client.transport.asked == [exchange["request"] for exchange in recording.content["exchanges"]]
    blocking, awaited = results
    if recording.last["status"] < 300:
        assert not isinstance(blocking, ApiException), blocking
        assert blocking == awaited
        assert type(blocking).__name__.replace("NoneType", "None") == signature(recording.operation).return_annotation
    else:
        for error in results:
            check(error, recording)
        assert str(blocking) == str(awaited)


def check(error: Any, recording: Recording) -> None:
    """That the error says what the server said."""
    status, body = recording.last["status"], recording.body
    kind = UnexpectedAnswer if status < 400 else BY_STATUS.get(status, ServiceException)
    assert type(error) is kind, error
    assert error.status == status
    if recording.last["headers"]["Content-Type"] == "application/problem+json":
        said = json.loads(body)
        assert {name: getattr(error.data, name) for name in said} == said
        assert (said["title"] or said["detail"]) in str(error)
    else:
        assert error.data is None
        assert "<" not in str(error), "a web page is told by its title"
    if status == 400 and ("not in spec" in body or "Unknown field." in body):
        assert error.hint == "the server is too old for that: leave it out"
    route = recording.operation.route
    if number(recording.release) < number(route.since) and status == 404 and "elsewhere" not in recording.name:
        assert f"exists since Airflow {route.since}" in error.hint


def paths(value: Any, above: Path = ()) -> Iterator[Path]:
    """Where the fields are."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield (*above, name)
            yield from paths(inner, (*above, name))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from paths(inner, (*above, index))


def at(value: Any, path: Path) -> Any:
    """What is there; MISSING where nothing is."""
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return MISSING
    return value


def changed(value: Any, path: Path, new: Any) -> Any:
    """The value with something else there."""
    value = copy.deepcopy(value)
    at(value, path[:-1])[path[-1]] = new
    return value


def fields() -> list[tuple[Recording, list[Path]]]:
    """Where fields are, each field of a model once: from its oldest recording on, only what is new."""
    known: set[tuple[str, ...]] = set()
    found = []
    for recording in RECORDINGS:
        if recording.is_model and recording.content["operation"] != "TaskInstanceApi.get_extra_links":
            fresh = {}
            for path in paths(json.loads(recording.body)):
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
    assert [path for path in paths(value) if at(whole, path) is MISSING] == []


@pytest.mark.parametrize("release", RELEASES)
def test_nothing_of_a_machine_is_in_it(release: str) -> None:
    mark = re.compile(
        r"/work\b|/root\b|/home/(?!airflow)|/tmp/(?!scratch)|/Users/|127\.0\.0\.1|localhost:\d"
        r"|[\w.]+@(?!example\.com)[\w-]+\.\w|session=[\w-]{16}|[Cc]ookie|Basic [\w=]{8}|Bearer |pbkdf2|scrypt"
        r"|\b20(?:2[5-9]|[3-9]\d)-?\d\d-?\d\d"
    )
    found = {}
    for recording in RECORDINGS:
        if recording.release == release and (match := mark.search(recording.text)):
            found[recording.name] = match[0]
    assert found == {}
    assert sum(len(one.text) for one in RECORDINGS if one.release == release) < 500_000
