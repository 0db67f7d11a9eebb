"""Calls that are tried on a server which is nothing but its document: one for each argument and each field of a body.

What a call sends is what counts: through the dialect and its recipes, for any release, without I/O.
"""

from __future__ import annotations

import json
from datetime import datetime
from inspect import Parameter
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args, get_origin
from urllib.parse import parse_qsl, urlsplit

from declared import fields_of
from openapi import TEXT, Document, Documented

from titanium_airflow_client import ApiClient, ApiException, Configuration
from titanium_airflow_client.dialect import PREFIXES
from titanium_airflow_client.engine import Call, carry_out
from titanium_airflow_client.exceptions import ApiTypeError, ApiValueError, UnsupportedOperation
from titanium_airflow_client.exchange import Limits
from titanium_airflow_client.request import Response, Send
from titanium_airflow_client.schemas.model import Model, items_of, read_only_fields
from titanium_airflow_client.server import Server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from declared import Declared

HOST = "http://airflow"
SCALARS = {str: TEXT, int: 3, float: 3.0, bool: True, datetime: TEXT, Any: TEXT}
BESIDE: Mapping[str, Mapping[str, Any]] = {
    "patch_mapped_task_instance": {"dry_run": False},
    "patch_task_instance": {"dry_run": False},
    "post_set_task_instances_state": {"dag_run_id": TEXT, "dry_run": False},
}
"""Fields of bodies without which others are refused, or go elsewhere, where the model does not say so."""


class Sent(NamedTuple):
    """A request that went out."""

    method: str
    path: str
    query: frozenset[str]
    body: Any

    def __str__(self) -> str:
        return f"{self.method} {self.path}"


class Trial(NamedTuple):
    """What became of one call."""

    argument: str
    """What was given beside what must be; a field of a body has dots. Empty when nothing was."""
    sent: list[Sent]
    refused: str
    """Why nothing more was sent, in our words."""


def types(annotation: Any) -> list[Any]:
    """The types of which an annotation allows one."""
    if hasattr(annotation, "__metadata__"):
        return types(annotation.__origin__)
    if get_origin(annotation) is None or get_origin(annotation) in (list, tuple, dict, Literal):
        return [annotation]
    if isinstance(get_origin(annotation), type) and get_origin(annotation).__module__ == "collections.abc":
        return [annotation]
    return [part for argument in get_args(annotation) for part in types(argument)]


def is_model(kind: Any) -> bool:
    """Whether it has fields of its own."""
    return isinstance(kind, type) and issubclass(kind, Model)


def value_of(annotation: Any) -> Any:
    """A plausible value, without models in it."""
    for kind in types(annotation):
        if get_origin(kind) is Literal:
            return get_args(kind)[0]
        if kind in SCALARS:
            return SCALARS[kind]
        if get_origin(kind) is dict or kind is dict:
            return {"key": "value"}
        if get_args(kind) and not is_model(get_args(kind)[0]):
            return [value_of(get_args(kind)[0])]
    return TEXT


def values(annotation: Any) -> Iterator[tuple[str, Any]]:
    """Plausible values: for a model one for each of its fields, with the name of that."""
    models = False
    for kind in types(annotation):
        items = get_origin(kind) is list
        for one in types(get_args(kind)[0]) if items else [kind]:
            if is_model(one):
                models = True
                for path, value in bodies(one):
                    yield path, [value] if items else value
    if not models or any(kind in SCALARS and kind is not Any for kind in types(annotation)):
        yield "", value_of(annotation)


def bodies(model: type[Model], beside: Mapping[str, Any] | None = None) -> Iterator[tuple[str, Any]]:
    """What may be a body: what is required, and one more field each."""
    fields = fields_of(model)
    tag = {model.__struct_config__.tag_field: model.__struct_config__.tag} if model.__struct_config__.tag_field else {}
    required = [*model.required_fields, *model.required_to_create]
    if tag:
        required += ["entities"]
    base = {**tag, **{name: next(values(fields[name]))[1] for name in required}, **(beside or {})}
    yield "", base
    for name, kind in fields.items():
        if name not in read_only_fields(model):
            for path, value in values(kind):
                yield f"{name}.{path}".rstrip("."), {**base, name: value}


