"""What does it cost to read all of 10,000 DAGs, page after page?"""

from __future__ import annotations

import time
from typing import Any

from .. import bodies
from ..question import CPU_MS, WALL_MS, Client, Goal, Job, Question


def measure(client: Client, job: Job, kept: dict[str, Any]) -> dict[str, float]:
    if not kept:
        kept["warm"] = client.get_dags(bodies.LIMIT, 0)
    began, wall = time.process_time(), time.perf_counter()
    rows = 0
    for offset in range(0, bodies.TOTAL, bodies.LIMIT):
        rows += len(client.rows(client.get_dags(bodies.LIMIT, offset)))
    figures = {"CPU": time.process_time() - began, "wall": time.perf_counter() - wall}
    assert rows == bodies.TOTAL
    return figures


QUESTION = Question(
    title="All of 10,000 DAGs, in sequence",
    how="A plain loop over 100 pages of 100, as each client's own list call gives them; nothing is kept.",
    clients=("floor", "http_client", "urllib3", "ours", "ours_v2", "ac2", "ac3", "ctl", "og7"),
    figures=(CPU_MS, WALL_MS),
    goals=(
        Goal(6, "CPU", "ac3", 0.20, what="10,000 DAGs in sequence"),
        Goal(6, "CPU", "og7", 0.10, what="10,000 DAGs in sequence"),
        Goal(6, "CPU", "ctl", 0.33, what="10,000 DAGs in sequence"),
        Goal(6, "CPU", "http_client", 2.0, what="10,000 DAGs in sequence"),
        Goal(6, "CPU", "floor", 2.0, what="10,000 DAGs in sequence"),
    ),
    rounds=9,
    measure=measure,
)
