"""From the server's bytes to models: strict first and fast; when that fails tolerant, keeping what did not fit."""

from __future__ import annotations

import json
import re
import types
from collections.abc import Callable, Iterable
from datetime import datetime, timezone
from functools import cache
from typing import Annotated, Any, TypeVar, Union, cast, get_args, get_origin

import msgspec

from .drift import Drift, Drifts, Report, warn
from .exceptions import OpenApiException

T = TypeVar("T")


class Undecodable(OpenApiException, ValueError):
    """The text is no JSON, or not of the model's shape at all."""


_decoders: dict[type, tuple[msgspec.json.Decoder[Any], msgspec.json.Decoder[Any]]] = {}
"""The strict one, which is faster, and the one that takes 1.0 for 1 as well: so Airflow 2 sends its tasks."""


def decode(content: bytes, into: type[T], report: Report = warn) -> T:
    """The model that this JSON text holds. Raises `Undecodable` when it holds none."""
    decoders = _decoders.get(into)
    if decoders is None:
        if hasattr(into, "as_documented"):  # the server's shape is another: the model knows it
            return convert(parse(content), into, report)
        decoders = _decoders[into] = msgspec.json.Decoder(into), msgspec.json.Decoder(into, strict=False)
    try:
        try:
            found = cast("T", decoders[0].decode(content))
        except msgspec.ValidationError:
            found = cast("T", decoders[1].decode(content))
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        value = parse(content)
        found = convert(value, into, report)
        if isinstance(report, Drifts):
            look(value, into, report)
    else:
        if isinstance(report, Drifts) and report.looks_at(into) and len(content) <= LOOKED_AT:
            look(_whole(content), into, report)
    return found


def _whole(content: bytes) -> Any:
    """The JSON value of what a model was made of: its other fields may hold what is only nearly JSON."""
    try:
        return msgspec.json.decode(content)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return parse(content)


LOOKED_AT = 1_000_000
"""Bytes of an answer that is looked at for unknown fields at most."""


def parse(content: bytes) -> Any:
    """The JSON value, also of what is only nearly JSON: NaN, a byte-order mark, lone surrogates, broken UTF-8.

    What is nested deeper than Python can follow stays text.
    """
    text = content.decode("utf-8-sig", "surrogateescape")
    try:
        try:
            return json.loads(text, parse_int=_integer)
        except RecursionError:
            return json.loads(_shallow(text), parse_int=_integer)
    except (ValueError, RecursionError) as error:
        raise Undecodable(f"invalid JSON: {error}") from error


def unparse(value: Any) -> bytes:
    """The JSON text that `parse` makes the same value of."""
    return json.dumps(value, default=msgspec.to_builtins).encode()


DEPTH = 100
_MARKS = re.compile(r'"[^"\\]*(?:\\.[^"\\]*)*"?|[\[\]{}]', re.DOTALL)


def _shallow(text: str) -> str:
    """The same JSON, with each list or object that is nested deeper than that as a string of its text."""
    parts: list[str] = []
    copied = depth = began = 0
    for mark in _MARKS.finditer(text):
        if mark[0] in "[{":
            depth += 1
            if depth == DEPTH:
                began = mark.start()
        elif mark[0] in "]}":
            if depth == DEPTH:
                parts += text[copied:began], json.dumps(text[began : mark.end()])
                copied = mark.end()
            depth -= 1
    return "".join([*parts, text[copied:]])


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) < 4000 else digits  # Python refuses to read longer ones; the text loses nothing


MISFIT = (msgspec.ValidationError, UnicodeError)
"""What a value that does not fit raises; the second, where a lone surrogate stands where a date or a number should."""


def convert(value: Any, into: type[T], report: Report = warn) -> T:
    """The model of a JSON value. Raises `Undecodable` when the value as a whole is of another kind."""
    if documented := getattr(into, "as_documented", None):
        value = documented(value)
    try:
        return cast("T", _fit(value, into, report, into.__name__, ""))
    except MISFIT as error:
        raise Undecodable(f"{into.__name__}: {error}") from error


