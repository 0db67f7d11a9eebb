"""What a failure looks like."""

from __future__ import annotations

import datetime

from airflow.decorators import dag, task


@dag(schedule=None, start_date=datetime.datetime(2024, 1, 1), catchup=False, tags=["sample", "failing"])
def failing():
    """The first task succeeds, the second fails, the third never runs."""

    @task
    def before() -> None:
        print("all is well")

    @task(retries=0)
    def divide() -> float:
        return 1 / 0

    @task
    def after(result: float) -> None:
        print(result)

    result = divide()
    before() >> result
    after(result)


failing()
