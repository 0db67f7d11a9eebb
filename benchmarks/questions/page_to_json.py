"""What does it cost to turn a page of 100 DAGs back into JSON?"""

from __future__ import annotations

from typing import Any

from .. import bodies
from ..question import CPU_US, Client, Goal, Job, Question, cpu_of


def measure(client: Client, job: Job, kept: dict[str, Any]) -> dict[str, float]:
    page = client.decode(bodies.page(job.folder, job.version, 7))
    text = str(client.page_to_json(page))
    assert text.count("is_paused") == bodies.LIMIT  # not by the ID: og7 leaves read-only fields out
    return cpu_of(lambda: client.page_to_json(page), kept)


QUESTION = Question(
    title="A page to JSON",
    how="`to_json()` of a page of 100 DAGs.",
    clients=("ours", "ac3", "ctl", "og7"),
    figures=(CPU_US,),
    goals=(Goal(10, "CPU", "og7", 0.05, what="a page to JSON"),),
    rounds=31,
    measure=measure,
)
