"""What does it cost to turn a page of 100 DAGs back into JSON?"""

from __future__ import annotations

from typing import Any

from .. import bodies
from ..question import CPU_US, Client, Goal, Job, Question, cpu_of


def measure(client: Client, job: Job, kept: dict[str, Any]) -> dict[str, float]:
    page = client.decode(bodies.page(job.folder, job.version, 7))
    assert bodies.dag_id(799) in client.page_to_json(page)
    return cpu_of(lambda: client.page_to_json(page), kept)


QUESTION = Question(
    title="A page to JSON",
    how="`to_json()` of a page of 100 DAGs.",
    clients=("ours", "ac3", "ctl", "og7"),
    figures=(CPU_US,),
    goals=(Goal(10, "CPU", "og7", 0.05, what="a page to JSON"),),
    rounds=11,
    measure=measure,
)
