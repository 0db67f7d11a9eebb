"""What does one call cost, over a connection that is kept?"""

from __future__ import annotations

from typing import Any

from .. import bodies
from ..question import CPU_US, Client, Goal, Job, Question, cpu_of


def measure(client: Client, job: Job, kept: dict[str, Any]) -> dict[str, float]:
    wanted = bodies.dag_id(42)
    assert client.id_of(client.get_dag(wanted)) == wanted
    return cpu_of(lambda: client.get_dag(wanted), kept)


QUESTION = Question(
    title="One call of `get_dag`",
    how="Over a kept connection to a server on this machine; the CPU of the client's process alone.",
    clients=("floor", "http_client", "urllib3", "by_hand", "ours", "ours_v2", "ac2", "ac3", "ctl", "og7"),
    figures=(CPU_US,),
    goals=(
        Goal(5, "CPU", "by_hand", 10.0, what="`get_dag`, above its own transport", difference=True),
        Goal(5, "CPU", "ac3", 0.80, what="`get_dag`"),
        Goal(5, "CPU", "og7", 0.60, what="`get_dag`"),
        Goal(5, "CPU", "ctl", 0.50, what="`get_dag`"),
        Goal(5, "CPU", "ac2", 0.28, what="`get_dag`"),
    ),
    rounds=51,
    measure=measure,
)
