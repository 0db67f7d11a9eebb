"""What does one awaited call cost? No peer has any: theirs block."""

from __future__ import annotations

import time
from typing import Any

from .. import bodies
from ..question import CPU_US, Goal, Job, Question, cpu_of

TIMES = 200


def measure(client: Any, job: Job, kept: dict[str, Any]) -> dict[str, float]:
    wanted = bodies.dag_id(42)
    assert client.id_of(client.get_dag(wanted)) == wanted
    if not hasattr(client, "get_dag_times"):
        return cpu_of(lambda: client.get_dag(wanted), kept)
    client.get_dag_times(wanted, TIMES)
    began = time.process_time()
    client.get_dag_times(wanted, TIMES)
    return {"CPU": (time.process_time() - began) / TIMES}


QUESTION = Question(
    title="One awaited call of `get_dag`",
    how="Awaited one after the other, beside the blocking calls of those that have no other.",
    clients=("awaited", "ours", "ac3", "ctl", "og7"),
    figures=(CPU_US,),
    goals=(Goal(9, "CPU", "ac3", 0.65, ours="awaited", what="awaited `get_dag`, against a call that blocks"),),
    rounds=101,
    measure=measure,
)
