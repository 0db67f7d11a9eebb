"""What the dialect would get wrong with a release of Airflow, by its document: `Examination.findings`.

Nothing may be sent that the document does not have, since FastAPI ignores it in silence; nothing that it has may be out
of reach; and what the release is said to be too old for (`SINCE`, `Route.since`) must really be absent.
"""

from __future__ import annotations

from inspect import Parameter
from types import NoneType
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

import msgspec
from declared import Declared, Finding, fields_of
from openapi import Document, Documented
from trials import Sent, Trial, is_model, tried, types

from titanium_airflow_client.dialect import number
from titanium_airflow_client.dialect.since import SINCE
from titanium_airflow_client.schemas.open_enum import OpenEnum
from titanium_airflow_client.server import NEWEST

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from titanium_airflow_client.schemas.model import Model

FAB = "/auth/fab/"
"""How the paths of the FAB auth manager begin. What it demands of users and roles is the caller's to give."""
NEWER = "99"
"""A release that has everything."""


class Examination:
    """One release: what is sent to it, and what its document says of that.

    - `newer`: all trials with nothing refused for its age.
    - `made_here`: operations whose answers are made here of others, `Group.name -> Model`.
    """

    def __init__(
        self,
        document: Document,
        operations: Iterable[Declared],
        newer: Mapping[str, list[Trial]],
        made_here: Container[str] = (),
    ) -> None:
        self.document, self.newer, self.made_here = document, newer, made_here
        self.operations = {str(one): one for one in operations if covers(document, one)}
        self.trials = tried(document, document.release, [*self.operations.values()])
        self.reached: set[tuple[str, str]] = set()
        """Operations of the document, and what of each was sent: names of the query, `body.` and fields of the body."""
        self.fields_of: dict[type[Model], set[str]] = {}
        """The fields of models that the document has."""

    def findings(self) -> Iterator[Finding]:
        """All that is wrong."""
        for one in self.operations.values():
            yield from self.age(one)
            yield from self.answer(one)
        yield from self.all_sent()
        yield from self.out_of_reach()

    def all_sent(self) -> Iterator[Finding]:
        """What is sent and nobody understands."""
        for name, trials in self.trials.items():
            for trial in trials:
                yield from self.sent(self.operations[name], trial)

    def age(self, one: Declared) -> Iterator[Finding]:
        """Whether the release has the operation and its arguments just when it is said to."""
        assert one.route.v2
        theirs = self.document.of(one.route.method, one.route.v2)
        refused = next((trial.refused for trial in self.trials[str(one)] if f"{one.name} exists " in trial.refused), "")
        if theirs is None and not refused and any(one.route.v2 == sent.path for sent in self.asked(one)):
            yield self.finding(
                one.group, str(one), f"is asked for, and does not exist: {one.route.method} {one.route.v2}"
            )
        elif theirs and refused:
            yield self.finding(one.group, str(one), f"is there already, and refused: {refused}")
        elif theirs:
            yield from self.too_late(one)
        if one.route.v1 is None and number(self.document.release) >= number(NEWEST):
            yield from self.names(one, theirs)
        known = {trial.argument for trial in self.trials[str(one)]}
        for name in SINCE.get(one.name, {}).keys() - known:
            yield Finding(one.group, subject_of(one, name), "SINCE dates it, and there is no such argument or field")

    def asked(self, one: Declared) -> Iterator[Sent]:
        """What an operation asked that leads nowhere, with the operation's own path."""
        for trial in self.trials[str(one)]:
            for sent in trial.sent:
                if self.document.asked(sent.method, sent.path) is None:
                    yield sent._replace(path=str(one.route.v2))

    def names(self, one: Declared, theirs: Documented | None) -> Iterator[Finding]:
        """What is called otherwise, of what Airflow 2 has no name for."""
        if theirs is None:
            yield self.finding(one.group, str(one), f"there is no {one.route.method} {one.route.v2}")
            return
        if theirs.name != one.name:
            yield self.finding(one.group, str(one), f"is called {theirs.name}")
        for name, parameter in theirs.parameters.items():
            if parameter["in"] in ("path", "query") and name not in one.parameters:
                yield self.finding(one.group, subject_of(one, name), "is no argument")
            elif parameter["in"] in ("path", "query"):
                optional = one.parameters[name].default is not Parameter.empty
                if optional is parameter.get("required", False):
                    yield self.finding(one.group, subject_of(one, name), f"is {'required' if optional else 'optional'}")

    def too_late(self, one: Declared) -> Iterator[Finding]:
        """What is refused because the release is said to be too old for it, and it is not."""
        newer = self.newer[str(one)]
        for trial, later in zip(self.trials[str(one)], newer):
            if f"{one.name}: {trial.argument} exists since" in trial.refused:
                others = [{*parts(each)} for each in newer if each.sent and each.argument != later.argument]
                always = set.intersection(*others) if others else set()
                added = {*parts(later)} - always
                called = trial.argument.rpartition(".")[2]
                for sent, part in {one for one in added if one[1].rpartition(".")[2] == called} or added:
                    theirs = self.document.of(sent.method, sent.path)
                    if theirs and part and self.has(theirs, part):
                        subject = subject_of(one, trial.argument)
                        yield self.finding(one.group, subject, f"is there already, and refused: {trial.refused}")
                        break

    def sent(self, one: Declared, trial: Trial) -> Iterator[Finding]:
        """What a call sends and nobody understands; a path that leads nowhere is told of by `age`."""
        subject = subject_of(one, trial.argument)
        for sent in trial.sent:
            theirs = self.document.asked(sent.method, sent.path)
            if theirs is None:
                continue
            self.reached.add((str(theirs), ""))
            self.reached |= {(str(theirs), name) for name in sent.query}
            known = {name for name, parameter in theirs.parameters.items() if parameter["in"] == "query"}
            for name in sorted(sent.query - known):
                yield self.finding(one.group, subject, f"sends {name} to {theirs}, which has no such parameter")
            if sent.body and not theirs.content:
                yield self.finding(one.group, subject, f"sends a body to {theirs}, which takes none")
            elif sent.body is not None:
                for problem in self.body(theirs, sent.body, theirs.content, "body"):
                    yield self.finding(one.group, subject, f"{problem} in what it sends to {theirs}")

    def body(self, theirs: Documented, value: Any, schema: dict[str, Any], path: str) -> Iterator[str]:
        """What is wrong with a body that was sent: fields that are not known, or not there."""
        choices = [*self.document.alternatives(schema)]
        if isinstance(value, list):
            for items in [one["items"] for one in choices if one.get("type") == "array" and "items" in one]:
                for item in value:
                    yield from self.body(theirs, item, items, path)
        objects = [one for one in choices if "properties" in one]
        if not isinstance(value, dict) or not objects:
            return
        fitting = [one for one in objects if self.says_same(one, value)] or objects
        best = min(fitting, key=lambda one: (len(value.keys() - one["properties"].keys()), len(one["properties"])))
        for name in sorted(value.keys() - best["properties"].keys()):
            yield f"there is no {path}.{name}"
        for name in () if theirs.path.startswith(FAB) else sorted({*best.get("required", ())} - value.keys()):
            yield f"{path}.{name} is required, and missing"
        for name in value.keys() & best["properties"].keys():
            self.reached.add((str(theirs), f"{path}.{name}"))
            yield from self.body(theirs, value[name], best["properties"][name], f"{path}.{name}")

    def says_same(self, schema: dict[str, Any], value: dict[str, Any]) -> bool:
        """Whether the constants of a schema are those of a value."""
        return all(value.get(name) == one["const"] for name, one in schema["properties"].items() if "const" in one)

    def sends(self, one: Declared, argument: str) -> bool:
        """Whether anything more is sent because of an argument."""
        trials = self.trials[str(one)]
        others = [{*parts(each)} for each in trials if each.sent and each.argument != argument]
        always = set.intersection(*others) if others else set()
        named = any(argument in sent.query for trial in trials for sent in trial.sent)
        return named or any({*parts(trial)} - always for trial in trials if trial.argument == argument)

    def has(self, theirs: Documented, part: str) -> bool:
        """Whether an operation of the document has a query parameter, or a field of the body."""
        place, _, path = part.partition(".")
        if place != "body":
            return part in theirs.parameters
        return self.has_field(theirs.content, path.split("."))

    def has_field(self, schema: dict[str, Any], names: list[str]) -> bool:
        """Whether an object has a field, however deep it lies."""
        if not names:
            return True
        for one in self.document.alternatives(schema):
            if "items" in one and self.has_field(one["items"], names):
                return True
            if names[0] in one.get("properties", {}) and self.has_field(one["properties"][names[0]], names[1:]):
                return True
        return False

    def out_of_reach(self) -> Iterator[Finding]:
        """What the document has, and no call ever sends."""
        for theirs in self.document.all:
            if (str(theirs), "") not in self.reached:
                yield self.finding(theirs.groups[0], str(theirs), f"no operation asks for it ({theirs.name})")
                continue
            named = [name for name, parameter in theirs.parameters.items() if parameter["in"] == "query"]
            for part in [*named, *self.fields(theirs.content, "body")]:
                if (str(theirs), part) not in self.reached:
                    what = "field" if part.startswith("body.") else "query parameter"
                    yield self.finding(theirs.groups[0], f"{theirs} {part}", f"nothing sends this {what}")

    def fields(self, schema: dict[str, Any], path: str) -> Iterator[str]:
        """All fields of a body, however deep they lie; where a text will do too, no object is wanted."""
        choices = [*self.document.alternatives(schema)]
        for one in [] if any(one.get("type") == "string" for one in choices) else choices:
            if "items" in one:
                yield from self.fields(one["items"], path)
            for name, field in one.get("properties", {}).items():
                yield f"{path}.{name}"
                yield from self.fields(field, f"{path}.{name}")

    def answer(self, one: Declared) -> Iterator[Finding]:
        """What an answer or a body has, and its model has not."""
        theirs = self.document.of(one.route.method, str(one.route.v2))
        if theirs is None:
            return
        if one.request.body_type is not None:
            yield from self.compare(theirs.content, one.request.body_type, one.request.body_type.__name__, sent=True)
        schema, into = theirs.answers.get("application/json"), one.request.into
        if schema and into is not NoneType:
            found = [*self.compare(schema, into, into.__name__)]
            made = f"{one} -> {into.__name__}"
            if found and made in self.made_here:
                yield self.finding(one.group, made, "it has another answer")
            else:
                yield from found

    def compare(self, schema: dict[str, Any], annotation: Any, subject: str, sent: bool = False) -> Iterator[Finding]:
        """What a schema has, and the annotation has not."""
        allowed = types(annotation)
        if Any in allowed:
            return
        kinds = [kind for kind in allowed if is_model(kind)]
        known = {value for kind in allowed if get_origin(kind) is Literal for value in get_args(kind)}
        known |= {
            str(member) for kind in allowed if isinstance(kind, type) and issubclass(kind, OpenEnum) for member in kind
        }
        for one in self.document.alternatives(schema):
            if "properties" in one and kinds:
                yield from self.objects(one, kinds, sent)
            elif one.get("type") == "array" and "prefixItems" in one:
                if not any(get_origin(kind) is tuple for kind in allowed):
                    yield self.finding("models", subject, f"may be a list of {len(one['prefixItems'])}")
            elif one.get("type") == "array":
                lists = [get_args(kind)[0] for kind in allowed if get_origin(kind) is list]
                if not lists:
                    yield self.finding("models", subject, "may be a list")
                for items in lists:
                    yield from self.compare(one["items"], items, f"{subject}[]", sent)
            elif values := [value for value in one.get("enum", ()) if value is not None]:
                if unknown := [value for value in values if value not in known]:
                    yield self.finding("models", subject, f"may be {', '.join(unknown)}, which is not declared")
            elif not (sent or fits(self.document.example(one), annotation)):
                yield self.finding("models", subject, f"may be {self.document.example(one)!r}")

    def objects(self, schema: dict[str, Any], kinds: list[Any], sent: bool) -> Iterator[Finding]:
        """What an object has, and none of the models has that it may become."""
        if tags := [one["const"] for one in schema["properties"].values() if "const" in one]:
            kinds = [kind for kind in kinds if kind.__struct_config__.tag in tags] or kinds
        for kind in kinds:
            self.fields_of.setdefault(kind, set()).update(schema["properties"])
        for name, field in schema["properties"].items():
            having = [kind for kind in kinds if name in kind.__struct_encode_fields__]
            if not having and not sent and name not in {kind.__struct_config__.tag_field for kind in kinds}:
                yield self.finding("models", f"{kinds[0].__name__}.{name}", "the field is not declared")
            for kind in having[:1]:
                yield from self.compare(field, fields_of(kind)[name], f"{kind.__name__}.{name}", sent)

    def finding(self, group: str, subject: str, problem: str) -> Finding:
        """Something that this release and the library do not agree about."""
        return Finding(group, subject, f"Airflow {self.document.release}: {problem}")


