"""What the reference says of procedures, and of the values that they and the clients take and return."""

from __future__ import annotations

import inspect
from functools import cache
from importlib import import_module
from inspect import Parameter, signature
from typing import TYPE_CHECKING, NamedTuple

import docstrings
import msgspec
from facade import core, groups

from titanium_airflow_client import exceptions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from docstrings import Doc

COMMON = {
    "dag_id": "the DAG ID.",
    "dag_run_id": "the DAG run ID.",
}
"""What need not be said time and again."""


class Told(NamedTuple):
    """A procedure as this library has it."""

    group: str
    name: str
    parameters: dict[str, Parameter]
    returns: str
    said: Doc
    takes_options: bool


@cache
def procedures() -> dict[str, list[Told]]:
    """The procedures of each group that has some, by name."""
    found: dict[str, list[Told]] = {}
    for group, module in sorted(groups().items()):
        kind = getattr(import_module(f"titanium_airflow_client.api.{module}"), group)
        for name in dir(kind):
            if hasattr(getattr(kind, name), "steps"):
                found.setdefault(group, []).append(told(group, name, getattr(kind, name)))
    return found


def told(group: str, name: str, member: object) -> Told:
    """One procedure, with what its docstring says of each parameter."""
    seen = signature(member)  # type: ignore[arg-type]
    given = {each: parameter for each, parameter in seen.parameters.items() if each not in ("self", "options")}
    said = docstrings.read(member.__doc__ or "")
    for parameter in given:
        if parameter not in said.parameters and parameter not in COMMON:
            raise SystemExit(f"{group}.{name}: its docstring does not say what {parameter} is")
        said.parameters.setdefault(parameter, COMMON.get(parameter, ""))
    return Told(group, name, given, str(seen.return_annotation), said, "options" in seen.parameters)


def signature_of(procedure: Told) -> str:
    """How it is declared, for people."""
    given, keywords = [], False
    for parameter in procedure.parameters.values():
        if parameter.kind is Parameter.KEYWORD_ONLY and not keywords:
            given.append("*")
            keywords = True
        default = "" if parameter.default is parameter.empty else f" = {parameter.default!r}"
        given.append(f"{parameter.name}: {parameter.annotation}{default}")
    if procedure.takes_options:
        given.append("**options")
    line = f"{procedure.name}({', '.join(given)}) -> {procedure.returns}"
    if len(line) <= 110:
        return line
    return "\n".join([f"{procedure.name}(", *(f"    {each}," for each in given), f") -> {procedure.returns}"])


def section(procedure: Told, linked: Callable[[str], str], typed: Callable[[str], str]) -> Iterator[str]:
    """All about one procedure; `linked` makes links of the names in a text, `typed` of those in a type."""
    said = procedure.said
    yield from (f"### {procedure.name}", "", "```python", signature_of(procedure), "```", "", linked(said.summary), "")
    for paragraph in said.details:
        yield from (linked(paragraph), "")
    if procedure.parameters:
        yield from ("Parameter | Type | Default | Description", "--- | --- | --- | ---")
        for name, parameter in procedure.parameters.items():
            default = "required" if parameter.default is parameter.empty else f"`{parameter.default!r}`"
            meaning = linked(said.parameters[name]).replace("|", "\\|")
            yield f"`{name}` | {typed(str(parameter.annotation))} | {default} | {meaning}"
        yield ""
    if said.returns:
        yield from (linked(said.returns), "")
    if said.raises:
        yield from ("Raises | When", "--- | ---")
        for name, when in said.raises.items():
            meaning = inspect.cleandoc(getattr(exceptions, name).__doc__ or "").partition("\n")[0].rstrip(".")
            yield f"`{name}` | {linked(when or meaning).replace('|', chr(92) + '|')}"
        yield ""
    yield from ("[All of this group](#top) · [all operations](operations.md#procedures)", "")


def overview(linked: Callable[[str, str], str], typed: Callable[[str], str]) -> Iterator[str]:
    """The procedures on the page of all operations."""
    yield from (
        "## Procedures",
        "",
        "What takes several calls. Procedures are made of operations; they too block or are awaited.",
        "",
    )
    yield from ("Procedure | | Returns", "--- | --- | ---")
    for group, listed in procedures().items():
        for one in listed:
            summary = linked(one.said.summary, group).replace("|", "\\|")
            yield f"[`{group}.{one.name}`]({group}.md#{one.name}) | {summary} | {typed(one.returns)}"
    yield ""


@cache
def values() -> dict[str, type[msgspec.Struct]]:
    """The values of the front door that are no models: settings and results."""
    found: dict[str, type[msgspec.Struct]] = {}
    for name, module in core().items():
        kind = getattr(import_module(f"titanium_airflow_client.{module}"), name)
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            found[name] = kind
    return found


def values_page(linked: Callable[[str], str], typed: Callable[[str], str]) -> str:
    """Every value with its fields."""
    lines = [
        "# Values",
        "",
        "What procedures return, and settings. They are immutable, and compare by what they hold.",
        "",
    ]
    for name, kind in sorted(values().items()):
        paragraphs = inspect.cleandoc(kind.__doc__ or "").split("\n\n")
        lines += [f"## {name}", "", *(line for text in paragraphs for line in (linked(docstrings.one_line(text)), ""))]
        said = docstrings.fields(kind)
        if missing := {*kind.__struct_fields__} - said.keys():
            raise SystemExit(f"{name}: {', '.join(sorted(missing))} has no docstring")
        lines += ["Field | Type | Description", "--- | --- | ---"]
        for field in kind.__struct_fields__:
            meaning = linked(said[field]).replace("|", "\\|")
            lines.append(f"`{field}` | {typed(str(kind.__annotations__[field]))} | {meaning}")
        lines.append("")
        more = {one: each for one, each in vars(kind).items() if isinstance(each, property)}
        lines += [f"- `{one}`: {linked(docstrings.one_line(each.__doc__ or ''))}" for one, each in more.items()]
        lines += [""] if more else []
    return "\n".join(lines)
