"""What may become of an answer on its way: values of other kinds, fields too many and too few, text that is no JSON."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Iterator
from typing import Any

from titanium_airflow_client.schemas.model import Model

Path = tuple["str | int", ...]
MISSING = object()

DEEP = "@deep@"
HUGE = "@huge@"
IN_TEXT = {DEEP: "[" * 2000 + '{"a": 1}' + "]" * 2000, HUGE: "9" * 5000}
"""What Python does not write itself."""
VALUES = [
    *(None, True, False, 0, -1, 1.5, 10**30, -(10**30), 1e308, float("nan"), float("inf"), float("-inf")),
    *("", "text", "null", "\ud800", "\x00", "2024-13-45T00:00:00Z", "9" * 400, "é" * 50),
    *([], [None], [[]], ["text", 1], {}, {"x": 1}, {"dag_id": None}, [{"x": [1]}], DEEP, HUGE),
]
"""What stands where something else should."""


def paths(value: Any, above: Path = ()) -> Iterator[Path]:
    """Where the fields and the items are."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in pairs:
        yield (*above, step)
        yield from paths(inner, (*above, step))


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


def without(value: Any, path: Path) -> Any:
    """The value with nothing there."""
    if at(value, path) is MISSING:
        return value
    value = copy.deepcopy(value)
    del at(value, path[:-1])[path[-1]]
    return value


def text_of(value: Any) -> str:
    """As JSON, or nearly."""
    text = json.dumps(value)
    for mark, written in IN_TEXT.items():
        text = text.replace(json.dumps(mark), written)
    return text


def twice(value: Any, name: str) -> str:
    """As JSON, with a field that comes twice: the first one is something else, and the last one counts."""
    return text_of({"@first@": {"x": [1]}, **value}).replace("@first@", name)


def explained(whole: Any, result: Any, sent: Any, path: Path, drift: list[Any]) -> bool:
    """Whether a change of the answer at this place is all that made the result another: what is there fits, or it was
    set aside and told of, maybe with what is around it."""
    if at(whole, path) is MISSING:
        return repr(result) == repr(whole)
    for length in range(len(path), 0, -1):
        place = path[:length]
        if repr(result) == repr(without(whole, place)):
            return any(repr(one.value) == repr(at(sent, place)) for one in drift)
        kept = at(result, place)
        if kept is not MISSING and repr(changed(whole, place, kept)) == repr(result):
            there = at(sent, place)
            return kept is not None or there in (None, "null") or bool(drift)
    return False


def survives(result: Any) -> None:
    """That what was made of an answer is as good as any other model."""
    assert repr(result)
    for other in (copy.copy(result), copy.deepcopy(result), pickle.loads(pickle.dumps(result))):
        assert type(other) is type(result)
        assert repr(other) == repr(result)
    if isinstance(result, Model):
        assert result == copy.copy(result)
        assert result.to_str()
        again = type(result).from_dict(result.to_dict())
        assert repr(again) == repr(result)
        assert type(result).from_json(result.to_json()) is not None
