"""From a request to what goes over the wire: path, query and body. What cannot be sent is an error that says why."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timezone
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeGuard
from urllib.parse import quote

import msgspec

from .exceptions import ApiTypeError, ApiValueError
from .schemas.model import UNSET, Model, read_only_fields

if TYPE_CHECKING:
    from .configuration import Configuration
    from .dialect import Dialect
    from .request import Request, Route
    from .server import Server

_leads_up = re.compile(r"(^|/)\.\.?(/|$)").search
_leads_on = re.compile(
    r"/(assets|clear|clearTaskInstances|dagRuns|dagVersions|datasets|details|setNote|taskInstances|tasks"
    r"|updateTaskInstancesState)(/|$)"
).search
_as_it_is = re.compile(r"[A-Za-z0-9_~-][A-Za-z0-9_.~-]*").fullmatch
_without_time_zone = re.compile(rb'T\d\d:[0-9:.]+"').search
"""A date without a time zone in JSON, or a text that looks like one. To look is far cheaper than to walk every body."""


def target(route: Route, request: Request[Any], server: Server, configuration: Configuration) -> str:
    """Path and query of a request in the server's words, below the prefix of its API."""
    dialect, release = server.dialect, server.version
    path = dialect.path(route, release)
    query = dialect.query(route, request, release) if request.query else request.query
    return path_and_query(path, request.path, query, configuration, dialect)


def path_and_query(
    path: str,
    ids: Mapping[str, object],
    query: Mapping[str, object],
    configuration: Configuration,
    dialect: Dialect,
) -> str:
    """A path with its IDs filled in, and the query parameters that are not None."""
    if ids:
        safe = configuration.safe_chars_for_path_param
        path = path.format_map(
            {name: segment(name, value, safe, name in dialect.slashes) for name, value in ids.items()}
        )
    if not query:
        return path
    pairs = [
        f"{name}={text}"
        for name, value in query.items()
        if value is not None
        for text in texts(value, name in dialect.comma_separated, configuration)
    ]
    return f"{path}?{'&'.join(pairs)}" if pairs else path


def segment(name: str, value: object, safe: str = "", may_have_slashes: bool = False) -> str:
    """An ID as one segment of a path, whatever characters it has.

    Servers decode the path before they look where it leads: what would lead to something else is refused.
    """
    text = str(value)
    if _as_it_is(text):
        return text
    if not text or _leads_up(text) or (_leads_on(text) and not may_have_slashes):
        raise ApiValueError(f"{name} must not be {text!r}: the path would lead to something else")
    return quote(text, safe=safe, errors="surrogatepass")


def texts(value: object, comma_separated: bool, configuration: Configuration) -> list[str]:
    """The encoded values of a query parameter: one, or one for each item of a list."""
    if isinstance(value, (list, tuple, set, frozenset)):
        items = [text(item, configuration) for item in value]
        return [quoted(",".join(items))] if comma_separated and items else [quoted(item) for item in items]
    return [quoted(text(value, configuration))]


def quoted(value: str) -> str:
    """A value of a query; a lone surrogate goes as it is, as in a path."""
    return quote(value, errors="surrogatepass")


def text(value: object, configuration: Configuration) -> str:
    """A value as a query parameter has it."""
    if isinstance(value, str):
        return str.__str__(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        moment = aware(value)
        return moment.strftime(configuration.datetime_format) if configuration.datetime_format else moment.isoformat()
    if isinstance(value, date):
        return value.strftime(configuration.date_format) if configuration.date_format else value.isoformat()
    return str(value)


def aware(moment: datetime) -> datetime:
    """The same moment with a time zone; without one it is meant in UTC, as Airflow means it."""
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=timezone.utc)


def fields(request: Request[Any], method: str) -> object:
    """A request's body, checked against its model and without what only the server writes."""
    model = request.body_type
    if model is None or not issubclass(model, Model):
        return request.body
    return fields_to_send(request.body, model, creates=method == "POST")


def json(value: object) -> bytes:
    """The JSON of a body, with a time zone for every date."""
    try:
        content = msgspec.json.encode(value)
        if b"T" in content and _without_time_zone(content):
            content = msgspec.json.encode(_with_time_zones(value))
        return content
    except (TypeError, ValueError, RecursionError) as error:
        raise ApiTypeError(f"the body cannot be written as JSON: {error}") from error


