"""Every operation and every model against the API documents of real Airflow releases."""

from __future__ import annotations

import copy
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from declared import Declared, Finding

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

import spec_check
from declared import declared, model, models
from openapi import Document

from titanium_airflow_client.dialect import SINCE

OPERATIONS = declared()
OF_AIRFLOW_2 = [release for release in spec_check.RELEASES if release.startswith("2.")]
OF_AIRFLOW_3 = [release for release in spec_check.RELEASES if release.startswith("3.")]


def read(release: str) -> Document:
    """The document of a release: of the installed package, or out of a folder with `RELEASE.yaml`.

    There, `RELEASE-auth.yaml` is that of the simple auth manager of an Airflow 3.
    """
    folder = os.environ.get("AIRFLOW_DOCUMENTS")
    if folder is None:
        return spec_check.installed(release)
    return Document(Path(folder, f"{release}.yaml"), *Path(folder).glob(f"{release}-*.yaml"), release=release)


@pytest.fixture(scope="session")
def documents() -> list[Document]:
    return [read(release) for release in spec_check.RELEASES]


@pytest.fixture(params=range(len(OF_AIRFLOW_2)), ids=OF_AIRFLOW_2)
def document(request: pytest.FixtureRequest, documents: list[Document]) -> Document:
    return documents[request.param]


def serious(findings: Any) -> list[str]:
    return sorted({str(finding) for finding in findings if finding.subject not in spec_check.EXCUSES})


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: f"{operation.group}.{operation.name}")
def test_operation(operation: Declared, document: Document) -> None:
    """On Airflow 2: path, parameters and their order, body, answer. That some document has it is checked below."""
    if operation.name in document.operations:
        assert serious(spec_check.operation_findings(document, operation)) == []


@pytest.mark.parametrize("name", sorted(models()))
def test_model(name: str, document: Document) -> None:
    if name in document.schemas:
        found = spec_check.model_findings(document, document.schemas[name], model(name), name)
        assert serious(found) == []


def test_nothing_is_missing(document: Document) -> None:
    assert serious(spec_check.missing(document)) == []


@pytest.fixture(scope="session")
def found(documents: list[Document]) -> list[Finding]:
    return spec_check.examined(documents)


@pytest.mark.parametrize("release", OF_AIRFLOW_3)
def test_airflow_3_is_asked_for_what_it_has(release: str, found: list[Finding]) -> None:
    """Nothing is sent that its document lacks, nothing is out of reach, and `SINCE` and `Route.since` are right."""
    assert [line for line in serious(found) if f"Airflow {release}: " in line] == []


def test_nothing_is_made_up(found: list[Finding]) -> None:
    assert serious(found) == []


def test_excuses_are_needed(found: list[Finding], documents: list[Document]) -> None:
    assert spec_check.needless(found, documents) == []


@pytest.fixture
def newer(documents: list[Document]) -> Document:
    """A document that may be changed."""
    return changed(documents[len(OF_AIRFLOW_2) - 1])


def changed(document: Document) -> Document:
    """A copy of a document, without what was read from its tree before that changes."""
    return document.of_tree(copy.deepcopy(document.tree))


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


def test_a_parameter_of_airflow_3_that_airflow_2_is_sent_is_found(
    monkeypatch: pytest.MonkeyPatch, newer: Document
) -> None:
    monkeypatch.setattr("titanium_airflow_client.dialect.SINCE", {**SINCE, "get_dags": {}})
    examination = spec_check.sent_to(newer, [one for one in OPERATIONS if one.name == "get_dags"])
    problem = "sends owners to GET /dags, which has no such parameter"
    assert f"DAG.get_dags(owners): Airflow {newer.release}: {problem}" in map(str, examination.all_sent())


def test_a_new_model_is_found(newer: Document) -> None:
    newer.schemas["Mood"] = {"type": "object", "properties": {"name": {"type": "string"}}}
    assert "Mood: is not declared" in told(newer)


@pytest.fixture(params=range(len(OF_AIRFLOW_2), len(spec_check.RELEASES)), ids=OF_AIRFLOW_3)
def of_airflow_3(request: pytest.FixtureRequest, documents: list[Document]) -> Document:
    """A document of Airflow 3 that may be changed."""
    return changed(documents[request.param])


def told_of(document: Document, about: str) -> list[str]:
    """What is told of an operation, or of all that begins so."""
    examination = spec_check.examinations_of([document], [one for one in OPERATIONS if about in (str(one), one.group)])[
        0
    ]
    return [str(finding) for finding in examination.findings()]


def test_an_operation_of_airflow_3_that_is_new_is_found(of_airflow_3: Document) -> None:
    path = of_airflow_3.tree["paths"]["/api/v2/pools"]
    path["put"] = path["post"] | {"operationId": "put_pool"}
    release = of_airflow_3.release
    assert f"PUT /pools: Airflow {release}: no operation asks for it (put_pool)" in told_of(of_airflow_3, "Pool")


