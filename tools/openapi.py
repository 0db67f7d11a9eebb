"""The OpenAPI documents that releases of Airflow carry, as far as `spec_check` reads them."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PREFIX = "/api/v2"
TEXT = "2024-02-29T12:00:00+00:00"
"""The text of all examples: a date, as documents call dates texts too."""
FORMATS = {"date": "2024-02-29", "duration": "P1DT2H", "uuid": "018e3d5a-0000-7000-8000-000000000000"}
"""The texts of other kinds."""


class Documented(NamedTuple):
    """An operation as a document has it."""

    groups: list[str]
    name: str
    method: str
    path: str
    parameters: dict[str, dict[str, Any]]
    body: dict[str, Any]
    answers: dict[str, dict[str, Any]]
    """The schema of a success by media type; empty when nothing comes back."""
    status: int
    """That of a success."""

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def content(self) -> dict[str, Any]:
        """The schema of the body; empty where there is none."""
        schema: dict[str, Any] = self.body.get("content", {}).get("application/json", {}).get("schema", {})
        return schema


class Document:
    """An OpenAPI document; of Airflow 3 with those of what is beside its API, such as the auth manager."""

    def __init__(self, path: Path, *beside: Path, release: str = "") -> None:
        self.release = release
        self.tree: dict[str, Any] = read(path)
        self.schemas: dict[str, dict[str, Any]] = self.tree["components"]["schemas"]
        for more in map(read, beside):
            self.tree["paths"].update(more["paths"])
            self.schemas.update(more["components"]["schemas"] | self.schemas)

    def of_tree(self, tree: dict[str, Any]) -> Document:
        """A document of the same release that says something else."""
        document = Document.__new__(Document)
        document.release, document.tree, document.schemas = self.release, tree, tree["components"]["schemas"]
        return document

    @cached_property
    def generation(self) -> int:
        """The major release of Airflow."""
        return 3 if any(path.startswith(PREFIX) for path in self.tree["paths"]) else 2

    def resolve(self, value: dict[str, Any]) -> dict[str, Any]:
        """What a `$ref` stands for."""
        while "$ref" in value:
            target: Any = self.tree
            for key in value["$ref"].removeprefix("#/").split("/"):
                target = target[key]
            value = target
        return value

    def alternatives(self, schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
        """All that a schema allows one of, null among it."""
        schema = self.resolve(schema)
        choice = schema.get("anyOf") or schema.get("oneOf")
        if not choice:
            yield schema
        for one in choice or ():
            yield from self.alternatives(one)

    def properties(self, schema: dict[str, Any]) -> dict[str, dict[str, Any]]:
        """The fields of an object, those of all that it is made of included."""
        schema = self.resolve(schema)
        found: dict[str, dict[str, Any]] = {}
        if "discriminator" in schema:
            return found  # it stands for one of several, each with fields of its own
        for part in [*schema.get("allOf", ()), *schema.get("anyOf", ())]:
            found.update(self.properties(part))
        found.update(schema.get("properties", {}))
        return found

    @cached_property
    def operations(self) -> dict[str, Documented]:
        """The operations by name."""
        return {one.name: one for one in self.all}

    @cached_property
    def all(self) -> list[Documented]:
        """The operations; Airflow 3.0.0 has names that two of them share."""
        found = []
        for path, item in self.tree["paths"].items():
            for method in item.keys() & {"get", "post", "put", "patch", "delete"}:
                operation = item[method]
                listed = [self.resolve(one) for one in [*item.get("parameters", ()), *operation.get("parameters", ())]]
                status = min(status for status in operation["responses"] if status[0] in "23")
                content = self.resolve(operation["responses"][status]).get("content", {})
                found.append(
                    Documented(
                        groups=operation["tags"],
                        name=operation["operationId"],
                        method=method.upper(),
                        path=path.removeprefix(PREFIX),
                        parameters={parameter["name"]: parameter for parameter in listed},
                        body=operation.get("requestBody", {}),
                        answers={kind: one["schema"] for kind, one in content.items() if "schema" in one},
                        status=int(status),
                    )
                )
        return found

    @cached_property
    def routes(self) -> list[tuple[str, re.Pattern[str], Documented]]:
        """The operations as a server looks for them: what is named before what is a placeholder."""
        found = sorted(self.all, key=lambda one: (one.path.count("{"), one.path))
        return [(one.method, re.compile(re.sub(r"\{\w+\}", "[^/]+", one.path)), one) for one in found]

    def asked(self, method: str, path: str) -> Documented | None:
        """The operation that a request would reach, by its path below the prefix."""
        return next((one for verb, known, one in self.routes if verb == method and known.fullmatch(path)), None)

    def of(self, method: str, path: str) -> Documented | None:
        """The operation of this path with its placeholders, whatever they are called; `~` stands for one, too."""
        path = path.replace("/~/", "/{}/")
        return self._same.get((method, plain(path)))

    @cached_property
    def _same(self) -> dict[tuple[str, str], Documented]:
        return {(one.method, plain(one.path.replace("/~/", "/{}/"))): one for one in self.all}

    def example(self, schema: dict[str, Any]) -> Any:
        """A value of everything that the schema promises."""
        schema = self.resolve(schema)
        if values := [value for value in schema.get("enum", ()) if value is not None]:
            return values[0]
        if "const" in schema:
            return schema["const"]
        if "discriminator" in schema:
            return None
        if properties := self.properties(schema):
            return {field: self.example(one) for field, one in properties.items() if field != "__type"}
        if schema.get("type") == "array":
            return [self.example(schema["items"])]
        if choice := schema.get("anyOf") or schema.get("oneOf"):
            return self.example(choice[0])
        kinds = {"boolean": True, "integer": 3, "number": 3.0, "object": {"key": "value"}, "null": None}
        return kinds.get(schema.get("type", ""), FORMATS.get(schema.get("format", ""), TEXT))


def read(path: Path) -> dict[str, Any]:
    """The tree of a document."""
    tree: dict[str, Any] = yaml.load(path.read_text(), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return tree


def plain(path: str) -> str:
    """A path whose placeholders have no names."""
    return re.sub(r"\{\w*\}", "{}", path)


def reference(schema: dict[str, Any], operation: str, suffix: str = "200Response") -> str:
    """The name of a schema; generated clients give a name to one that has none."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    return "".join(word.capitalize() for word in operation.split("_")) + suffix
