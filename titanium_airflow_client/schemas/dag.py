"""DAGs as the API shows them."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, ClassVar

from .dag_version import DagVersionResponse
from .model import UNSET, Model, Otherwise, ReadOnly, opposite, renamed
from .run_type import RunTypeName
from .schedule_interval import CronExpression, RelativeDelta, TimeDelta
from .schedule_words import as_assets, as_datasets, as_time_delta, interval_of, summary_of


class Tag(Model):
    """A label that a DAG carries."""

    name: str | None = UNSET
    """The text of the tag."""

    _airflow_3: ClassVar = "what follows only Airflow 3 sends, in this order"

    dag_id: ReadOnly[str | None] = UNSET
    """The DAG ID, since Airflow 3.0."""
    dag_display_name: ReadOnly[str | None] = UNSET
    """The name that the user interface shows for the DAG, since Airflow 3.1."""


class DAG(Model):
    """A DAG as the metadata database knows it."""

    otherwise: ClassVar[Otherwise] = {
        "is_active": opposite("is_stale"),
        "is_stale": opposite("is_active"),
        "schedule_interval": lambda dag: (
            None if dag._timetable_summary is UNSET else interval_of(dag.timetable_summary)
        ),
        "timetable_summary": lambda dag: None if dag._schedule_interval is UNSET else summary_of(dag.schedule_interval),
        "next_dagrun": renamed("next_dagrun_logical_date"),
        "next_dagrun_logical_date": renamed("next_dagrun"),
        "next_dagrun_create_after": renamed("next_dagrun_run_after"),
        "next_dagrun_run_after": renamed("next_dagrun_create_after"),
        "is_subdag": lambda dag: None if dag._is_stale is UNSET else False,
    }

    dag_id: ReadOnly[str | None] = UNSET
    """The DAG ID."""
    dag_display_name: ReadOnly[str | None] = UNSET
    """The name that the user interface shows, since Airflow 2.9."""
    root_dag_id: ReadOnly[str | None] = UNSET
    """Of a SubDAG: the DAG at its top; null for every other DAG."""
    is_paused: bool | None = UNSET
    """Whether the scheduler leaves the DAG alone. The one field that can be changed."""
    is_active: ReadOnly[bool | None] = UNSET
    """Whether the scheduler has seen the DAG lately."""
    is_subdag: ReadOnly[bool | None] = UNSET
    """Whether the DAG is a SubDAG."""
    last_parsed_time: ReadOnly[datetime | None] = UNSET
    """When the scheduler last parsed the DAG, since Airflow 2.3."""
    last_pickled: ReadOnly[datetime | None] = UNSET
    """When the DAG was last pickled, since Airflow 2.3."""
    last_expired: ReadOnly[datetime | None] = UNSET
    """When the DAG was last told to refresh, since Airflow 2.3."""
    scheduler_lock: ReadOnly[bool | None] = UNSET
    """Whether a scheduler is scheduling the DAG right now, since Airflow 2.3."""
    pickle_id: ReadOnly[int | str | None] = UNSET
    """The ID of the latest pickle, since Airflow 2.3."""
    default_view: ReadOnly[str | None] = UNSET
    """The page that the user interface opens for the DAG, since Airflow 2.3."""
    fileloc: ReadOnly[str | None] = UNSET
    """The path of the file that defines the DAG, on the scheduler."""
    file_token: ReadOnly[str | None] = UNSET
    """The key to the file's source: the argument of `get_dag_source`."""
    owners: ReadOnly[list[str] | None] = UNSET
    """Who owns the tasks of the DAG."""
    description: ReadOnly[str | None] = UNSET
    """What the DAG's author says of it."""
    schedule_interval: ReadOnly[CronExpression | TimeDelta | RelativeDelta | None] = UNSET
    """When the DAG runs; null when only somebody starts it. Of Airflow 3 it is what `timetable_summary` says."""
    timetable_description: ReadOnly[str | None] = UNSET
    """The schedule in words, since Airflow 2.3."""
    tags: ReadOnly[list[Tag] | None] = UNSET
    """The DAG's tags."""
    max_active_tasks: ReadOnly[int | None] = UNSET
    """How many of its tasks may run at once, since Airflow 2.3."""
    max_active_runs: ReadOnly[int | None] = UNSET
    """How many of its runs may be active at once, since Airflow 2.3."""
    has_task_concurrency_limits: ReadOnly[bool | None] = UNSET
    """Whether a task of it limits how often it runs at once, since Airflow 2.3."""
    has_import_errors: ReadOnly[bool | None] = UNSET
    """Whether its file fails to import, since Airflow 2.3."""
    next_dagrun: ReadOnly[datetime | None] = UNSET
    """The logical date of the next DAG run, since Airflow 2.3."""
    next_dagrun_data_interval_start: ReadOnly[datetime | None] = UNSET
    """Where the data interval of the next DAG run begins, since Airflow 2.3."""
    next_dagrun_data_interval_end: ReadOnly[datetime | None] = UNSET
    """Where the data interval of the next DAG run ends, since Airflow 2.3."""
    next_dagrun_create_after: ReadOnly[datetime | None] = UNSET
    """The earliest time at which the next DAG run is made, since Airflow 2.3."""
    max_consecutive_failed_dag_runs: ReadOnly[int | None] = UNSET
    """After how many failed runs in a row the DAG is paused, since Airflow 2.9; experimental there."""

    _airflow_3: ClassVar = "what follows only Airflow 3 sends, in this order"

    is_stale: ReadOnly[bool | None] = UNSET
    """Whether the scheduler has lost sight of the DAG, since Airflow 3.0: the opposite of `is_active`."""
    last_parse_duration: ReadOnly[float | None] = UNSET
    """Seconds that the last parsing took, since Airflow 3.1."""
    bundle_name: ReadOnly[str | None] = UNSET
    """The bundle that its file belongs to, since Airflow 3.0."""
    bundle_version: ReadOnly[str | None] = UNSET
    """The version of the bundle, since Airflow 3.0."""
    relative_fileloc: ReadOnly[str | None] = UNSET
    """The path of its file within the bundle, since Airflow 3.0."""
    timetable_summary: ReadOnly[str | None] = UNSET
    """The schedule in short, such as a cron expression, since Airflow 3.0; of Airflow 2, what it would be."""
    timetable_partitioned: ReadOnly[bool | None] = UNSET
    """Whether its timetable makes partitions, since Airflow 3.2."""
    timetable_periodic: ReadOnly[bool | None] = UNSET
    """Whether its timetable comes round again and again, since Airflow 3.3."""
    next_dagrun_logical_date: ReadOnly[datetime | None] = UNSET
    """The logical date of the next DAG run, since Airflow 3.0: `next_dagrun` before."""
    next_dagrun_run_after: ReadOnly[datetime | None] = UNSET
    """The earliest time of the next DAG run, since Airflow 3.0: `next_dagrun_create_after` before."""
    allowed_run_types: ReadOnly[list[RunTypeName | str] | None] = UNSET
    """The types of run that may be made of it, since Airflow 3.2; null for all."""
    is_backfillable: ReadOnly[bool | None] = UNSET
    """Whether runs of the past can be made up for, since Airflow 3.3."""


