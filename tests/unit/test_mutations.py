"""The answers of ten releases, mutated: nothing but documented errors, nothing lost, in linear time."""

from __future__ import annotations

import json
import pickle
import sys
import time
import warnings
from collections.abc import Callable
from inspect import signature
from itertools import cycle
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import mutations
from tests.mutations import VALUES, at, changed, explained, paths, survives, text_of, twice, without
from tests.recorded import RECORDINGS, Recording
from titanium_airflow_client import (
    ApiClient,
    ApiException,
    ApiValueError,
    OpenApiException,
    UnexpectedAnswer,
    UnsupportedOperation,
    models,
)
from titanium_airflow_client.decode import decode, parse
from titanium_airflow_client.drift import Drift, Drifts, DriftWarning
from titanium_airflow_client.request import Response
from titanium_airflow_client.retry import Retry
from titanium_airflow_client.schemas.dag import DAG, DAGCollection
from titanium_airflow_client.schemas.task_instance import TaskInstanceCollection

RELEASES = sorted({one.release for one in RECORDINGS})
MODELS = [one for one in RECORDINGS if one.is_model]
REFUSED = [one for one in RECORDINGS if one.last["status"] >= 400]
OFTEN = settings(
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def model_of(recording: Recording) -> Any:
    return getattr(models, str(signature(recording.operation).return_annotation))


def by_operation(recordings: list[Recording]) -> dict[str, list[Recording]]:
    found: dict[str, list[Recording]] = {}
    for one in recordings:
        found.setdefault(one.content["operation"], []).append(one)
    return found


def outcome(recording: Recording, number: int, text: bytes | str, **headers: str) -> Any:
    """What comes of the call, when one of its answers has this text: the whole answer, or an error that we document."""
    exchanges = [*recording.content["exchanges"]]
    body = text.decode("utf-8", "surrogateescape") if isinstance(text, bytes) else text
    exchange = exchanges[number] = {**exchanges[number], "body": body.split("\n")}
    if headers:
        exchange["headers"] = {**exchange["headers"], **headers}
    client = recording.client(ApiClient, exchanges)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DriftWarning)
        try:
            answer = recording.call(client, "_with_http_info")
        except ApiException as error:
            assert str(error)
            assert repr(pickle.loads(pickle.dumps(error))) == repr(error)
            return error
        except (UnsupportedOperation, ApiValueError) as error:
            assert not recording.is_direct, error  # a recipe did not find what it looked for
            return error
    return answer


def mutated(value: Any, data: st.DataObject) -> Any:
    """The value with one thing changed, removed or added."""
    there = list(paths(value))
    place = data.draw(st.sampled_from(there)) if there else ()
    new = data.draw(st.sampled_from(VALUES))
    match data.draw(st.sampled_from(["change", "remove", "add"])):
        case "remove" if place:
            return without(value, place)
        case "add" if place and isinstance(at(value, place[:-1]), dict):
            return changed(value, (*place[:-1], "from_the_future"), new)
    return changed(value, place, new) if place else new


