"""Whether a value fits the JSON schema of a DAG's parameter, as far as that can be told. No I/O here.

What is not known here (`$ref`, `oneOf`) is left to the server; so is what not every server checks (a `date-time`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, TypeGuard

TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
    "array": (list, tuple),
    "object": (dict,),
    "null": (type(None),),
}
LENGTHS = (
    ("minLength", "maxLength", str, "characters"),
    ("minItems", "maxItems", list, "items"),
    ("minProperties", "maxProperties", dict, "keys"),
)


def complaints(schema: Any, value: Any) -> Iterator[str]:
    """What of the schema the value does not fit, in words such as `must be at least 1`."""
    if not isinstance(schema, dict):
        return
    if not is_of_type(schema.get("type"), value):
        names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        yield f"must be {' or '.join(map(str, names))}"
        return
    if isinstance(schema.get("enum"), list) and value not in schema["enum"]:
        yield f"must be one of {', '.join(map(repr, schema['enum']))}"
    if "const" in schema and value != schema["const"]:
        yield f"must be {schema['const']!r}"
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        yield from beyond(schema, value)
    for least, most, kind, unit in LENGTHS:
        if isinstance(value, kind):
            if is_number(schema.get(least)) and len(value) < schema[least]:
                yield f"must have {schema[least]} or more {unit}"
            if is_number(schema.get(most)) and len(value) > schema[most]:
                yield f"must have {schema[most]} or fewer {unit}"
    if isinstance(value, str):
        yield from misshapen(schema, value)
    yield from within(schema, value)
    if isinstance(schema.get("anyOf"), list) and all(any(complaints(each, value)) for each in schema["anyOf"]):
        yield "must be one of the kinds of its schema"


def is_of_type(names: Any, value: Any) -> bool:
    """Whether the value is of one of the types; of a type that is not known, it may be."""
    for name in names if isinstance(names, list) else [names]:
        kinds = TYPES.get(name) if isinstance(name, str) else None
        if kinds is None or (name == "integer" and isinstance(value, float) and value.is_integer()):
            return True
        if isinstance(value, kinds) and (bool in kinds or not isinstance(value, bool)):
            return True
    return False


def is_number(value: Any) -> TypeGuard[float]:
    """Whether a limit of a schema is one: in old schemas, `exclusiveMinimum` is a boolean."""
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def beyond(schema: Mapping[str, Any], value: float) -> Iterator[str]:
    """What is wrong with a number."""
    if is_number(least := schema.get("minimum")) and value < least:
        yield f"must be at least {least}"
    if is_number(most := schema.get("maximum")) and value > most:
        yield f"must be at most {most}"
    if is_number(above := schema.get("exclusiveMinimum")) and value <= above:
        yield f"must be more than {above}"
    if is_number(below := schema.get("exclusiveMaximum")) and value >= below:
        yield f"must be less than {below}"


def misshapen(schema: Mapping[str, Any], value: str) -> Iterator[str]:
    """What is wrong with a text."""
    pattern = schema.get("pattern")
    if isinstance(pattern, str):
        try:
            if not re.search(pattern, value):
                yield f"must match {pattern!r}"
        except re.error:
            pass
    if schema.get("format") == "date":
        try:
            date.fromisoformat(value)
        except ValueError:
            yield "must be a date, such as 2024-02-29"


def within(schema: Mapping[str, Any], value: Any) -> Iterator[str]:
    """What is wrong within a list or an object."""
    if isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            yield from (f"[{index}] {complaint}" for complaint in complaints(schema.get("items"), item))
    if isinstance(value, dict):
        if isinstance(schema.get("required"), list):
            yield from (f"must have {name}" for name in schema["required"] if name not in value)
        if isinstance(schema.get("properties"), dict):
            for name, own in schema["properties"].items():
                if name in value:
                    yield from (f"[{name!r}] {complaint}" for complaint in complaints(own, value[name]))
