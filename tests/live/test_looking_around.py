"""The groups that only tell: DAG statistics and warnings, import errors, plugins and providers of a real Airflow."""

from __future__ import annotations

from typing import Any

import pytest

from titanium_airflow_client import (
    ApiClient,
    BadRequestException,
    DAGRunApi,
    DagStatsApi,
    DagWarningApi,
    ForbiddenException,
    ImportErrorApi,
    NotFoundException,
    PluginApi,
    ProviderApi,
    ServiceException,
)


def counts(stats: Any) -> dict[str, dict[str, int]]:
    return {dag.dag_id: {one.state: one.count for one in dag.stats} for dag in stats.dags}


def test_get_dag_stats(api, knows):
    if not knows("2.10"):
        with pytest.raises(NotFoundException, match=r"get_dag_stats exists since Airflow 2\.10: this server is older"):
            api(DagStatsApi).get_dag_stats("linear")
        return
    before = counts(api(DagStatsApi).get_dag_stats(["disposable_27", "disposable_28", "nope"]))
    assert before.keys() == {"disposable_27", "disposable_28"}
    run = api(DAGRunApi).post_dag_run("disposable_27", {})
    api(DAGRunApi).update_dag_run_state("disposable_27", run.dag_run_id, {"state": "failed"})
    stats = api(DagStatsApi).get_dag_stats("disposable_27,disposable_28")
    assert stats.total_entries == 2
    after = counts(stats)
    assert after["disposable_27"] == {**before["disposable_27"], "failed": before["disposable_27"]["failed"] + 1}
    assert after["disposable_28"] == {"queued": 0, "running": 0, "success": 0, "failed": 0}


def test_get_dag_warnings(api, until, knows):
    warnings = api(DagWarningApi)
    kind, what = ("non-existent pool", "nowhere")
    if knows("3.0"):  # which warns of no pools any more
        kind, what = ("dataset conflict", "tests_conflicting")
    of = ("conflicting_1", "conflicting_2", "odd")

    def found() -> list[str]:
        return [one.dag_id for one in warnings.get_dag_warnings(warning_type=kind).dag_warnings if one.dag_id in of]

    dag_id = until(found)[0]
    page = warnings.get_dag_warnings(dag_id=dag_id, warning_type=kind, order_by="-timestamp", limit=1)
    (warning,) = page.dag_warnings
    assert (page.total_entries, warning.dag_id) == (1, dag_id)
    assert what in warning.message
    assert warning in warnings.get_dag_warnings().dag_warnings
    assert warnings.get_dag_warnings(dag_id=dag_id, offset=1).to_dict() == {"dag_warnings": [], "total_entries": 1}
    assert warnings.get_dag_warnings(dag_id="linear").dag_warnings == []
    with pytest.raises(BadRequestException, match="Ordering with 'nope'"):
        warnings.get_dag_warnings(order_by="nope")


def test_import_errors(api):
    errors = api(ImportErrorApi)
    page = errors.get_import_errors(limit=10, offset=0, order_by="-timestamp")
    (broken,) = [one for one in page.import_errors if one.filename.endswith("broken.py")]
    assert "this file is broken on purpose" in broken.stack_trace
    assert errors.get_import_error(broken.import_error_id) == broken
    assert errors.get_import_errors(offset=page.total_entries).import_errors == []
    with pytest.raises(NotFoundException, match=r"Import error not found|ImportError .* was not found"):
        errors.get_import_error(10**9)
    with pytest.raises(BadRequestException, match="Ordering with 'nope'"):
        errors.get_import_errors(order_by="nope")


def test_get_plugins(permissive, connect, knows):
    plugins = connect(permissive.configuration)(PluginApi)
    page = plugins.get_plugins()
    (ours,) = [one for one in page.plugins if one.name == "tests"]
    assert "double" in ours.macros[0] if knows("2.7") else ours.macros == []
    if not knows("3.0"):
        assert ours.appbuilder_menu_items == [{"name": "Elsewhere", "href": "https://example.com"}]
    assert plugins.get_plugins(limit=1, offset=page.total_entries).plugins == []
    assert plugins.get_plugins(limit=1).plugins == page.plugins[:1]


def test_get_providers(api, knows):
    found = api(ProviderApi).get_providers()
    assert found.total_entries == len(found.providers)
    name, what = ("standard", "Standard") if knows("3.0") else ("http", "HTTP")
    (provider,) = [one for one in found.providers if one.package_name == f"apache-airflow-providers-{name}"]
    assert provider.version[0].isdigit()
    assert what in provider.description


def test_one_who_may_nothing(airflow, connect, knows):
    group = connect(airflow.configuration_for("nobody"))
    looks = [
        lambda: group(DagWarningApi).get_dag_warnings(),
        lambda: group(ImportErrorApi).get_import_errors(),
        lambda: group(ImportErrorApi).get_import_error(1),
        lambda: group(PluginApi).get_plugins(),
        lambda: group(ProviderApi).get_providers(),
    ]
    if knows("2.10"):
        looks.append(lambda: group(DagStatsApi).get_dag_stats("linear"))
    for look in looks:
        with pytest.raises((ForbiddenException, ServiceException)):  # the latter where there is no such role
            look()


def test_every_answer_fits_its_model(airflow, permissive, knows):
    for server in (airflow, permissive):
        with ApiClient(server.configuration) as client:
            DagWarningApi(client).get_dag_warnings()
            ImportErrorApi(client).get_import_errors()
            PluginApi(client).get_plugins()
            ProviderApi(client).get_providers()
            if knows("2.10"):
                DagStatsApi(client).get_dag_stats(["linear"])
            assert client.drift == {}
