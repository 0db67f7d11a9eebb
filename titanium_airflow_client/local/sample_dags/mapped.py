"""As many task instances as there is work."""

from __future__ import annotations

import datetime

from airflow.decorators import dag, task


@dag(schedule=None, start_date=datetime.datetime(2024, 1, 1), catchup=False, tags=["sample", "mapped"])
def mapped():
    """Square each number in a task instance of its own, and add them up."""

    @task
    def numbers() -> list[int]:
        return [1, 2, 3]

    @task
    def square(number: int) -> int:
        return number * number

    @task
    def total(squares) -> int:
        return sum(squares)

    total(square.expand(number=numbers()))


mapped()