def covers(document: Document, one: Declared) -> bool:
    """Whether a document is about an operation: that of an auth manager is of its own."""
    path = one.route.v1 if document.generation == 2 else one.route.v2
    if path is None:
        return False
    area = next((area for area in (FAB, "/auth/token") if path.startswith(area)), None)
    return area is None or any(known.startswith(area) for known in document.tree["paths"])


def subject_of(one: Declared, argument: str) -> str:
    """How a finding calls an argument of an operation, or a field of its body."""
    return f"{one}({argument})" if argument else str(one)


def parts(trial: Trial) -> Iterable[tuple[Sent, str]]:
    """All that was sent, each with where; the path alone has an empty name."""
    for sent in trial.sent:
        where = sent._replace(query=frozenset(), body=None)
        yield where, ""
        for name in sent.query:
            yield where, name
        for path in paths(sent.body, "body"):
            yield where, path


def paths(value: Any, path: str) -> Iterator[str]:
    """The fields of a value, however deep they lie."""
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            for name, field in item.items():
                yield f"{path}.{name}"
                yield from paths(field, f"{path}.{name}")


def fits(value: Any, annotation: Any) -> bool:
    """Whether a model takes a value."""
    try:
        msgspec.convert(value, annotation, strict=False)
    except msgspec.ValidationError:
        return False
    return True
