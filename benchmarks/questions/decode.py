"""What does it cost to make models of a page of 100 DAGs that has arrived?"""

from __future__ import annotations

from typing import Any

from .. import bodies
from ..question import CPU_US, Client, Goal, Job, Question, cpu_of


def measure(client: Client, job: Job, kept: dict[str, Any]) -> dict[str, float]:
    content = bodies.page(job.folder, job.version, 7)
    rows = client.rows(client.decode(content))
    assert [client.id_of(dag) for dag in rows] == [bodies.dag_id(number) for number in range(700, 800)]
    return cpu_of(lambda: client.decode(content), kept)


QUESTION = Question(
    title="Decode a page of 100 DAGs",
    how="From the bytes of the answer to models, without the network; the floor makes dicts.",
    clients=("json", "floor", "ours", "ac2", "og7", "floor_v2", "ours_v2", "ac3", "ctl"),
    figures=(CPU_US,),
    goals=(
        Goal(3, "CPU", "floor", 0.85, what="a typed page of 100 DAGs"),
        Goal(3, "CPU", "og7", 0.025, what="a typed page of 100 DAGs"),
        Goal(3, "CPU", "ac2", 0.004, what="a typed page of 100 DAGs"),
        Goal(3, "CPU", "ac3", 0.12, ours="ours_v2", what="the same on v2 bodies"),
        Goal(3, "CPU", "ctl", 0.25, ours="ours_v2", what="the same on v2 bodies"),
    ),
    rounds=31,
    measure=measure,
)
