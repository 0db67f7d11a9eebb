"""From the server's bytes to models: strict first and fast; when that fails tolerant, keeping what did not fit."""

from __future__ import annotations

import json
import types
import warnings
from collections.abc import Callable
from datetime import datetime, timezone
from typing import Annotated, Any, TypeAlias, TypeVar, Union, cast, get_args, get_origin

import msgspec

from .exceptions import OpenApiException

T = TypeVar("T")


class DriftWarning(UserWarning):
    """The server sent a value that its model does not allow. The value was set aside, the field reads as None."""


class Drift(msgspec.Struct, frozen=True):
    """One kind of value that did not fit, and the first example of it."""

    model: str
    """The model, such as `DAG`."""
    field: str
    """Where in it, such as `tags[].name`."""
    problem: str
    """What was expected, and what came."""
    value: Any
    """The value as it came."""

    def __str__(self) -> str:
        return f"{self.model}.{self.field}: {self.problem}; the value was set aside, the field reads as None"


Report: TypeAlias = Callable[[Drift], None]


def warn(drift: Drift) -> None:
    """Report to whoever listens to Python's warnings."""
    warnings.warn(DriftWarning(str(drift)), stacklevel=2)


class Undecodable(OpenApiException, ValueError):
    """The text is no JSON, or not of the model's shape at all."""


_decoders: dict[type, msgspec.json.Decoder[Any]] = {}


def decode(content: bytes, into: type[T], report: Report = warn) -> T:
    """The model that this JSON text holds. Raises `Undecodable` when it holds none."""
    decoder = _decoders.get(into)
    if decoder is None:
        if "from_dict" in vars(into) and isinstance(value := parse(content), dict):
            return cast("T", cast("Any", into).from_dict(value))  # the server's shape is another: the model knows it
        decoder = _decoders[into] = msgspec.json.Decoder(into, strict=False)
    try:
        return cast("T", decoder.decode(content))
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return convert(parse(content), into, report)


def parse(content: bytes) -> Any:
    """The JSON value, also of what is only nearly JSON: NaN, a byte-order mark, lone surrogates, broken UTF-8."""
    try:
        return json.loads(content.decode("utf-8-sig", "surrogateescape"), parse_int=_integer)
    except (ValueError, RecursionError) as error:
        raise Undecodable(f"invalid JSON: {error}") from error


def _integer(digits: str) -> int | str:
    return int(digits) if len(digits) < 4000 else digits  # Python refuses to read longer ones; the text loses nothing


def convert(value: Any, into: type[T], report: Report = warn) -> T:
    """The model of a JSON value. Raises `Undecodable` when the value as a whole is of another kind."""
    try:
        return cast("T", _fit(value, into, report, into.__name__, ""))
    except msgspec.ValidationError as error:
        raise Undecodable(f"{into.__name__}: {error}") from error


def _fit(value: Any, kind: Any, report: Report, model: str, where: str) -> Any:
    """The value as this kind; what does not fit inside it is reported and left out."""
    try:
        return msgspec.convert(value, kind, strict=False)
    except msgspec.ValidationError as error:
        kind, problem = _narrow(kind, value), error
    origin = get_origin(kind)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct) and isinstance(value, dict):
        kept = {}
        for field in msgspec.structs.fields(kind):
            if field.encode_name in value:
                try:
                    kept[field.name] = _fit(value[field.encode_name], field.type, report, kind.__name__, field.name)
                except msgspec.ValidationError as error:
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
        except msgspec.ValidationError as error:
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
    return members[0] if len(members) == 1 else kind
