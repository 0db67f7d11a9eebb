"""What do many calls at once cost, from threads that share one client?"""

from __future__ import annotations

import time
from threading import Thread
from typing import Any

from .. import bodies
from ..question import CPU_US, WALL_MS, Client, Goal, Job, Question

CALLS, THREADS = 2_000, 64


def measure(client: Client, job: Job, kept: dict[str, Any]) -> dict[str, float]:
    if not kept:
        kept["client"] = type(client)(job.late_host)  # type: ignore[call-arg]
    late, wanted = kept["client"], bodies.dag_id(42)
    left, ids = iter(range(CALLS)), list[str]()

    def work() -> None:
        for _ in left:
            ids.append(late.id_of(late.get_dag(wanted)))

    threads = [Thread(target=work) for _ in range(THREADS)]
    began, wall = time.process_time(), time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    figures = {"CPU": (time.process_time() - began) / CALLS, "wall": time.perf_counter() - wall}
    assert ids == [wanted] * CALLS
    return figures


QUESTION = Question(
    title="2,000 calls of `get_dag` in 64 threads",
    how="One client for all threads, a server that answers after 20 ms; the CPU is that of one call.",
    clients=("urllib3", "ours", "ac3", "ctl", "og7"),
    figures=(CPU_US, WALL_MS),
    goals=(Goal(8, "CPU", "ac3", 0.70, what="2,000 calls in 64 threads"),),
    rounds=11,
    measure=measure,
)
