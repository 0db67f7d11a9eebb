"""The answers that are measured with: 10,000 DAGs in pages of 100, as Airflow 2 and as Airflow 3 write them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

TOTAL, LIMIT = 10_000, 100
PAGES = TOTAL // LIMIT
AT_ONCE = 8
"""How many pages are asked for at once where that is measured."""
LATENCY = 0.020
"""Seconds until the late listener answers."""
TOKEN = "Ii9vcHQvYWlyZmxvdy9kYWdzL3dhcmVob3VzZS90ZWFtXzE3L2RhZ18wMDAwMC5weSI.Ro-nL654FCsnlmRxRDGYSMMSbpM"


def dag_id(number: int) -> str:
    return f"warehouse_load_{number:05}"


def v1(number: int) -> dict[str, Any]:
    """A DAG of Airflow 2.9 to 2.11: 28 fields; of ten, eight have a cron schedule, one a timedelta, one none."""
    day, kind = 1 + number % 28, number % 10
    schedule: dict[str, Any] | None = {"__type": "CronExpression", "value": f"{number % 60} {number % 24} * * *"}
    if kind == 8:
        schedule = {"__type": "TimeDelta", "days": number % 7, "microseconds": 0, "seconds": 3600}
    if kind == 9:
        schedule = None
    return {
        "dag_display_name": dag_id(number),
        "dag_id": dag_id(number),
        "default_view": "grid",
        "description": f"Loads the tables of source {number} into the warehouse, and checks what has come",
        "file_token": TOKEN.replace("00000", f"{number:05}"),
        "fileloc": f"/opt/airflow/dags/warehouse/team_{number % 40}/{dag_id(number)}.py",
        "has_import_errors": False,
        "has_task_concurrency_limits": kind == 3,
        "is_active": True,
        "is_paused": kind == 4,
        "is_subdag": False,
        "last_expired": None,
        "last_parsed_time": f"2026-10-{day:02}T08:16:31.{97943 + number:06}+00:00",
        "last_pickled": None,
        "max_active_runs": 16,
        "max_active_tasks": 16,
        "max_consecutive_failed_dag_runs": 0,
        "next_dagrun": f"2026-11-{day:02}T00:00:00+00:00",
        "next_dagrun_create_after": f"2026-11-{day:02}T06:00:00+00:00",
        "next_dagrun_data_interval_end": f"2026-11-{day:02}T06:00:00+00:00",
        "next_dagrun_data_interval_start": f"2026-11-{day:02}T00:00:00+00:00",
        "owners": [f"team_{number % 40}"],
        "pickle_id": None,
        "root_dag_id": None,
        "schedule_interval": schedule,
        "scheduler_lock": None,
        "tags": [{"name": "warehouse"}, {"name": f"team_{number % 40}"}],
        "timetable_description": f"At {number % 24:02}:{number % 60:02}" if kind < 8 else "",
    }


def v2(number: int) -> dict[str, Any]:
    """A DAG of Airflow 3.3: 30 fields."""
    day, kind = 1 + number % 28, number % 10
    name, team = dag_id(number), f"team_{number % 40}"
    return {
        "dag_id": name,
        "dag_display_name": name,
        "is_paused": kind == 4,
        "is_stale": False,
        "last_parsed_time": f"2026-10-{day:02}T08:16:31.{97943 + number:06}Z",
        "last_parse_duration": 0.1 + number / 65536,
        "last_expired": None,
        "bundle_name": "dags-folder",
        "bundle_version": None,
        "relative_fileloc": f"warehouse/{team}/{name}.py",
        "fileloc": f"/opt/airflow/dags/warehouse/{team}/{name}.py",
        "description": f"Loads the tables of source {number} into the warehouse, and checks what has come",
        "timetable_summary": f"{number % 60} {number % 24} * * *" if kind < 9 else None,
        "timetable_description": f"At {number % 24:02}:{number % 60:02}" if kind < 8 else "",
        "timetable_partitioned": False,
        "timetable_periodic": kind < 9,
        "tags": [{"name": tag, "dag_id": name, "dag_display_name": name} for tag in ("warehouse", team)],
        "max_active_tasks": 16,
        "max_active_runs": 16,
        "max_consecutive_failed_dag_runs": 0,
        "has_task_concurrency_limits": kind == 3,
        "has_import_errors": False,
        "next_dagrun_logical_date": f"2026-11-{day:02}T00:00:00Z",
        "next_dagrun_data_interval_start": f"2026-11-{day:02}T00:00:00Z",
        "next_dagrun_data_interval_end": f"2026-11-{day:02}T06:00:00Z",
        "next_dagrun_run_after": f"2026-11-{day:02}T06:00:00Z",
        "allowed_run_types": None,
        "owners": [team],
        "is_backfillable": kind < 9,
        "file_token": TOKEN.replace("00000", f"{number:05}"),
    }


def as_airflow_2(value: Any) -> bytes:
    return (json.dumps(value, indent=2) + "\n").encode()


def as_airflow_3(value: Any) -> bytes:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False).encode()


WRITERS = {"v1": (v1, as_airflow_2), "v2": (v2, as_airflow_3)}


def write(folder: Path) -> None:
    """Every page, and one DAG alone, as files for the server and for those who decode without one."""
    for version, (make, write_json) in WRITERS.items():
        (folder / f"{version}-dag.json").write_bytes(write_json(make(42)))
        for page in range(PAGES):
            dags = [make(number) for number in range(page * LIMIT, page * LIMIT + LIMIT)]
            content = write_json({"dags": dags, "total_entries": TOTAL})
            (folder / f"{version}-page-{page}.json").write_bytes(content)


def page(folder: Path, version: str, number: int) -> bytes:
    return (folder / f"{version}-page-{number}.json").read_bytes()


RUN_ID = "bench__2026-11-22"
CONF = {
    f"parameter_{number}": (
        {"bucket": "raw", "prefix": f"source_{number}/2026/11/22", "limit": 1000, "retry": True, "owners": ["a", "b"]},
        [f"table_{number}_{kind}" for kind in ("new", "history", "errors", "late", "checks", "archive", "metrics")],
        {"table": f"source_{number}", "columns": ["id", "name", "created_at", "changed_at"], "where": "id > 0"},
        number * 1.5,
    )[number % 4]
    for number in range(20)
}
"""The body of a call: what a DAG run is triggered with."""
