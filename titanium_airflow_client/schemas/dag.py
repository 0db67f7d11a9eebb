"""DAGs as the API shows them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from .model import UNSET, Model, ReadOnly
from .schedule_interval import CronExpression, RelativeDelta, TimeDelta


class Tag(Model):
    """A label that a DAG carries."""

    name: str | None = UNSET
    """The text of the tag."""


class DAG(Model):
    """A DAG as the metadata database knows it."""

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
    """When the DAG runs; null when only somebody starts it."""
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


class DAGDetail(DAG):
    """A DAG as its parsed file knows it."""

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
    dag_run_timeout: ReadOnly[TimeDelta | None] = UNSET
    """How long a run may take."""
    dataset_expression: ReadOnly[dict[str, Any] | None] = UNSET
    """Which datasets trigger it, as nested `any` and `all` conditions, since Airflow 2.9."""
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


class DAGCollection(Model):
    """A page of DAGs."""

    dags: list[DAG] | None = UNSET
    """The DAGs of this page."""
    total_entries: int | None = UNSET
    """How many there are on all pages together."""


class GetDagSource200Response(Model):
    """The source of a DAG file."""

    content: str | None = UNSET
    """The text of the file."""
