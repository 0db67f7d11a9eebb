"""What does it cost to write the body of a call?"""

from __future__ import annotations

import json
from typing import Any

from .. import bodies
from ..question import CPU_US, Client, Goal, Job, Question, cpu_of


def measure(client: Client, job: Job, kept: dict[str, Any]) -> dict[str, float]:
    assert json.loads(client.body())["conf"] == bodies.CONF
    return cpu_of(client.body, kept)


QUESTION = Question(
    title="The body of a call",
    how="A DAG run to be triggered with 20 parameters, from the model to the bytes.",
    clients=("ours", "ac2", "ac3", "og7"),
    figures=(CPU_US,),
    goals=(Goal(10, "CPU", "og7", 0.05, what="the body of a call"),),
    rounds=31,
    measure=measure,
)
