"""What does it cost to turn a page of 100 DAGs back into dicts?"""

from __future__ import annotations

from typing import Any

from .. import bodies
from ..question import CPU_US, Client, Goal, Job, Question, cpu_of


def measure(client: Client, job: Job, kept: dict[str, Any]) -> dict[str, float]:
    page = client.decode(bodies.page(job.folder, job.version, 7))
    assert client.page_to_dict(page)["dags"][99]["dag_id"] == bodies.dag_id(799)
    return cpu_of(lambda: client.page_to_dict(page), kept)


QUESTION = Question(
    title="A page to dicts",
    how="`to_dict()` of a page of 100 DAGs.",
    clients=("ours", "ac2", "ac3", "ctl", "og7"),
    figures=(CPU_US,),
    goals=(Goal(10, "CPU", "og7", 0.15, what="a page to dicts"),),
    rounds=11,
    measure=measure,
)
