"""Backfills, versions and jobs, favourites and tags: the groups and operations that only Airflow 3 has."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from titanium_airflow_client import (
    ApiClient,
    BackfillApi,
    BackfillPostBody,
    BadRequestException,
    ConflictException,
    DAGApi,
    DAGRunApi,
    DagVersionApi,
    EventLogApi,
    ImportErrorApi,
    JobApi,
    NotFoundException,
    PluginApi,
    ProviderApi,
    UnsupportedOperation,
)

FROM = datetime(2024, 3, 1, tzinfo=timezone.utc)
BODY = {"dag_id": "daily", "from_date": FROM, "to_date": FROM + timedelta(days=2)}


def test_a_backfill_from_its_beginning_to_its_end(api, lacks, request, in_peace):
    backfills = api(BackfillApi)
    if lacks("3.0", lambda: backfills.create_backfill(BODY)):
        return
    began = FROM + timedelta(days=0 if request.node.callspec.params["connect"] == "blocking" else 10)
    body = BackfillPostBody(dag_id="daily", from_date=began, to_date=began + timedelta(days=2), max_active_runs=1)
    body.dag_run_conf = {"by": "tests"}
    would = backfills.create_backfill_dry_run(body)
    days = [began + timedelta(days=number) for number in range(3)]
    assert (would.total_entries, [run.logical_date for run in would.backfills]) == (3, days)

    def written(change: Any, *of: Any) -> Any:
        return in_peace(lambda: change(*of))

    def begun() -> Any:
        for half in backfills.list_backfills("daily").backfills:
            if half.completed_at is None:  # the server failed when it had made a part of it
                backfills.cancel_backfill(half.id)
        return backfills.create_backfill(body)

    made = written(begun)
    assert (made.dag_id, made.is_paused, made.completed_at, made.max_active_runs) == ("daily", False, None, 1)
    assert (made.from_date, made.dag_run_conf, made.reprocess_behavior) == (began, {"by": "tests"}, "none")
    assert made.id in [one.id for one in backfills.list_backfills("daily").backfills]
    assert backfills.list_backfills("daily", order_by="-id", limit=1).backfills[0].id == made.id
    assert written(backfills.pause_backfill, made.id).is_paused is True
    assert backfills.get_backfill(made.id).is_paused is True
    assert written(backfills.unpause_backfill, made.id).is_paused is False
    with pytest.raises(ConflictException, match="already a running backfill"):
        backfills.create_backfill(body)
    assert written(backfills.cancel_backfill, made.id).completed_at is not None
    with pytest.raises(ConflictException, match="already completed"):
        backfills.cancel_backfill(made.id)
    runs = api(DAGRunApi).get_dag_runs("daily", run_type=["backfill"], execution_date_gte=began)
    assert {run.logical_date for run in runs.dag_runs} >= set(days)
    assert {(run.external_trigger, run.triggered_by) for run in runs.dag_runs} == {(False, "backfill")}


@pytest.mark.parametrize(
    ("call", "kind"),
    [
        (lambda api: api.get_backfill(10**6), NotFoundException),
        (lambda api: api.pause_backfill(10**6), NotFoundException),
        (lambda api: api.create_backfill({**BODY, "dag_id": "nope"}), NotFoundException),
        (lambda api: api.create_backfill({**BODY, "dag_id": "linear"}), BadRequestException),
        (lambda api: api.create_backfill_dry_run({**BODY, "reprocess_behavior": "nope"}), BadRequestException),
    ],
)
def test_backfills_that_are_refused(api, lacks, call, kind):
    backfills = api(BackfillApi)
    if lacks("3.0", lambda: backfills.list_backfills("daily")):
        return
    with pytest.raises(kind):
        call(backfills)


def test_backfills_of_older_releases(api, knows):
    if not knows("3.1"):
        with pytest.raises(UnsupportedOperation, match=r"needs Airflow 3\.0|run_on_latest_version exists since"):
            api(BackfillApi).create_backfill({**BODY, "run_on_latest_version": True})


def test_versions(api, lacks):
    versions = api(DagVersionApi)
    if lacks("3.0", lambda: versions.get_dag_versions("linear")):
        return
    page = versions.get_dag_versions("linear", order_by="version_number")
    first = page.dag_versions[0]
    assert (page.total_entries, first.version_number, first.dag_id) == (len(page.dag_versions), 1, "linear")
    assert versions.get_dag_version("linear", 1) == first
    assert versions.get_dag_versions("linear", version_number=99).dag_versions == []
    assert versions.get_dag_versions("~").total_entries > 40
    details = api(DAGApi).get_dag_details("linear")
    assert details.latest_dag_version.id == page.dag_versions[-1].id
    source = api(DAGApi).get_dag_source(details.file_token, version_number=1)
    assert (source.version_number, "linear" in source.content) == (1, True)
    for call in (
        lambda: versions.get_dag_version("linear", 99),
        lambda: api(DAGApi).get_dag_source(details.file_token, version_number=99),
    ):
        with pytest.raises(NotFoundException):
            call()


def test_jobs(api, lacks, airflow):
    jobs = api(JobApi)
    if lacks("3.0", jobs.get_jobs):
        return
    page = jobs.get_jobs(job_type="SchedulerJob", job_state="running", order_by="-start_date")
    assert page.total_entries == len(page.jobs) >= 1
    assert page.jobs[0].latest_heartbeat.utcoffset() == timedelta(0)
    assert jobs.get_jobs(hostname="nope").jobs == []
    alive = jobs.get_jobs(start_date_lte=datetime.now(timezone.utc), is_alive=True).jobs
    assert page.jobs[0].id in [job.id for job in alive]
    if lacks("3.1", lambda: jobs.get_jobs(start_date_gt=datetime.now())):
        return
    assert jobs.get_jobs(start_date_gt=datetime.now(timezone.utc)).jobs == []


def test_favourites(api, lacks):
    dags = api(DAGApi)
    if lacks("3.1", lambda: dags.favorite_dag("disposable_24")):
        return
    assert dags.favorite_dag("disposable_24") is None
    assert dags.get_dag_details("disposable_24").is_favorite is True
    assert [dag.dag_id for dag in dags.get_dags(is_favorite=True).dags] == ["disposable_24"]
    assert dags.unfavorite_dag("disposable_24") is None
    assert dags.get_dags(is_favorite=True).dags == []
    with pytest.raises(NotFoundException):
        dags.favorite_dag("nope")
    with pytest.raises(ConflictException):
        dags.unfavorite_dag("disposable_24")


def test_tags(api, lacks):
    dags = api(DAGApi)
    if lacks("3.0", dags.get_dag_tags):
        return
    page = dags.get_dag_tags()
    assert {"disposable", "sample"} <= set(page.tags)
    assert page.tags == sorted(page.tags)
    assert dags.get_dag_tags(order_by="-name").tags == page.tags[::-1]
    assert dags.get_dag_tags(tag_name_pattern="DISPOS").tags == ["disposable"]


def test_dags_by_more(api, lacks):
    dags = api(DAGApi)

    def found(**filters: Any) -> set[str]:
        return {dag.dag_id for dag in dags.get_dags(**filters).dags}

    if lacks("3.0", lambda: found(owners=["airflow"])):
        return
    assert found(tags=["sample", "dataset"], tags_match_mode="all") == {"dataset_consumer", "dataset_producer"}
    assert "linear" in found(tags=["sample", "dataset"], tags_match_mode="any")
    assert (found(owners=["nobody"]), "linear" in found(dag_display_name_pattern="LIN")) == (set(), True)
    changed = dags.patch_dags("disposable_2", {"is_paused": True}, paused=False)
    assert "disposable_25" not in [dag.dag_id for dag in changed.dags]
    if lacks("3.1", lambda: found(has_asset_schedule=True)):
        return
    assert "dataset_consumer" in found(has_asset_schedule=True)
    assert "linear" not in found(has_asset_schedule=True)
    assert found(asset_dependency="orders") == {"dataset_consumer"}
    assert [dag.dag_id for dag in dags.get_dags(order_by=["dag_display_name", "-dag_id"], limit=1).dags]


def test_what_only_tells_has_more_filters(api, lacks, runs):
    events = api(EventLogApi)
    if lacks("3.0", lambda: api(ProviderApi).get_providers(limit=1)):
        return
    assert len(api(ProviderApi).get_providers(limit=1).providers) == 1
    if lacks("3.1", lambda: events.get_event_logs(dag_id_pattern="x")):
        return
    assert {one.dag_id for one in events.get_event_logs(dag_id_pattern="linea").event_logs} == {"linear"}
    assert api(ImportErrorApi).get_import_errors(filename_pattern="broken").total_entries == 1
    assert api(PluginApi).import_errors().import_errors == []
    if lacks("3.3", lambda: api(ImportErrorApi).get_import_errors(filename="x")):
        return
    assert api(ImportErrorApi).get_import_errors(filename="nope").import_errors == []


def test_how_long_a_run_may_take(api):
    timeout = api(DAGApi).get_dag_details("daily").dag_run_timeout
    assert (timeout.days, timeout.seconds) == (1, 2 * 3600 + 3)


def test_every_answer_fits_its_model(airflow, knows):
    if knows("3.0"):
        with ApiClient(airflow.configuration) as client:
            BackfillApi(client).list_backfills("daily")
            DagVersionApi(client).get_dag_versions("~")
            JobApi(client).get_jobs()
            for dag_id in ("daily", "linear", "dataset_consumer"):
                DAGApi(client).get_dag_details(dag_id)
            assert client.drift == {}
