"""The OpenAPI documents that releases of Airflow carry, as far as `spec_check` reads them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

if TYPE_CHECKING:
    from pathlib import Path


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


class Document:
    """An OpenAPI document."""

    def __init__(self, path: Path) -> None:
        self.tree: dict[str, Any] = yaml.load(path.read_text(), getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        self.schemas: dict[str, dict[str, Any]] = self.tree["components"]["schemas"]

    def resolve(self, value: dict[str, Any]) -> dict[str, Any]:
        """What a `$ref` stands for."""
        while "$ref" in value:
            target: Any = self.tree
            for key in value["$ref"].removeprefix("#/").split("/"):
                target = target[key]
            value = target
        return value

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
        found = {}
        for path, item in self.tree["paths"].items():
            for method in item.keys() & {"get", "post", "put", "patch", "delete"}:
                operation = item[method]
                listed = [self.resolve(one) for one in [*item.get("parameters", ()), *operation.get("parameters", ())]]
                success = [answer for status, answer in operation["responses"].items() if status.startswith("2")]
                name = operation["operationId"]
                found[name] = Documented(
                    groups=operation["tags"],
                    name=name,
                    method=method.upper(),
                    path=path,
                    parameters={parameter["name"]: parameter for parameter in listed},
                    body=operation.get("requestBody", {}),
                    answers={kind: one["schema"] for kind, one in self.resolve(success[0]).get("content", {}).items()},
                )
        return found

    def example(self, schema: dict[str, Any]) -> Any:
        """A value of everything that the schema promises. Its texts are dates, as documents call dates texts too."""
        schema = self.resolve(schema)
        if values := [value for value in schema.get("enum", ()) if value is not None]:
            return values[0]
        if "discriminator" in schema:
            return None
        if properties := self.properties(schema):
            return {field: self.example(one) for field, one in properties.items() if field != "__type"}
        if schema.get("type") == "array":
            return [self.example(schema["items"])]
        kinds = {"boolean": True, "integer": 3, "number": 3.0, "object": {"key": "value"}}
        return kinds.get(schema.get("type", ""), "2024-02-29T12:00:00+00:00")


def reference(schema: dict[str, Any], operation: str, suffix: str = "200Response") -> str:
    """The name of a schema; generated clients give a name to one that has none."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    return "".join(word.capitalize() for word in operation.split("_")) + suffix
