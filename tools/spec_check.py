"""The examiner: what API documents of real Airflow releases have and this library does not declare, and the reverse.

    python tools/spec_check.py                                  the documents of 2.9.3 and 2.11.2
    python tools/spec_check.py --airflow 2.10.5                 that of another release (installed when it is not yet)
    python tools/spec_check.py --document v1.yaml --group DAG   that file, one group of operations

A document examines; it is no author: where it is wrong the servers are right, and `EXCUSES` says so, each with its
reason. Groups not begun are only counted. The exit status is 1 when another has findings, or an excuse is not needed.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from importlib import import_module
from inspect import Parameter, signature
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args, get_origin

import msgspec
from facade import groups, models, snake
from openapi import Document, reference

from titanium_airflow_client.schemas.model import UNSET, Model, read_only_fields
from titanium_airflow_client.schemas.open_enum import OpenEnum

if TYPE_CHECKING:
    from collections.abc import Iterator

    from titanium_airflow_client.request import Request, Route

RELEASES = ["2.9.3", "2.11.2"]
"""The releases whose documents are declared in full."""

SENT = "the servers send it, their document does not say so"
RENAMED = "the servers send it in the place of what their document says"
EXCUSES = {
    "BasicDAGRun.dag_run_id": RENAMED,
    "DAGDetail.template_searchpath": RENAMED,
    "DagWarningCollection.import_errors": "a slip of the documents before Airflow 2.10; servers send `dag_warnings`",
    "Dataset.aliases": SENT,
    "DatasetEvent.id": SENT,
    "QueuedEventCollection.queued_events": RENAMED,
    "Task.operator_name": SENT,
    "Task.params": SENT,
    "TaskCollection.total_entries": SENT,
    "TaskInstance.patch_mapped_task_instance": "the body is optional in the document; servers refuse to do without",
    "TaskInstanceHistoryCollection.task_instances": RENAMED,
    "UserCollectionItem.fail_login_count": RENAMED,
    "User.fail_login_count": RENAMED,
    "VariableCollectionItem.value": SENT,
}
"""What differs on purpose, and why."""


class Finding(NamedTuple):
    """Something that the document and the library do not agree about."""

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


def declared() -> list[Declared]:
    """All operations; the variants that differ in what they return are the same operation."""
    found = []
    for name, module in groups().items():
        group = getattr(import_module(f"titanium_airflow_client.api.{module}"), name)
        for member in (getattr(group, member) for member in dir(group)):
            if hasattr(member, "route") and member.__name__ == member.route.name:
                parameters = dict(list(signature(member.build).parameters.items())[1:])
                del parameters["options"]
                request = member.build(None, **{parameter: parameter for parameter in parameters})
                found.append(Declared(name.removesuffix("Api"), member.__name__, member.route, parameters, request))
    return found


def begun() -> set[str]:
    """The groups of which no finding is forgiven: those that have a class, and the models."""
    return {"models", *(name.removesuffix("Api") for name in groups())}


def model(name: str) -> type | None:
    """The model or enumeration of this name."""
    module = models().get(name)
    return getattr(import_module(f"titanium_airflow_client.schemas.{module}"), name) if module else None


def parts(annotation: Any) -> list[Any]:
    """The types of which an annotation allows one, None left out."""
    if hasattr(annotation, "__metadata__"):
        return parts(annotation.__origin__)
    if get_origin(annotation) in (None, list, dict, Literal):
        return [] if annotation is NoneType else [annotation]
    return [part for argument in get_args(annotation) for part in parts(argument)]


def operation_findings(document: Document, ours: Declared) -> Iterator[Finding]:
    """What is wrong with an operation that the document has too."""
    theirs = document.operations[ours.name]
    subject = f"{ours.group}.{ours.name}"

    def finding(problem: str) -> Finding:
        return Finding(ours.group, subject, problem)

    if (ours.route.method, ours.route.v1) != (theirs.method, theirs.path):
        yield finding(f"is {theirs.method} {theirs.path}, not {ours.route.method} {ours.route.v1}")
    for place, sent in (("path", ours.request.path), ("query", ours.request.query)):
        named = {name for name, parameter in theirs.parameters.items() if parameter["in"] == place}
        for name in sorted(named - sent.keys()):
            yield finding(f"the {place} parameter {name} is not declared")
        for name in sorted(sent.keys() & named):
            if sent[name] != name:
                yield finding(f"the {place} parameter {name} is not sent as it was given")

    wanted = [(name, parameter.get("required", False)) for name, parameter in theirs.parameters.items()]
    if theirs.body:
        schema = theirs.body["content"]["application/json"]["schema"]
        kind = reference(schema, ours.name, "Request")
        wanted.append((snake(kind), theirs.body.get("required", False)))
        if getattr(ours.request.body_type, "__name__", None) != kind:
            yield finding(f"the body is a {kind}")
        elif ours.request.body != snake(kind):
            yield finding(f"{snake(kind)} is not sent as the body")
        yield from body_findings(document, schema, ours.group, kind)
    elif ours.request.body_type is not None or ours.request.body is not None:
        yield finding("there is no body")
    order = [name for name, required in wanted if required] + [name for name, required in wanted if not required]
    same = [name for name in ours.parameters if name in order]  # another document may have more
    if same != order:
        yield finding(f"the arguments are ({', '.join(order)}), not ({', '.join(same)})")
    for name, required in wanted:
        if name in ours.parameters and required is not (ours.parameters[name].default is Parameter.empty):
            yield finding(f"{name} is {'required' if required else 'optional'}")

    answer = theirs.answers.get("application/json")
    into = ours.request.into
    expected = NoneType.__name__ if answer is None else reference(answer, ours.name)
    if into.__name__ != expected:
        yield finding(f"returns {expected}, not {into.__name__}")
    elif answer and "$ref" not in answer:
        yield from model_findings(document, answer, into, expected, ours.group)
    if (ours.request.text is not None) is not bool(theirs.answers.keys() & {"text/plain", "plain/text"}):
        yield finding("whether it can answer in plain text")


def body_findings(document: Document, schema: dict[str, Any], group: str, name: str) -> Iterator[Finding]:
    """What is wrong with a model as a body: what is required, read-only, or has a default."""
    kind = model(name)
    if not (isinstance(kind, type) and issubclass(kind, Model)):
        return
    required: set[str] = {*getattr(kind, "required_fields", ()), *getattr(kind, "required_to_create", ())}
    for field in sorted(set(document.resolve(schema).get("required", ())) - required):
        yield Finding(group, f"{name}.{field}", "is required")
    defaults = {field.encode_name: field.default for field in msgspec.structs.fields(kind)}
    for field, one in document.properties(schema).items():
        read_only = document.resolve(one).get("readOnly", one.get("readOnly", False))
        if read_only is not (field in read_only_fields(kind)):
            yield Finding(group, f"{name}.{field}", f"is {'' if read_only else 'not '}read-only")
        if one.get("default", UNSET) != defaults.get(field, UNSET) and "default" in one:
            yield Finding(group, f"{name}.{field}", f"its default is {one['default']!r}")


def model_findings(
    document: Document, schema: dict[str, Any], kind: type | None, name: str, group: str = "models"
) -> Iterator[Finding]:
    """What a schema has, and the class of its name has not."""
    resolved = document.resolve(schema)
    properties = document.properties(schema)
    if kind is None:
        if properties or "enum" in resolved:
            yield Finding(group, name, "is not declared")
    elif issubclass(kind, OpenEnum):
        for value in resolved.get("enum", ()):
            if value is not None and value not in [str(member) for member in kind]:
                yield Finding(group, f"{name}.{value}", "the value is not declared")
    elif issubclass(kind, Model):
        fields = {field.encode_name: field.type for field in msgspec.structs.fields(kind)}
        known = fields.keys() | {kind.__struct_config__.tag_field}
        for field in properties.keys() - known:
            yield Finding(group, f"{name}.{field}", "the field is not declared")
        for field in properties.keys() & fields.keys():
            yield from type_findings(document, properties[field], fields[field], f"{name}.{field}", group)
        if properties:
            try:
                msgspec.convert(document.example(schema), kind, strict=False)
            except msgspec.ValidationError as error:
                yield Finding(group, name, f"does not take what is promised: {error}")


def type_findings(
    document: Document, schema: dict[str, Any], annotation: Any, subject: str, group: str
) -> Iterator[Finding]:
    """What the schema of a field has, and its annotation has not: a model, the values of an enumeration."""
    allowed = parts(annotation)
    if Any in allowed:
        return
    resolved = document.resolve(schema)
    if resolved.get("type") == "array":
        for items in [get_args(part)[0] for part in allowed if get_origin(part) is list]:
            yield from type_findings(document, resolved["items"], items, f"{subject}[]", group)
        return
    if values := [value for value in resolved.get("enum", ()) if value is not None]:
        known = {value for part in allowed if get_origin(part) is Literal for value in get_args(part)}
        for value in values:
            if value not in known:
                yield Finding(group, f"{subject}={value}", "the value is not declared")
        return
    names = {part.__name__: part for part in allowed if isinstance(part, type) and issubclass(part, Model)}
    if "discriminator" in resolved:
        for one in resolved["anyOf"]:
            if reference(one, "") not in names:
                yield Finding(group, subject, f"may be a {reference(one, '')}")
    elif document.properties(schema) and "$ref" in schema:
        if reference(schema, "") not in names:
            yield Finding(group, subject, f"is a {reference(schema, '')}")
    elif document.properties(schema):
        if not names:
            yield Finding(group, subject, "is an object with fields of its own")
        for name, part in names.items():
            yield from model_findings(document, schema, part, name, group)


def missing(document: Document) -> Iterator[Finding]:
    """What the document has, and the library has not or not so."""
    ours = {(one.group, one.name): one for one in declared()}
    for theirs in document.operations.values():
        for group in theirs.groups:
            if (group, theirs.name) in ours:
                yield from operation_findings(document, ours[group, theirs.name])
            else:
                yield Finding(group, f"{group}.{theirs.name}", "the operation is not declared")
    for name, schema in document.schemas.items():
        yield from model_findings(document, schema, model(name), name)


def superfluous(documents: list[Document]) -> Iterator[Finding]:
    """What the library has and no document: operations, parameters, fields of models, values of enumerations."""
    for one in declared():
        subject = f"{one.group}.{one.name}"
        theirs = [document.operations[one.name] for document in documents if one.name in document.operations]
        if not any(one.group in operation.groups for operation in theirs):
            yield Finding(one.group, subject, "no document has the operation")
        for name in {*one.request.path, *one.request.query}:
            if not any(name in operation.parameters for operation in theirs):
                yield Finding(one.group, f"{subject}({name})", "no document has the parameter")
    for name in models():
        schemas = [(document, document.schemas[name]) for document in documents if name in document.schemas]
        kind = model(name)
        if not schemas or kind is None:
            continue
        if issubclass(kind, OpenEnum):
            values = {value for document, schema in schemas for value in schema.get("enum", ())}
            for member in kind if values else ():
                if str(member) not in values:
                    yield Finding("models", f"{name}.{member}", "no document has the value")
        elif issubclass(kind, Model):
            fields = {field for document, schema in schemas for field in document.properties(schema)}
            for declared_field in kind.__struct_encode_fields__:
                if declared_field not in fields:
                    yield Finding("models", f"{name}.{declared_field}", "no document has the field")


def installed(release: str) -> Path:
    """The document of a release of Airflow, which is installed for it when it is not yet."""
    from titanium_airflow_client.local.installation import install
    from titanium_airflow_client.local.releases import find

    environment = install(find(release)).parent.parent
    return next(environment.glob("lib/python*/site-packages/airflow/api_connexion/openapi/v1.yaml"))


def main() -> int:
    """Print what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--airflow", action="append", default=[], metavar="RELEASE", help="examine by this release")
    parser.add_argument("--document", action="append", default=[], type=Path, metavar="PATH", help="... by this file")
    parser.add_argument("--group", action="append", default=[], help="only this group, such as DAG or models")
    chosen = parser.parse_args()
    paths = [*chosen.document, *map(installed, chosen.airflow)] or [installed(release) for release in RELEASES]
    documents = [Document(path) for path in paths]

    found = [finding for document in documents for finding in missing(document)]
    if len(documents) > 1:  # a single document lacks what another release has
        found += superfluous(documents)
    findings = sorted(
        {one for one in found if one.subject not in EXCUSES and (not chosen.group or one.group in chosen.group)}
    )
    complete = begun() & {*chosen.group} if chosen.group else begun()
    serious = [one for one in findings if one.group in complete]
    for one in findings if chosen.group else serious:
        print(one)
    for group, count in sorted(Counter(one.group for one in findings if one.group not in complete).items()):
        print(f"{group}: {count} not declared yet")
    all_of_it = not (chosen.airflow or chosen.document or chosen.group)
    needless = sorted(EXCUSES.keys() - {one.subject for one in found}) if all_of_it else []
    for subject in needless:
        print(f"{subject}: the excuse is not needed")
    print(f"Complete: {', '.join(sorted(complete - {one.group for one in serious})) or 'nothing'}")
    return 1 if serious or needless else 0


if __name__ == "__main__":
    sys.exit(main())