class DAGDetail(DAG):
    """A DAG as its parsed file knows it."""

    otherwise: ClassVar[Otherwise] = {
        "dataset_expression": lambda dag: None if dag._asset_expression is UNSET else as_datasets(dag.asset_expression),
        "asset_expression": lambda dag: None if dag._dataset_expression is UNSET else as_assets(dag.dataset_expression),
    }
    shown: ClassVar[Otherwise] = {"dag_run_timeout": as_time_delta}

    timezone: ReadOnly[str | None] = UNSET
    """The time zone of its dates."""
    catchup: ReadOnly[bool | None] = UNSET
    """Whether runs are made for the intervals that were missed."""
    orientation: ReadOnly[str | None] = UNSET
    """How its graph is laid out: LR, TB, RL or BT."""
    concurrency: ReadOnly[int | None] = UNSET
    """How many of its tasks may run at once; the older name of `max_active_tasks`."""
    start_date: ReadOnly[datetime | None] = UNSET
    """The first date that it is scheduled for; null when its tasks have dates of their own."""
    dag_run_timeout: ReadOnly[TimeDelta | timedelta | None] = UNSET
    """How long a run may take; it reads as a `TimeDelta`, though Airflow 3 sends it in another form."""
    dataset_expression: ReadOnly[dict[str, Any] | None] = UNSET
    """Which datasets trigger it, by their URIs in nested `any` and `all` conditions, since Airflow 2.9."""
    doc_md: ReadOnly[str | None] = UNSET
    """Its documentation, in Markdown."""
    params: ReadOnly[dict[str, Any] | None] = UNSET
    """Its parameters with their defaults and JSON schemas."""
    end_date: ReadOnly[datetime | None] = UNSET
    """The last date that it is scheduled for, since Airflow 2.3."""
    is_paused_upon_creation: ReadOnly[bool | None] = UNSET
    """Whether it is paused when it is first seen, since Airflow 2.3."""
    last_parsed: ReadOnly[datetime | None] = UNSET
    """When its file was last parsed, since Airflow 2.3."""
    template_search_path: ReadOnly[list[str] | None] = UNSET
    """Where its templates are looked for, in the document; Airflow sends `template_searchpath` instead."""
    render_template_as_native_obj: ReadOnly[bool | None] = UNSET
    """Whether its templates render to Python objects and not to text, since Airflow 2.3."""
    template_searchpath: ReadOnly[str | None] = UNSET
    """Where its templates are looked for, as Python text: so Airflow really sends it."""
    asset_expression: ReadOnly[dict[str, Any] | None] = UNSET
    """Which assets trigger it, since Airflow 3.0: `dataset_expression` before, which knows only their URIs."""
    latest_dag_version: ReadOnly[DagVersionResponse | None] = UNSET
    """Its latest version, since Airflow 3.0."""
    owner_links: ReadOnly[dict[str, Any] | None] = UNSET
    """Where to find its owners, since Airflow 3.0.2."""
    default_args: ReadOnly[dict[str, Any] | None] = UNSET
    """What its tasks get as arguments when they say nothing else, since Airflow 3.1."""
    is_favorite: ReadOnly[bool | None] = UNSET
    """Whether it is a favourite of the user that asks, since Airflow 3.1.1."""
    active_runs_count: ReadOnly[int | None] = UNSET
    """How many of its runs are active, since Airflow 3.2."""
    rerun_with_latest_version: ReadOnly[bool | None] = UNSET
    """Whether runs that are cleared take the latest version of it, since Airflow 3.3."""


class DAGCollection(Model):
    """A page of DAGs."""

    dags: list[DAG] | None = UNSET
    """The DAGs of this page."""
    total_entries: int | None = UNSET
    """How many there are on all pages together."""


class DAGTagCollectionResponse(Model):
    """A page of the tags of all DAGs, since Airflow 3.0."""

    tags: list[str] | None = UNSET
    """The texts of the tags."""
    total_entries: int | None = UNSET
    """How many there are on all pages together."""


class GetDagSource200Response(Model):
    """The source of a DAG file."""

    content: str | None = UNSET
    """The text of the file."""
    dag_id: str | None = UNSET
    """The DAG ID, since Airflow 3.0."""
    version_number: int | None = UNSET
    """The number of the DAG's version, since Airflow 3.0."""
    dag_display_name: str | None = UNSET
    """The name that the user interface shows, since Airflow 3.1."""
