"""The examiner: what API documents of real Airflow releases have and this library does not declare, and the reverse.

    python tools/spec_check.py                                  the documents of 2.9.3, 2.11.2, and four of Airflow 3
    python tools/spec_check.py --airflow 2.10.5                 that of another release (installed when it is not yet)
    python tools/spec_check.py --document v1.yaml --group DAG   that file, one group of operations

A document examines; it is no author: where it is wrong the servers are right, and `EXCUSES` says so, each with its
reason. `dialect_check` examines what is sent to a server: to those of Airflow 3, and to the newest Airflow 2. The exit
status is 1 when there are findings, or an excuse is not needed.
"""

from __future__ import annotations

import argparse
import sys
from inspect import Parameter
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

import msgspec
from declared import Declared, Finding, declared, fields_of, model, models
from dialect_check import FAB, NEWER, Examination
from facade import snake
from openapi import Document, reference
from trials import tried

from titanium_airflow_client.dialect import number
from titanium_airflow_client.schemas.model import UNSET, Model, read_only_fields
from titanium_airflow_client.schemas.open_enum import OpenEnum

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

RELEASES = ["2.9.3", "2.11.2", "3.0.6", "3.1.8", "3.2.2", "3.3.2"]
"""The releases whose documents are declared in full."""

RENAMED = "the servers send it in the place of what their document says"
MUTABLE = "the servers take success, failed and skipped alone"
OF_FAB = (
    "the FAB auth manager lists each action with each resource: a recipe makes what Airflow 2 lists, one page of it"
)
REFERENCES = (
    "Airflow 2 has names where Airflow 3 has task instances in full: a recipe, or the model, leaves the rest out"
)
EXCUSES = {
    "BasicDAGRun.dag_run_id": RENAMED,
    "BulkTaskInstanceBody.new_state": MUTABLE,
    "ConfigOption.value": "a pair only where its source is shown, which the API never does",
    "DAG.post_clear_task_instances -> TaskInstanceReferenceCollection": REFERENCES,
    "DAGDetail.template_searchpath": RENAMED,
    "DagWarningCollection.import_errors": "a slip of the documents before Airflow 2.10; servers send `dag_warnings`",
    "Error.errors": "what is wrong with each field; no document tells what a list in `detail` becomes",
    "ExtraLinkCollection.extra_links": "each server has a shape of its own: `from_dict` knows them",
    "GET /auth/fab/v1/permissions order_by": OF_FAB,
    "GET /auth/logout next": "where a browser is sent; of Airflow 3.0 alone",
    "GET /auth/token/login": "sends a browser on, with a cookie; `create_token_all_admins` gets the token",
    "GET /dagReports": "of Airflow 3.0 alone",
    "LoginResponse.jwt_token": "what the FAB auth manager of Airflow 3.0 calls it",
    "PATCH /dags": "`patch_dags` changes one DAG after another: what this would change depends on the release",
    "PATCH /dags/{dag_id}/dagRuns body.actions.action_on_existence": "of making DAG runs, which the servers refuse",
    "PATCH /dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances body.actions.action_on_existence": (
        "of making task instances, which the servers refuse"
    ),
    "PatchTaskInstanceBody.new_state": MUTABLE,
    "Permission.get_permissions -> ActionCollection": OF_FAB,
    "TaskInstance.patch_mapped_task_instance -> TaskInstanceReference": REFERENCES,
    "TaskInstance.patch_mapped_task_instance": "the body is optional in the document; servers refuse to do without",
    "TaskInstance.patch_task_instance -> TaskInstanceReference": REFERENCES,
    "TaskInstance.set_mapped_task_instance_note -> TaskInstance": "a recipe takes it out of its list",
    "TaskInstance.set_task_instance_note -> TaskInstance": "a recipe takes it out of its list",
    "UpdateTaskInstance.new_state": MUTABLE,
    "User.fail_login_count": RENAMED,
    "UserCollectionItem.fail_login_count": RENAMED,
}
"""What differs on purpose, and why."""


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
        fields = fields_of(kind)
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


def superfluous(older: list[Document], newer: list[Examination]) -> Iterator[Finding]:
    """What the library has and no document: operations, parameters, fields of models, values of enumerations."""
    for one in declared():
        theirs = [document.operations[one.name] for document in older if one.name in document.operations]
        theirs = [operation for operation in theirs if one.group in operation.groups]
        covered = [examination for examination in newer if str(one) in examination.operations]
        route = one.route
        if not theirs and not any(each.document.of(route.method, str(route.v2)) for each in covered):
            if covered or not route.v2:
                yield Finding(one.group, str(one), "no document has the operation")
            continue
        for name in one.request.query:
            known = any(name in operation.parameters for operation in theirs)
            if not known and not any(each.sends(one, name) for each in covered):
                yield Finding(one.group, f"{one}({name})", "no document has the parameter")
    values = {value for each in newer for schema in each.document.schemas.values() for value in schema.get("enum", ())}
    for name in models():
        kind = model(name)
        schemas = [(document, document.schemas[name]) for document in older if name in document.schemas]
        if isinstance(kind, type) and issubclass(kind, OpenEnum):
            named = values.union(*(schema.get("enum", ()) for document, schema in schemas))
            for member in kind:
                if str(member) not in named:
                    yield Finding("models", f"{name}.{member}", "no document has the value")
        elif isinstance(kind, type) and issubclass(kind, Model):
            fields = {
                field
                for one in kind.__mro__  # what is inherited is examined there
                for document in older
                for field in document.properties(document.schemas.get(one.__name__, {}))
            }.union(*(each.fields_of.get(one, ()) for each in newer for one in kind.__mro__))
            for declared_field in kind.__struct_encode_fields__ if fields else ():
                if declared_field not in fields:
                    yield Finding("models", f"{name}.{declared_field}", "no document has the field")


