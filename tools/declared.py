"""What this library declares, as the examiner and the writer of the reference see it."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from inspect import Parameter, signature
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec
from facade import groups
from facade import models as find_models

if TYPE_CHECKING:
    from collections.abc import Callable

    from titanium_airflow_client.request import Request, Route
    from titanium_airflow_client.schemas.model import Model


class Finding(NamedTuple):
    """Something that a document and the library do not agree about."""

    group: str
    """The group of operations, or `models`."""
    subject: str
    """What it is about: the key of `EXCUSES`."""
    problem: str

    def __str__(self) -> str:
        return f"{self.subject}: {self.problem}"


class Declared(NamedTuple):
    """An operation as this library has it."""

    group: str
    name: str
    route: Route
    parameters: dict[str, Parameter]
    request: Request[Any]
    """What is built of arguments that are each the name of their parameter."""
    build: Callable[..., Request[Any]]

    def __str__(self) -> str:
        return f"{self.group}.{self.name}"


def declared() -> list[Declared]:
    """All operations; the variants that differ in what they return are the same operation."""
    found = []
    for name, module in groups().items():
        group = getattr(import_module(f"titanium_airflow_client.api.{module}"), name)
        for member in (getattr(group, member) for member in dir(group)):
            if hasattr(member, "route") and member.__name__ == member.route.name:
                build, route = member.build, member.route
                parameters = dict(list(signature(build).parameters.items())[1:])
                del parameters["options"]
                request = build(None, **{parameter: parameter for parameter in parameters})
                found.append(Declared(name.removesuffix("Api"), member.__name__, route, parameters, request, build))
    return found


models = cache(find_models)


@cache
def fields_of(kind: type[Model]) -> dict[str, Any]:
    """The fields of a model by their names in the API, with their types."""
    return {field.encode_name: field.type for field in msgspec.structs.fields(kind)}


def model(name: str) -> type | None:
    """The model or enumeration of this name."""
    module = models().get(name)
    return getattr(import_module(f"titanium_airflow_client.schemas.{module}"), name) if module else None
