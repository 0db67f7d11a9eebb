"""What a release gives in pages has an `iter_...`, by cursor where there are any, of items that can be told apart."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

import spec_check
from declared import declared
from facade import groups
from openapi import Document, plain

from tests.contract.test_spec import read
from titanium_airflow_client.dialect import number, of
from titanium_airflow_client.reading import field_of_items, key_of
from titanium_airflow_client.schemas.model import items_of


def lists() -> dict[str, Any]:
    """The operations that have an `iter_...`, by its name."""
    found = {}
    for name, module in groups().items():
        group = getattr(import_module(f"titanium_airflow_client.api.{module}"), name)
        members = {member: getattr(group, member) for member in dir(group)}
        found |= {member: method.pages_of for member, method in members.items() if hasattr(method, "pages_of")}
    return found


LISTS = lists()
REQUESTS = {one.name: one.request for one in declared()}


def without_names(path: str) -> str:
    return plain(path.replace("/~", "/{}"))


def path_of(operation: Any, document: Document) -> str | None:
    return operation.route.v1 if document.generation == 2 else operation.route.v2


@pytest.fixture(params=spec_check.RELEASES)
def document(request: pytest.FixtureRequest) -> Document:
    return read(request.param)


def test_all_that_comes_in_pages_can_be_read_to_its_end(document: Document) -> None:
    paged = {
        (one.method, without_names(one.path))
        for one in document.all
        if (one.method == "GET" and "offset" in one.parameters) or "page_offset" in document.properties(one.content)
    }
    read_to_the_end = {(one.route.method, without_names(path_of(one, document) or "")) for one in LISTS.values()}
    assert len(paged) > 15
    assert paged - read_to_the_end == set()


def test_cursors_are_used_where_they_are_taken(document: Document) -> None:
    dialect, release = of(document.generation), number(document.release)
    for operation in LISTS.values():
        path = path_of(operation, document)
        documented = document.of(operation.route.method, path) if path else None
        if documented is not None:
            request = msgspec.structs.replace(REQUESTS[operation.__name__], query={})
            has = dialect.has_cursors(operation.route, request, release)
            assert has == ("cursor" in documented.parameters), operation.__name__


@pytest.mark.parametrize("name", LISTS)
def test_its_items_can_be_told_apart(name: str) -> None:
    """By fields that they have: items that differ in any of them are others."""
    operation = LISTS[name]
    page = REQUESTS[operation.__name__].into
    item, fields = operation.items
    key = key_of(operation)
    assert key is not None
    within = items_of(page)
    if within is None:
        assert (item, [key(text) for text in "ab"]) == (str, ["a", "b"])
        assert field_of_items(page) in page.__struct_fields__
        return
    assert within[1] is item
    for field in fields:
        one = dict.fromkeys(fields, "a")
        assert key(made(item, one)) == key(made(item, one))
        assert key(made(item, one)) != key(made(item, one | {field: "b"}))


def made(item: Any, values: dict[str, str]) -> Any:
    """An item with these values; `task_instance.id` is that of a model within it."""
    types = {field.name: field.type for field in msgspec.structs.fields(item)}
    given: dict[str, Any] = {}
    for name, value in values.items():
        outer, _, inner = name.partition(".")
        models = [one for one in get_args(types[outer]) if hasattr(one, "__struct_fields__")]
        given[outer] = models[0](**{inner: value}) if inner else value
    return item(**given)