def examined(documents: list[Document]) -> list[Finding]:
    """All that is wrong, by these documents. What none of them has is told where both generations are among them."""
    older = [document for document in documents if document.generation == 2]
    newer = [document for document in documents if document.generation == 3]
    found = [finding for document in older for finding in missing(document)]
    if older:
        found += sent_to(max(older, key=lambda document: number(document.release))).all_sent()
    examinations = examinations_of(newer)
    found += [finding for examination in examinations for finding in examination.findings()]
    if older and newer:
        found += superfluous(older, examinations)
    return found


def needless(found: list[Finding], documents: list[Document]) -> list[str]:
    """The excuses that nothing needs; those about FAB count where a document is about it."""
    fab = any(path.startswith(FAB) for document in documents for path in document.tree["paths"])
    unused = EXCUSES.keys() - {finding.subject for finding in found}
    return sorted(subject for subject in unused if fab or EXCUSES[subject] is not OF_FAB)


def sent_to(document: Document, ours: Iterable[Declared] | None = None) -> Examination:
    """The examination of what is sent to a release of Airflow 2; only the newest knows all that is declared."""
    return Examination(document, declared() if ours is None else ours, {})


def examinations_of(documents: list[Document], ours: Iterable[Declared] | None = None) -> list[Examination]:
    """The examinations of releases of Airflow 3, by all of our operations or by some."""
    if not documents:
        return []
    newest = max(documents, key=lambda document: number(document.release))
    operations = [one for one in (declared() if ours is None else ours) if one.route.v2]
    trials = tried(newest, NEWER, operations)
    return [Examination(document, operations, trials, EXCUSES) for document in documents]


DOCUMENTS = [
    "api_connexion/openapi/v1.yaml",
    "api_fastapi/core_api/openapi/v2-rest-api-generated.yaml",
    "api_fastapi/auth/managers/simple/openapi/*.yaml",
    "providers/fab/auth_manager/api_fastapi/openapi/*.yaml",
]
"""Where an installed Airflow has its documents; that of its API comes first."""


def installed(release: str) -> Document:
    """The document of a release of Airflow, which is installed for it when it is not yet."""
    from titanium_airflow_client.local.installation import install
    from titanium_airflow_client.local.releases import find

    known = find(release)
    environment = install(known).parent.parent
    package = next(environment.glob("lib/python*/site-packages/airflow"))
    patterns = DOCUMENTS[:1] if known.major == 2 else DOCUMENTS[1:]
    return Document(*(path for pattern in patterns for path in sorted(package.glob(pattern))), release=known.name)


def release_of(path: Path) -> str:
    """The release that a document is of, if it is within an installed package; or else it has everything."""
    near = [info.name for parent in path.absolute().parents for info in parent.glob("apache_airflow_core-*.dist-info")]
    return near[0].removesuffix(".dist-info").partition("-")[2] if near else NEWER


def main() -> int:
    """Print what was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--airflow", action="append", default=[], metavar="RELEASE", help="examine by this release")
    parser.add_argument("--document", action="append", default=[], type=Path, metavar="PATH", help="... by this file")
    parser.add_argument("--group", action="append", default=[], help="only this group, such as DAG or models")
    chosen = parser.parse_args()
    documents = [Document(path, release=release_of(path)) for path in chosen.document]
    documents += [installed(release) for release in chosen.airflow or ([] if chosen.document else RELEASES)]

    found = examined(documents)
    findings = sorted(
        {one for one in found if one.subject not in EXCUSES and (not chosen.group or one.group in chosen.group)}
    )
    for finding in findings:
        print(finding)
    all_of_it = not (chosen.airflow or chosen.document or chosen.group)
    unused = needless(found, documents) if all_of_it else []
    for subject in unused:
        print(f"{subject}: the excuse is not needed")
    if not (findings or unused):
        releases = ", ".join(document.release for document in documents)
        print(f"Nothing is missing, superfluous or dated wrongly by the documents of Airflow {releases}")
    return 1 if findings or unused else 0


if __name__ == "__main__":
    sys.exit(main())