def test_an_operation_of_airflow_3_that_is_gone_is_found(of_airflow_3: Document) -> None:
    del of_airflow_3.tree["paths"]["/api/v2/pools/{pool_name}"]["delete"]
    release = of_airflow_3.release
    assert told_of(of_airflow_3, "Pool.delete_pool")[0] == (
        f"Pool.delete_pool: Airflow {release}: is asked for, and does not exist: DELETE /pools/{{pool_name}}"
    )


def test_an_operation_of_airflow_3_that_is_older_than_said_is_found(documents: list[Document]) -> None:
    older = next(one for one in documents if one.release.startswith("3.0"))
    document, paths = changed(older), documents[-1].tree["paths"]
    document.tree["paths"]["/api/v2/dags/{dag_id}/favorite"] = paths["/api/v2/dags/{dag_id}/favorite"]
    told = told_of(document, "DAG.favorite_dag")
    assert told[0].startswith(f"DAG.favorite_dag: Airflow {document.release}: is there already, and refused")


def parameters_of(document: Document, path: str) -> list[dict[str, Any]]:
    parameters: list[dict[str, Any]] = document.tree["paths"][f"/api/v2{path}"]["get"]["parameters"]
    return parameters


def test_a_parameter_that_airflow_3_ignores_is_found(of_airflow_3: Document) -> None:
    parameters = parameters_of(of_airflow_3, "/dags")
    parameters[:] = [one for one in parameters if one["name"] != "exclude_stale"]
    told, release = told_of(of_airflow_3, "DAG.get_dags"), of_airflow_3.release
    problem = "sends exclude_stale to GET /dags, which has no such parameter"
    assert f"DAG.get_dags(only_active): Airflow {release}: {problem}" in told


def test_a_parameter_of_airflow_3_that_is_out_of_reach_is_found(of_airflow_3: Document) -> None:
    parameters_of(of_airflow_3, "/dags").append({"name": "mood", "in": "query", "schema": {"type": "string"}})
    release = of_airflow_3.release
    assert f"GET /dags mood: Airflow {release}: nothing sends this query parameter" in told_of(of_airflow_3, "DAG")


def test_a_date_that_is_too_late_is_found(monkeypatch: pytest.MonkeyPatch, of_airflow_3: Document) -> None:
    wrong = {**SINCE, "get_dags": {**SINCE["get_dags"], "tags_match_mode": "3.9"}}
    monkeypatch.setattr("titanium_airflow_client.dialect.SINCE", wrong)
    told = told_of(of_airflow_3, "DAG.get_dags")
    subject = f"DAG.get_dags(tags_match_mode): Airflow {of_airflow_3.release}: "
    assert any(line.startswith(f"{subject}is there already, and refused") for line in told)


def test_a_date_that_is_too_early_is_found(monkeypatch: pytest.MonkeyPatch, documents: list[Document]) -> None:
    wrong = {**SINCE, "get_dags": {**SINCE["get_dags"], "timetable_type": "3.1"}}
    monkeypatch.setattr("titanium_airflow_client.dialect.SINCE", wrong)
    document = next(one for one in documents if one.release.startswith("3.1"))
    problem = "sends timetable_type to GET /dags, which has no such parameter"
    told = told_of(document, "DAG.get_dags")
    assert f"DAG.get_dags(timetable_type): Airflow {document.release}: {problem}" in told


def test_fields_of_bodies_that_airflow_3_refuses_or_demands_are_found(of_airflow_3: Document) -> None:
    pool = of_airflow_3.schemas["PoolBody"]
    pool["properties"]["depth"] = {"type": "integer"}
    pool["required"].append("depth")
    del pool["properties"]["include_deferred"]
    told, release = told_of(of_airflow_3, "Pool"), of_airflow_3.release
    assert f"POST /pools body.depth: Airflow {release}: nothing sends this field" in told
    assert (
        f"Pool.post_pool: Airflow {release}: body.depth is required, and missing in what it sends to POST /pools"
        in told
    )
    subject = f"Pool.post_pool(include_deferred): Airflow {release}: "
    assert f"{subject}there is no body.include_deferred in what it sends to POST /pools" in told


def test_a_new_field_of_an_answer_of_airflow_3_is_found(of_airflow_3: Document) -> None:
    of_airflow_3.schemas["PoolResponse"]["properties"]["depth"] = {"type": "integer"}
    assert f"Pool.depth: Airflow {of_airflow_3.release}: the field is not declared" in told_of(of_airflow_3, "Pool")


def test_another_kind_of_value_of_airflow_3_is_found(of_airflow_3: Document) -> None:
    of_airflow_3.schemas["PoolResponse"]["properties"]["slots"] = {"type": "object"}
    assert f"Pool.slots: Airflow {of_airflow_3.release}: may be {{'key': 'value'}}" in told_of(of_airflow_3, "Pool")


def test_a_new_value_of_airflow_3_is_found(of_airflow_3: Document) -> None:
    of_airflow_3.schemas["TaskInstanceState"]["enum"].append("dreaming")
    told = told_of(of_airflow_3, "TaskInstance.get_task_instance")
    assert (f"TaskInstance.state: Airflow {of_airflow_3.release}: may be dreaming, which is not declared") in told