def json_of(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


@pytest.mark.parametrize("operation", by_operation(RECORDINGS))
@given(st.data())
@settings(OFTEN, max_examples=15)
def test_any_answer_of_any_call(operation: str, data: st.DataObject) -> None:
    """Also one of those in the middle of a recipe, and what the server refuses."""
    recording = data.draw(st.sampled_from(by_operation(RECORDINGS)[operation]))
    number = data.draw(st.integers(0, len(recording.content["exchanges"]) - 1))
    value = json_of("\n".join(recording.content["exchanges"][number]["body"]))
    for _ in range(data.draw(st.integers(1, 3))):
        value = mutated(value, data)
    answer = outcome(recording, number, text_of(value))
    if not isinstance(answer, OpenApiException):
        survives(answer.data)


@pytest.mark.parametrize("recording", MODELS, ids=str)
def test_text_that_is_not_quite_the_same(recording: Recording) -> None:
    """What JSON allows, or nearly, changes nothing; half an answer is none."""
    whole, text = outcome(recording, -1, recording.body).data, recording.body
    value = json.loads(text)
    same = ["\ufeff" + text, f" \t\r\n{text}\n ", json.dumps(value, indent=3), json.dumps(value, ensure_ascii=False)]
    if isinstance(value, dict) and value and recording.operation.route.name != "get_extra_links":
        same.append(twice(value, next(iter(value))))
    turn = MODELS.index(recording)
    for other in same[turn % 3 :: 3]:
        assert repr(outcome(recording, -1, other).data) == repr(whole)
    half = text[: len(text) // 2]
    for broken in (half, text + "]", text.rstrip()[:-1], text.encode("utf-16"), "", "[" * 2000)[turn % 3 :: 3]:
        assert isinstance(outcome(recording, -1, broken), UnexpectedAnswer)


def fields() -> list[tuple[Recording, list[mutations.Path]]]:
    """Where the fields of each model are, from the oldest answer on that has them."""
    known: set[Any] = set()
    found = []
    for recording in MODELS:
        if not recording.is_excerpt and recording.operation.route.name != "get_extra_links":
            fresh = {}
            for path in paths(json.loads(recording.body)):
                kind = (model_of(recording), *("[]" if isinstance(step, int) else step for step in path))
                if kind not in known:
                    fresh[kind] = path
            known |= fresh.keys()
            if fresh:
                found.append((recording, [*fresh.values()]))
    return found


@pytest.mark.parametrize(
    ("recording", "where"), fields(), ids=lambda value: str(value) if isinstance(value, Recording) else ""
)
def test_what_does_not_fit_costs_itself_alone(recording: Recording, where: list[mutations.Path]) -> None:
    """Any field, with values that it might not expect: it is there, or it was told of, and all else is there."""
    value, model = json.loads(recording.body), model_of(recording)
    whole = decode(recording.body.encode(), model).to_dict()
    some = cycle([VALUES[number::7] for number in range(7)])
    for path in where:
        for new in next(some):
            drift: list[Drift] = []
            sent = changed(value, path, new)
            text = text_of(sent).encode()
            result = decode(text, model, drift.append).to_dict()
            assert explained(whole, result, parse(text), path, drift), (path, new, drift)


def rows(number: int) -> bytes:
    """A page of DAGs that are each odd in some way."""
    row = {"dag_id": "a", "tags": [{"name": 1}, 5], "next_dagrun": "soon", "new": [1], "params": {"x": float("nan")}}
    return json.dumps({"dags": [row] * number, "total_entries": "many"}).encode()


HARD: dict[str, Callable[[int], tuple[bytes, type]]] = {
    "odd rows": lambda n: (rows(n), DAGCollection),
    "odd items": lambda n: (json.dumps({"dags": [{"tags": [5] * n}]}).encode(), DAGCollection),
    "nesting": lambda n: (b'{"dags": [{"x": %s1%s}]}' % (b"[" * 10 * n, b"]" * 10 * n), DAGCollection),
    "open nesting": lambda n: (b'{"dags": [{"dag_id": 1}, %s' % (b"[" * 20 * n), DAGCollection),
    "open string": lambda n: (b'{"dags": [{"dag_id": %s"%s' % (b"[" * 2000, b"\\\\" * 20 * n), DAGCollection),
    "unknown fields": lambda n: (json.dumps({f"new_{i}": [1] for i in range(n)}).encode(), DAGCollection),
    "one field often": lambda n: (b'{"dags": [{%s}]}' % b",".join([b'"next_dagrun": 1e999'] * n), DAGCollection),
    "digits": lambda n: (b'{"total_entries": %s}' % (b"9" * 100 * n), TaskInstanceCollection),
}


def work(content: bytes, model: type) -> int:
    """How many functions are called to read this, Python's own among them."""
    count = 0

    def counted(frame: Any, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(counted)
    try:
        decode(content, model, [].append)
    except OpenApiException:
        pass
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("kind", HARD)
def test_ten_times_as_much_is_ten_times_the_work(kind: str) -> None:
    work(*HARD[kind](1000))  # what is worked out once
    assert work(*HARD[kind](1000)) < 11 * work(*HARD[kind](100)) + 300


DETAILS = [
    *([["a", None]], [[["a"]]], [{"loc": 5, "msg": None}], [{"loc": [1, None], "msg": ["x"]}], [{"loc": {}, "msg": 1}]),
    *({"reason": {"orig_error": []}}, {"x": 1}, 5, True, None, [], {}, "", "\ud800", mutations.DEEP, mutations.HUGE),
]
PROBLEMS = [one for one in REFUSED if one.is_direct and one.body.startswith("{")][::97]


@pytest.mark.parametrize("recording", PROBLEMS, ids=str)
@pytest.mark.parametrize("field", ["detail", "error", "title", "status", "type", "errors"])
def test_an_error_stays_the_error_of_its_status(recording: Recording, field: str) -> None:
    as_told = outcome(recording, -1, recording.body)
    for new in DETAILS:
        text = text_of({**json.loads(recording.body), field: new})
        error = outcome(recording, -1, text)
        assert (type(error), error.status, error.reason) == (type(as_told), as_told.status, as_told.reason)
        assert error.body == text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        assert error.data is None or isinstance(error.data.detail, str | None)


HEADERS = [
    *(
        {"Content-Type": kind}
        for kind in ("", ";", "text/html", "application/problem+json; charset=\xff", "json", "x" * 9999)
    ),
    *({"Location": place} for place in ("http://[", "http://h:99999999/", "//", "?", "\x00", "http://[::1")),
    *(
        {"Retry-After": when}
        for when in ("", "soon", "-1", "nan", "inf", "1e999", "9" * 5000, "Mon, 01 Jan 0001 00:00:00")
    ),
]


@pytest.mark.parametrize("headers", HEADERS, ids=str)
def test_headers_that_mean_nothing(headers: dict[str, str]) -> None:
    recording = next(one for one in MODELS if one.name == "get_dag")
    mutated = Recording(recording.release, recording.name, recording.text)
    for status in (200, 204, 302, 304, 404, 422, 429, 500, 503, 599):
        mutated.last["status"] = status
        result = outcome(mutated, -1, recording.body, **headers)
        if status >= 300:
            assert (isinstance(result, ApiException), result.status) == (True, status)
        pause = Retry().pause(0, "GET", Response(status, "", headers, b""), 0.5)
        assert pause is None or 0 <= pause <= Retry().cap


@pytest.mark.parametrize("piece", ["<title", "<", "<h1 ", "<title>", "<p>", "\x00", "&lt;"])
def test_a_web_page_without_end(piece: str) -> None:
    """Looking for its title is no more work when there is none: the pattern could be slow, so its time is compared."""
    recording = next(one for one in MODELS if one.name == "get_dag")

    def seconds(size: int) -> float:
        times = []
        for _ in range(3):
            began = time.process_time()
            assert isinstance(outcome(recording, -1, piece * size, **{"Content-Type": "text/html"}), UnexpectedAnswer)
            times.append(time.process_time() - began)
        return min(times)

    assert seconds(8000) < 40 * seconds(1000) + 0.1


SIZE = 100_000_000


def test_a_hundred_megabytes_in_one_field() -> None:
    text = "x" * SIZE
    dag = decode(b'{"dag_id": "a", "new": 1, "description": "%s"}' % text.encode(), DAG)
    assert (dag.dag_id, dag.description == text) == ("a", True)


def test_a_hundred_megabytes_that_do_not_fit() -> None:
    """Each of the rows has a part that does not fit, and all else is kept."""
    rows, drift = 500, Drifts()
    row = b'{"dag_id": "a", "description": "%s", "next_dagrun": "soon"}' % (b"x" * (SIZE // rows))
    with pytest.warns(DriftWarning, match=r"DAG\.next_dagrun") as warned:
        page = decode(b'{"dags": [%s], "total_entries": "500"}' % b",".join([row] * rows), DAGCollection, drift)
    assert (len(warned), len(drift), page.total_entries) == (1, 1, rows)
    assert [len(dag.description) for dag in page.dags] == [SIZE // rows] * rows
