"""Every operation and every model against the API documents of real Airflow releases."""

from __future__ import annotations

import copy
import os
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

import spec_check
from openapi import Document

OPERATIONS = spec_check.declared()


def read(release: str) -> Document:
    """The document of a release: out of a folder that has them as `RELEASE.yaml`, or of the installed package."""
    folder = os.environ.get("AIRFLOW_DOCUMENTS")
    return Document(Path(folder, f"{release}.yaml") if folder else spec_check.installed(release))


@pytest.fixture(scope="session")
def documents() -> list[Document]:
    return [read(release) for release in spec_check.RELEASES]


@pytest.fixture(params=range(len(spec_check.RELEASES)), ids=spec_check.RELEASES)
def document(request: pytest.FixtureRequest, documents: list[Document]) -> Document:
    return documents[request.param]


def serious(findings: Any) -> list[str]:
    return [str(finding) for finding in findings if finding.subject not in spec_check.EXCUSES]


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: f"{operation.group}.{operation.name}")
def test_operation(operation: spec_check.Declared, document: Document) -> None:
    """Path, parameters and their order, body, answer. That some document has it is checked below."""
    if operation.name in document.operations:
        assert serious(spec_check.operation_findings(document, operation)) == []


@pytest.mark.parametrize("name", sorted(spec_check.models()))
def test_model(name: str, document: Document) -> None:
    if name in document.schemas:
        found = spec_check.model_findings(document, document.schemas[name], spec_check.model(name), name)
        assert serious(found) == []


def test_what_is_begun_is_complete(document: Document) -> None:
    begun = spec_check.begun()
    found = [finding for finding in spec_check.missing(document) if finding.group in begun]
    assert serious(found) == []


def test_nothing_is_made_up(documents: list[Document]) -> None:
    assert serious(spec_check.superfluous(documents)) == []


def test_excuses_are_needed(documents: list[Document]) -> None:
    found = [finding for document in documents for finding in spec_check.missing(document)]
    found += spec_check.superfluous(documents)
    assert spec_check.EXCUSES.keys() <= {finding.subject for finding in found}


@pytest.fixture
def newer(documents: list[Document]) -> Document:
    """A document that may be changed."""
    document = copy.deepcopy(documents[-1])
    vars(document).pop("operations", None)  # was read from the tree before it changes
    return document


def told(document: Document) -> list[str]:
    return [str(finding) for finding in spec_check.missing(document)]


def test_a_new_operation_is_found(newer: Document) -> None:
    path = newer.tree["paths"]["/dags"]
    path["post"] = path["get"] | {"operationId": "make_dag"}
    assert "DAG.make_dag: the operation is not declared" in told(newer)


def test_a_new_parameter_is_found(newer: Document) -> None:
    added = {"name": "mood", "in": "query", "schema": {"type": "string"}}
    newer.tree["paths"]["/dags"]["get"]["parameters"].append(added)
    assert "DAG.get_dags: the query parameter mood is not declared" in told(newer)


def test_another_path_is_found(newer: Document) -> None:
    newer.tree["paths"]["/all_dags"] = newer.tree["paths"].pop("/dags")
    assert "DAG.get_dags: is GET /all_dags, not GET /dags" in told(newer)


def test_a_new_field_is_found(newer: Document) -> None:
    newer.schemas["Pool"]["properties"]["depth"] = {"type": "integer"}
    assert "Pool.depth: the field is not declared" in told(newer)


def test_a_new_field_of_an_object_without_a_name_is_found(newer: Document) -> None:
    newer.schemas["UserCollectionItem"]["properties"]["roles"]["items"]["properties"]["since"] = {"type": "string"}
    assert "UserCollectionItemRolesInner.since: the field is not declared" in told(newer)


def test_another_kind_of_value_is_found(newer: Document) -> None:
    newer.schemas["Pool"]["properties"]["slots"] = {"type": "object"}
    assert any(line.startswith("Pool: does not take what is promised") for line in told(newer))


def test_a_new_value_is_found(newer: Document) -> None:
    newer.schemas["TaskState"]["enum"].append("dreaming")
    assert {
        "TaskState.dreaming: the value is not declared",
        "TaskInstance.state=dreaming: the value is not declared",
    } <= {*told(newer)}


def test_a_new_default_is_found(newer: Document) -> None:
    newer.schemas["ClearTaskInstances"]["properties"]["dry_run"]["default"] = False
    assert "ClearTaskInstances.dry_run: its default is False" in told(newer)


def test_a_field_that_became_read_only_is_found(newer: Document) -> None:
    newer.schemas["DAG"]["properties"]["is_paused"]["readOnly"] = True
    assert "DAG.is_paused: is read-only" in told(newer)


def test_a_new_model_is_found(newer: Document) -> None:
    newer.schemas["Mood"] = {"type": "object", "properties": {"name": {"type": "string"}}}
    assert "Mood: is not declared" in told(newer)
