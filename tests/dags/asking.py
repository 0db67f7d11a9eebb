"""DAGs for what came with Airflow 3: one that asks a person (3.1), one with a group of tasks, one with an alias."""

from __future__ import annotations

from datetime import datetime

from airflow import DAG

try:
    from airflow.providers.standard.operators.empty import EmptyOperator
    from airflow.sdk import TaskGroup
except ImportError:  # Airflow 2
    from airflow.operators.empty import EmptyOperator
    from airflow.utils.task_group import TaskGroup

try:
    from airflow.providers.standard.operators.hitl import HITLOperator
except Exception:  # Airflow 3.0 has the file, and refuses to load it
    HITLOperator = None

with DAG("grouped", schedule=None, start_date=datetime(2024, 1, 1), catchup=False):
    with TaskGroup("both"):
        EmptyOperator(task_id="left") >> EmptyOperator(task_id="right")
    EmptyOperator(task_id="alone")

try:
    from airflow.sdk import AssetAlias
except ImportError:  # Airflow 2
    AssetAlias = None

if AssetAlias is not None:
    with DAG("aliased", schedule=None, start_date=datetime(2024, 1, 1), catchup=False):
        EmptyOperator(task_id="go", outlets=[AssetAlias("tests_alias")])

if HITLOperator is not None:
    with DAG("asking", schedule=None, start_date=datetime(2024, 1, 1), catchup=False):
        HITLOperator(
            task_id="ask", subject="Which way?", body="There are **two**.", options=["left", "right"], defaults=["left"]
        )
