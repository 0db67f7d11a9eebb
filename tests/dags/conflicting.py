"""DAGs of Airflow 3 that do not agree about an asset: it has one name and two URIs, so that the server warns."""

from __future__ import annotations

from datetime import datetime

from airflow import DAG

try:
    from airflow.providers.standard.operators.empty import EmptyOperator
    from airflow.sdk import Asset
except ImportError:
    Asset = None

for number in (1, 2) if Asset else ():
    asset = Asset(name="tests_conflicting", uri=f"file://localhost/tests/conflicting/{number}")
    with DAG(f"conflicting_{number}", schedule=[asset], start_date=datetime(2024, 1, 1), catchup=False) as dag:
        EmptyOperator(task_id="go")
    globals()[dag.dag_id] = dag
