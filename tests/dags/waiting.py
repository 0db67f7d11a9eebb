"""A DAG that waits for two datasets: when one was updated, that stays queued, as nothing ever updates the other."""

from __future__ import annotations

from datetime import datetime

from airflow import DAG

try:
    from airflow.providers.standard.operators.empty import EmptyOperator
    from airflow.sdk import Asset as Dataset
except ImportError:  # Airflow 2
    from airflow.datasets import Dataset
    from airflow.operators.empty import EmptyOperator

UPDATED, NEVER = Dataset("file://localhost/tests/updated"), Dataset("file://localhost/tests/never")

with DAG("waiting", schedule=[UPDATED, NEVER], start_date=datetime(2024, 1, 1), catchup=False):
    EmptyOperator(task_id="go")
