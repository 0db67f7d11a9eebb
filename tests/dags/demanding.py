"""DAGs that a run of is not always wanted of: one with all kinds of parameters, and one in a pool that nobody made."""

from __future__ import annotations

from datetime import datetime

from airflow import DAG, __version__
from airflow.decorators import task

try:
    from airflow.providers.standard.operators.empty import EmptyOperator
    from airflow.sdk import Param
except ImportError:  # Airflow 2
    from airflow.models.param import Param
    from airflow.operators.empty import EmptyOperator

REQUIRED = Param(type="string", minLength=2)  # it has no default
if __version__.startswith(("2.6", "2.7")):  # which refuse that
    REQUIRED = Param("you", type="string", minLength=2)

PARAMS = {
    "who": REQUIRED,
    "number": Param(1.5, type="number", exclusiveMinimum=0, maximum=10),
    "list": Param(["a"], type="array", minItems=1, items={"type": "string"}),
    "day": Param("2024-02-29", type="string", format="date"),
    "moment": Param("2024-02-29T12:00:00+00:00", type="string", format="date-time"),
    "maybe": Param(None, type=["null", "string"], pattern="^[a-z]+$"),
    "object": Param({"a": 1}, type="object", required=["a"], properties={"a": {"type": "integer"}}),
    "either": Param(1, anyOf=[{"type": "integer"}, {"type": "null"}]),
    "fixed": Param("x", const="x"),
    "anything": Param(None),
}

with DAG("demanding", schedule=None, start_date=datetime(2024, 1, 1), catchup=False, params=PARAMS):
    EmptyOperator(task_id="go")

with DAG("starved", schedule=None, start_date=datetime(2024, 1, 1), catchup=False, max_active_runs=1):
    EmptyOperator(task_id="before", pool="nobody_made_it_either")  # it takes no slots

    @task(pool="nobody_made_it")
    def go() -> None:
        print("at last")

    go()
