"""What servers say about DAGs that are odd: a pool that nobody made, a link that leads to another DAG."""

from __future__ import annotations

from datetime import datetime

from airflow import DAG

try:
    from airflow.providers.standard.operators.empty import EmptyOperator
    from airflow.providers.standard.sensors.external_task import ExternalTaskSensor
except ImportError:
    from airflow.operators.empty import EmptyOperator
    from airflow.sensors.external_task import ExternalTaskSensor

with DAG("odd", schedule=None, start_date=datetime(2024, 1, 1), catchup=False):
    EmptyOperator(task_id="swim", pool="nowhere") >> ExternalTaskSensor(task_id="wait", external_dag_id="linear")