class Pretence:
    """A transport that leads nowhere: it keeps what is sent, and answers with the examples of a document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.sent: list[Sent] = []

        self.answers: dict[str, bytes] = {}

    def send(self, send: Send) -> Response:
        """What the document promises; a second page is empty."""
        parts = urlsplit(send.target)
        query = dict(parse_qsl(parts.query, keep_blank_values=True))
        body = None if send.body is None else json.loads(send.body)
        path = parts.path.removeprefix(PREFIXES[self.document.generation])
        theirs = self.document.asked(send.method, path)
        self.sent.append(Sent(send.method, theirs.path if theirs else path, frozenset(query), body))
        if theirs is None:
            return answer(404, b'{"detail": "Not Found"}')
        page = "first" if query.get("offset", "0") == "0" else "last"
        if (known := f"{page} {theirs}") not in self.answers:
            self.answers[known] = self.example(theirs, page)
        return answer(theirs.status, self.answers[known])

    def example(self, theirs: Documented, page: str) -> bytes:
        """The answer of an operation."""
        schema = theirs.answers.get("application/json")
        content = None if schema is None else self.document.example(schema)
        if page == "last" and isinstance(content, dict):
            content = {name: [] if isinstance(value, list) else value for name, value in content.items()}
        return json.dumps(content).encode()

    def close(self) -> None:
        """Nothing was opened."""


def answer(status: int, content: bytes) -> Response:
    """An answer in JSON."""
    return Response(status, "", {"Content-Type": "application/json"}, content)


def client_of(document: Document, release: str) -> tuple[ApiClient, Pretence]:
    """A client of a server of this release."""
    transport = Pretence(document)
    configuration = Configuration(host=HOST, access_token="x" * 20)
    configuration.retries = 0
    client = ApiClient(configuration, transport=transport)
    client.server, client.found_at = Server(document.generation, release), HOST
    return client, transport


def tried(document: Document, release: str, operations: list[Declared]) -> dict[str, list[Trial]]:
    """All trials of these operations on a server of this release, by operation; a group's own have its name."""
    client, transport = client_of(document, release)

    def attempt(one: Declared, argument: str, arguments: dict[str, Any]) -> Trial:
        transport.sent, refused = [], ""
        assert client.server
        try:
            limits = Limits.of({}, client.configuration)
            client.run(carry_out(Call(one.route, one.build(None, **arguments), client, client.server, limits)))
        except (UnsupportedOperation, ApiValueError, ApiTypeError) as error:
            refused = str(error)
        except ApiException as error:
            refused = "" if transport.sent else str(error)  # if something was sent, the server said no
        return Trial(argument, transport.sent, refused)

    return {str(one): [attempt(one, argument, arguments) for argument, arguments in calls(one)] for one in operations}


def calls(one: Declared) -> Iterator[tuple[str, dict[str, Any]]]:
    """The arguments of all trials of an operation."""
    given: dict[str, Any] = {}
    optional: dict[str, Any] = {}
    body = next((name for name in one.parameters if one.request.body == name), None)
    for name, parameter in one.parameters.items():
        if name != body:
            value = argument_of(one, name, annotation(one.build, name))
            (given if parameter.default is Parameter.empty else optional)[name] = value
    contents: list[tuple[str, Any]] = [("", {})]
    if body is not None:
        assert one.request.body_type is not None
        contents = list(bodies(one.request.body_type, BESIDE.get(one.name)))
        if one.parameters[body].default is not Parameter.empty:
            contents[0] = ("", None)
    for path, content in contents:
        yield path, {**given, **({} if body is None else {body: content})}
    for name, value in optional.items():
        for path, content in contents[-1:] if name != "update_mask" else contents[1:]:
            mask = [path.split(".")[0]] if name == "update_mask" else value
            yield name, {**given, name: mask, **({} if body is None else {body: content})}


def annotation(build: Callable[..., Any], name: str) -> Any:
    """What the type of an argument is."""
    return eval(build.__annotations__[name], build.__globals__)


def argument_of(one: Declared, name: str, kind: Any) -> Any:
    """A plausible argument."""
    if name == "fields":
        into: Any = one.request.into
        within = items_of(into)
        return [(within[1] if within else into).__struct_fields__[0]]
    if name == "order_by" and one.name == "get_tasks":
        return "task_id"
    return value_of(kind)