def fields_to_send(given: object, model: type[Model], creates: bool) -> object:
    """The fields of a body that the server may be sent."""
    value = given if type(given) is model else as_model(given, model)
    demanded = model.required_fields + model.required_to_create if creates else model.required_fields
    if demanded and (missing := [name for name in demanded if getattr(value, name, None) is None]):
        raise ApiValueError(f"{model.__name__} needs {' and '.join(missing)}: the server refuses it without")
    slots, held_back, nothing = _slots_to_send(type(value), model)
    if held_back is None or (creates and held_back(value) == nothing):
        return value  # as it is: there is nothing to pick out
    sent = {
        wire: field
        for wire, slot, nullable in slots
        if (field := getattr(value, slot)) is not UNSET and (field is not None or nullable)
    }
    if not sent and not creates:
        able = sorted(set(model.__struct_encode_fields__) - read_only_fields(model))
        raise ApiValueError(f"the {model.__name__} sets nothing that can be changed; that would be: {', '.join(able)}")
    return sent


def as_model(value: object, model: type[Model]) -> Model:
    """A body as a model whose fields can be sent."""
    if isinstance(value, Mapping):
        return _from_mapping(value, model)
    if not is_kind_of(value, model):
        raise ApiTypeError(f"the body must be a {model.__name__} or a dict, not {type(value).__name__}")
    return value


@cache
def _slots_to_send(
    given: type[Model], model: type[Model]
) -> tuple[list[tuple[str, str, bool]], Callable[[Model], object] | None, object]:
    """The name in the API, the slot, and whether it may be null, of what may be sent.

    And what gets the fields that are not sent as they are, if there are such, and what it gets where none is set.
    """
    left_out, never_null = read_only_fields(model), model.never_null
    names = list(zip(given.__struct_fields__, given.__struct_encode_fields__))
    slots = [(wire, f"_{name}", name not in never_null) for name, wire in names if wire not in left_out]
    others = [f"_{name}" for name, wire in names if wire in left_out or name in never_null]
    nothing = (UNSET,) * len(others) if len(others) > 1 else UNSET
    return slots, attrgetter(*others) if others else None, nothing


def is_kind_of(value: object, model: type[Model]) -> TypeGuard[Model]:
    """Whether a body is this model, or what it is made of: a `UserCollectionItem`, where a `User` is sent."""
    if not isinstance(value, Model) or type(value) is Model:
        return False
    return isinstance(value, model) or issubclass(model, type(value))


def _from_mapping(value: Mapping[Any, Any], model: type[Model]) -> Model:
    """A dict as its model: here the caller wrote each key, so one that would be lost is an error."""
    known = model.__struct_encode_fields__
    for key in value:
        if key not in known:
            from difflib import get_close_matches

            close = get_close_matches(str(key), known, 1)
            raise ApiValueError(
                f"{model.__name__} has no field {key!r}"
                + (f"; did you mean {close[0]!r}?" if close else f"; its fields are: {', '.join(sorted(known))}")
            )
    if fixed := sorted(read_only_fields(model) & value.keys()):
        raise ApiValueError(
            f"{', '.join(fixed)}: read-only, the server refuses it in a {model.__name__}. Leave it out of the dict, or "
            f"send {model.__name__}.from_dict(...), which does"
        )
    if nulls := sorted(key for key in value if key in model.never_null and value[key] is None):
        raise ApiValueError(f"{', '.join(nulls)}: the server refuses null in a {model.__name__}; send an empty text")
    try:
        return msgspec.convert(_without_models(value), model, strict=True)
    except msgspec.ValidationError as error:
        raise ApiTypeError(f"{model.__name__}: {str(error).replace('`$.', '`')}") from error


def _without_models(value: Any) -> Any:
    """The value with the fields that are set in the place of each model: one model may stand for another."""
    if isinstance(value, Model):
        return value.to_dict()
    if isinstance(value, Mapping):
        return {key: _without_models(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_without_models(item) for item in value]
    return value


def _with_time_zones(value: Any) -> Any:
    """The value with every naive date made aware; what has none is returned as it is."""
    if isinstance(value, datetime):
        return aware(value)
    if isinstance(value, dict):
        return {key: _with_time_zones(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_with_time_zones(item) for item in value]
    if isinstance(value, Model):
        changed = {
            name: new
            for name in value.__struct_fields__
            if (new := _with_time_zones(old := getattr(value, f"_{name}"))) is not old
        }
        return msgspec.structs.replace(value, **changed) if changed else value
    return value
