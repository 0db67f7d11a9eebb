"""How much memory do 10,000 DAGs take that are kept?"""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import Any

from .. import bodies
from ..question import HELD, Client, Goal, Job, Question


def resident() -> float:
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


def measure(client: Client, job: Job, kept: dict[str, Any]) -> dict[str, float]:
    if not Path("/proc/self/statm").exists():
        return {}

    def pages(count: int) -> list[Any]:
        return [client.decode(bodies.page(job.folder, job.version, number)) for number in range(count)]

    kept["before"] = pages(bodies.PAGES // 5)  # fills the memory that importing has left free, which differs by chance
    before = resident()
    kept["pages"] = pages(bodies.PAGES)
    after = resident()
    assert sum(len(client.rows(page)) for page in kept["pages"]) == bodies.TOTAL
    return {"held": after - before}


QUESTION = Question(
    title="10,000 DAGs held",
    how="The growth of the resident memory by 100 decoded pages, after a full collection.",
    clients=("json", "floor", "ours", "ac2", "og7", "ours_v2", "ac3", "ctl"),
    figures=(HELD,),
    goals=(
        Goal(4, "held", "og7", 0.28, what="10,000 DAGs held"),
        Goal(4, "held", "json", 0.65, what="10,000 DAGs held"),
    ),
    rounds=3,
    measure=measure,
    fresh=True,
)
