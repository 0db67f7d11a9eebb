"""How long does it take to read all of 10,000 DAGs from a server that takes its time?"""

from __future__ import annotations

import time
from typing import Any

from .. import bodies
from ..question import CPU_MS, WALL_MS, Client, Goal, Job, Question


def measure(client: Client, job: Job, kept: dict[str, Any]) -> dict[str, float]:
    if not kept:
        kept["client"] = type(client)(job.late_host)  # type: ignore[call-arg]
    late = kept["client"]
    began, wall = time.process_time(), time.perf_counter()
    if hasattr(late, "count_all"):
        rows = late.count_all()
    else:
        rows = sum(len(late.rows(late.get_dags(bodies.LIMIT, at))) for at in range(0, bodies.TOTAL, bodies.LIMIT))
    figures = {"wall": time.perf_counter() - wall, "CPU": time.process_time() - began}
    assert rows == bodies.TOTAL
    return figures


QUESTION = Question(
    title="All of 10,000 DAGs, from a server that answers after 20 ms",
    how="`iter_dags(concurrency=8)`, beside the loop over pages that the others leave to their users.",
    clients=("ideal", "floor", "urllib3", "ours", "ours_v2", "ac3", "ctl", "og7"),
    figures=(WALL_MS, CPU_MS),
    goals=(
        Goal(7, "wall", "ideal", 1.25, what="10,000 DAGs, 8 pages at once"),
        Goal(7, "wall", "ac3", 1 / 8, what="10,000 DAGs, 8 pages at once"),
        Goal(7, "wall", "ctl", 1 / 8, what="10,000 DAGs, 8 pages at once"),
        Goal(7, "wall", "og7", 1 / 10, what="10,000 DAGs, 8 pages at once"),
    ),
    rounds=7,
    measure=measure,
)
