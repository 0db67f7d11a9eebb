"""One of two ways, and groups of tasks within groups."""

from __future__ import annotations

import datetime

from airflow.decorators import dag, task, task_group


@dag(schedule=None, start_date=datetime.datetime(2024, 1, 1), catchup=False, tags=["sample", "groups"])
def branching():
    """Weigh a parcel, send it the small way or the large way, and skip the other."""

    @task
    def weigh() -> int:
        return 12

    @task.branch
    def choose(kilograms: int) -> str:
        return "large.pack.measure" if kilograms > 10 else "small.post"

    @task_group
    def small():
        @task
        def post() -> str:
            return "in the letter box"

        post()

    @task_group
    def large():
        @task_group
        def pack():
            @task
            def measure() -> list[int]:
                return [40, 30, 20]

            @task
            def wrap(size: list[int]) -> str:
                return " x ".join(map(str, size))

            return wrap(measure())

        @task
        def ship(parcel: str) -> str:
            return f"{parcel}, by lorry"

        ship(pack())

    @task(trigger_rule="none_failed_min_one_success")
    def receipt() -> str:
        return "thank you"

    choose(weigh()) >> [small(), large()] >> receipt()


branching()
