"""A DAG that waits for two datasets, with names that are hard to ask for."""

from __future__ import annotations

from datetime import datetime

from airflow import DAG

try:
    from airflow.providers.standard.operators.empty import EmptyOperator
    from airflow.sdk import Asset as Dataset
except ImportError:  # Airflow 2
    from airflow.datasets import Dataset
    from airflow.operators.empty import EmptyOperator

ODD = Dataset("x-test://host//a b+c%2Fd?e=f&g#h/")
PLAIN = Dataset("/a plain name")

with DAG("dataset_waiter", schedule=[ODD, PLAIN], start_date=datetime(2024, 1, 1), catchup=False, tags=["waiting"]):
    EmptyOperator(task_id="go")
