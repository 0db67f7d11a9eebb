"""Three steps, one after the other."""

from __future__ import annotations

import datetime

from airflow.decorators import dag, task


@dag(schedule=None, start_date=datetime.datetime(2024, 1, 1), catchup=False, tags=["sample", "linear"])
def linear():
    """Extract, transform, load: each step hands its result to the next."""

    @task
    def extract() -> list[int]:
        return [3, 1, 2]

    @task
    def transform(numbers: list[int]) -> list[int]:
        return sorted(numbers)

    @task
    def load(numbers: list[int]) -> None:
        print(f"loaded {numbers}")

    load(transform(extract()))


linear()
