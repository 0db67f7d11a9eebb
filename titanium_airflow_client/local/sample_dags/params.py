"""A DAG that asks for something when it is triggered."""

from __future__ import annotations

import datetime

from airflow.decorators import dag, task

try:
    from airflow.sdk import Param
except ImportError:  # Airflow 2
    from airflow.models.param import Param

PARAMS = {
    "name": Param("world", type="string", description="Who is greeted", minLength=1),
    "times": Param(2, type="integer", minimum=1, maximum=10, description="How often"),
    "tone": Param("kind", enum=["kind", "formal"], description="How"),
}


@dag(schedule=None, start_date=datetime.datetime(2024, 1, 1), catchup=False, params=PARAMS, tags=["sample", "params"])
def params():
    """Greet somebody, as often and in such a tone as the parameters say."""

    @task
    def greet(params: dict | None = None) -> str:
        word = "Hello" if params["tone"] == "kind" else "Good day"
        greeting = f"{word}, {params['name']}!"
        for _ in range(params["times"]):
            print(greeting)
        return greeting

    greet()


params()
