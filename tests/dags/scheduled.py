"""DAGs that time starts: for backfills, and where Airflow knows of partitions, one that has them."""

from __future__ import annotations

from datetime import datetime, timedelta

from airflow import DAG

try:
    from airflow.providers.standard.operators.empty import EmptyOperator
except ImportError:
    from airflow.operators.empty import EmptyOperator

try:
    from airflow.sdk import CronPartitionTimetable
except ImportError:  # before Airflow 3.2
    CronPartitionTimetable = None

START = {"start_date": datetime(2024, 1, 1), "catchup": False}

with DAG("daily", schedule="@daily", dagrun_timeout=timedelta(days=1, hours=2, seconds=3), **START):
    EmptyOperator(task_id="go")

if CronPartitionTimetable:
    with DAG("partitioned", schedule=CronPartitionTimetable("0 0 * * *", timezone="UTC"), **START):
        EmptyOperator(task_id="go")
