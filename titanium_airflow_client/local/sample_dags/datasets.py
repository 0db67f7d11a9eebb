"""A DAG that runs when another has made what it needs."""

from __future__ import annotations

import datetime

from airflow.decorators import dag, task

try:
    from airflow.sdk import Asset as Dataset
except ImportError:  # Airflow 2
    from airflow.datasets import Dataset

ORDERS = Dataset("file://localhost/sample/orders.csv")


@dag(schedule=None, start_date=datetime.datetime(2024, 1, 1), catchup=False, tags=["sample", "dataset"])
def dataset_producer():
    """Update the orders."""

    @task(outlets=[ORDERS])
    def write_orders() -> int:
        return 42

    write_orders()


@dag(schedule=[ORDERS], start_date=datetime.datetime(2024, 1, 1), catchup=False, tags=["sample", "dataset"])
def dataset_consumer():
    """Runs, once it is not paused, whenever the orders were updated."""

    @task
    def count_orders() -> None:
        print("the orders are here")

    count_orders()


dataset_producer()
dataset_consumer()