def _fit(value: Any, kind: Any, report: Report, model: str, where: str) -> Any:
    """The value as this kind; what does not fit inside it is reported and left out."""
    try:
        return msgspec.convert(value, kind, strict=False)
    except MISFIT as error:
        kind, problem = _narrow(kind, value), error
    origin = get_origin(kind)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct) and isinstance(value, dict):
        kept = {}
        for field in _fields(kind):
            if field.encode_name in value:
                try:
                    kept[field.name] = _fit(value[field.encode_name], field.type, report, kind.__name__, field.name)
                except MISFIT as error:
                    report(Drift(kind.__name__, field.name, str(error), value[field.encode_name]))
        return kind(**kept)
    if origin is list and isinstance(value, list):
        return _fit_all(
            enumerate(value), get_args(kind)[0], report, model, f"{where}[]", lambda pairs: [v for _, v in pairs]
        )
    if origin is dict and isinstance(value, dict):
        return _fit_all(value.items(), get_args(kind)[1], report, model, f"{where}{{}}", dict)
    if kind is datetime and isinstance(value, str):
        try:
            day = datetime.fromisoformat(value)  # a date alone: midnight, in UTC as Airflow means it
        except ValueError:
            raise problem from None
        return day if day.tzinfo else day.replace(tzinfo=timezone.utc)
    raise problem


def _fit_all(pairs: Any, kind: Any, report: Report, model: str, where: str, collect: Callable[[Any], Any]) -> Any:
    kept = []
    for key, value in pairs:
        try:
            kept.append((key, _fit(value, kind, report, model, where)))
        except MISFIT as error:
            report(Drift(model, where, str(error), value))
    return collect(kept)


def _narrow(kind: Any, value: Any) -> Any:
    """The member of a union that this value was meant for, without its annotations."""
    if get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    if get_origin(kind) not in (Union, types.UnionType):
        return kind
    members = [member for member in get_args(kind) if member is not types.NoneType]
    if isinstance(value, dict):
        for member in members:
            config = getattr(member, "__struct_config__", None)
            if config is not None and config.tag is not None and value.get(config.tag_field) == config.tag:
                return member
    if len(members) > 1 and isinstance(value, (dict, list)):
        members = [member for member in members if _holds(member, type(value))]
    return members[0] if len(members) == 1 else kind


def _holds(kind: Any, shape: type) -> bool:
    """Whether this is a kind of JSON object (dict), or of array (list)."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return shape is dict
    return get_origin(kind) is shape


def look(value: Any, kind: Any, report: Report) -> None:
    """Report the fields in a JSON value that no model has."""
    kind = _narrow(kind, value)
    if isinstance(value, dict) and isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        known, models = _names(kind)
        if not getattr(kind, "excerpt", False):
            for name in value.keys() - known:
                report(Drift(kind.__name__, name, "the field is unknown", value[name], unknown=True))
        for name, inner in models.items():
            if name in value:
                look(value[name], inner, report)
    elif _holds(kind, type(value)):
        items: Iterable[Any] = value.values() if isinstance(value, dict) else value
        for item in items:
            look(item, get_args(kind)[-1], report)


_fields = cache(msgspec.structs.fields)  # which works out the types each time


@cache
def _names(kind: type[msgspec.Struct]) -> tuple[frozenset[str], dict[str, Any]]:
    """The names in the API of a model's fields, and the types of those that have models within."""
    fields = _fields(kind)
    tag = kind.__struct_config__.tag_field
    models = {field.encode_name: field.type for field in fields if _has_model(field.type)}
    return frozenset({field.encode_name for field in fields} | ({tag} if tag else set())), models


def _has_model(kind: Any) -> bool:
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return True
    return any(map(_has_model, get_args(kind)))
