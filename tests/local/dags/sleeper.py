"""A task that does not end by itself, and has started a process that left its session."""

from __future__ import annotations

import datetime
import subprocess
import time

from airflow.decorators import dag, task


@dag(schedule=None, start_date=datetime.datetime(2024, 1, 1), catchup=False)
def sleeper():
    @task
    def sleep() -> None:
        with subprocess.Popen(["sleep", "987"], start_new_session=True):
            time.sleep(987)

    sleep()


sleeper()
