"""The page of the reference that has every model with its fields."""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

import docstrings
from facade import models

from titanium_airflow_client.schemas.model import Model, read_only_fields
from titanium_airflow_client.schemas.open_enum import OpenEnum

if TYPE_CHECKING:
    from collections.abc import Iterator


def page() -> str:
    """The whole page, below its first line."""
    lines = [
        "# Models",
        "",
        "What operations take and return. A field that the server did not send, and that nobody set, reads as `None`;",
        "so every field may be `None`, which the types below leave out. Constructors take keywords only. Where the API",
        "calls a field otherwise, that name is in brackets. Enumerations are open: a value that is new is a `str`.",
        "",
    ]
    for name, module in sorted(models().items(), key=lambda pair: pair[0].lower()):
        lines += section(getattr(import_module(f"titanium_airflow_client.schemas.{module}"), name))
    return "\n".join(lines)


def section(kind: type[Any]) -> Iterator[str]:
    """All about one model."""
    yield from (f"## {kind.__name__}", "", docstrings.one_line(kind.__doc__ or ""), "")
    if issubclass(kind, OpenEnum):
        said = docstrings.fields(kind)
        yield from ("Value | Constant | ", "--- | --- | ---")
        yield from (f"`{member}` | `{member.name}` | {said.get(member.name, '')}" for member in kind)
        yield ""
        return
    base = kind.__mro__[1]
    rows = [*fields(kind)]
    if base is not Model and base.__name__ in models():
        yield from (f"All of [{base.__name__}](#{base.__name__.lower()}){', and:' if rows else '.'}", "")
    if rows:
        yield from ("Field | Type | Description | ", "--- | --- | --- | ---", *rows, "")
    more = {
        name: one
        for name, one in vars(kind).items()
        if isinstance(one, property) and name not in kind.__struct_fields__
    }
    methods = {name: one for name, one in vars(kind).items() if inspect.isfunction(one) and not name.startswith("_")}
    for name, one in {**more, **methods}.items():
        mark = "" if name in more else "()"
        yield f"- `{name}{mark}`: {docstrings.one_line(one.__doc__ or '')}"
    if more or methods:
        yield ""


def fields(kind: type[Any]) -> Iterator[str]:
    """The rows of the table of the fields that a model itself declares."""
    encoded = dict(zip(kind.__struct_fields__, kind.__struct_encode_fields__))
    said = docstrings.fields(kind)
    for name, annotation in kind.__annotations__.items():
        if name not in encoded:
            continue
        if name not in said:
            raise SystemExit(f"{kind.__name__}.{name} has no docstring")
        text = str(annotation)
        notes = []
        if encoded[name] in read_only_fields(kind):
            notes.append("read-only")
        if text.startswith("Secret["):
            notes.append("secret: `repr` hides it")
        if name in kind.required_fields:
            notes.append("required")
        elif name in kind.required_to_create:
            notes.append("required to create")
        shown = f"`{name}`" + (f" (`{encoded[name]}`)" if encoded[name] != name else "")
        meaning = said[name].replace("|", "\\|")
        yield f"{shown} | {type_of(text, kind.__module__)} | {meaning} | {', '.join(notes)}"


def type_of(annotation: str, module: str) -> str:
    """A type for people: without what marks a field, and without None; models are links."""
    bare = re.sub(r"^(?:ReadOnly|Secret)\[(.*)\]$", r"\1", annotation).removesuffix(" | None")

    def link(word: re.Match[str]) -> str:
        name = word[0].removesuffix("Name")  # `TaskStateName` is the values of `TaskState`
        if name in models():
            return f"[{name}](#{name.lower()})"
        alias = getattr(import_module(module), word[0], None)
        return " | ".join(f'"{value}"' for value in get_args(alias)) if get_origin(alias) is Literal else word[0]

    return re.sub(r"\w+", link, bare).replace("|", "\\|")
