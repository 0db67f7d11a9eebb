"""DAGs for tests that change or delete them: each test takes its own."""

from __future__ import annotations

from datetime import datetime

from airflow import DAG

try:
    from airflow.providers.standard.operators.empty import EmptyOperator
except ImportError:
    from airflow.operators.empty import EmptyOperator

for number in range(40):
    with DAG(
        f"disposable_{number:02}", schedule=None, start_date=datetime(2024, 1, 1), tags=["disposable"], catchup=False
    ) as dag:
        EmptyOperator(task_id="first") >> EmptyOperator(task_id="second")
    globals()[dag.dag_id] = dag
