"""What does it cost to turn a page of 100 DAGs back into dicts?"""

from __future__ import annotations

from typing import Any

from .. import bodies
from ..question import CPU_US, Client, Goal, Job, Question, cpu_of


def measure(client: Client, job: Job, kept: dict[str, Any]) -> dict[str, float]:
    page = client.decode(bodies.page(job.folder, job.version, 7))
    dags = client.page_to_dict(page)["dags"]
    assert sum("is_paused" in dag for dag in dags) == bodies.LIMIT  # not by the ID: og7 leaves read-only fields out
    return cpu_of(lambda: client.page_to_dict(page), kept)


QUESTION = Question(
    title="A page to dicts",
    how="`to_dict()` of a page of 100 DAGs.",
    clients=("ours", "ac2", "ac3", "ctl", "og7"),
    figures=(CPU_US,),
    goals=(Goal(10, "CPU", "og7", 0.15, what="a page to dicts"),),
    rounds=31,
    measure=measure,
)
