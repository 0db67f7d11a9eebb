"""What a question is: who is asked, what is measured, and which goals the answer is held against."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, Protocol

ROUND = 0.02
"""Seconds of CPU that a round of short things is repeated for: many short rounds bear a noisy machine best."""


class Client(Protocol):
    """What `clients/` makes of each client; each has what its questions need."""

    def get_dag(self, dag_id: str) -> Any: ...
    def get_dags(self, limit: int, offset: int) -> Any: ...
    def decode(self, content: bytes) -> Any: ...
    def rows(self, page: Any) -> list[Any]: ...
    def id_of(self, dag: Any) -> str: ...
    def body(self) -> bytes: ...
    def page_to_json(self, page: Any) -> Any: ...
    def page_to_dict(self, page: Any) -> Any: ...


class Job(NamedTuple):
    """What a measurement has to work with."""

    host: str
    """The server that answers at once."""
    late_host: str
    """The server that takes its time."""
    folder: Path
    """The bodies, as files."""
    version: str
    """Which of them this client reads: `v1` or `v2`."""


class Goal(NamedTuple):
    """Ours against another: how much of the other's figure ours may be."""

    number: int
    figure: str
    against: str
    limit: float
    ours: str = "ours"
    what: str = ""
    difference: bool = False
    """Whether the limit is for the difference, in the unit of the figure, and not for the ratio."""


class Figure(NamedTuple):
    """One number that is measured."""

    name: str
    unit: str
    scale: float
    """What a second, or a byte, is in this unit."""


CPU_US, CPU_MS = Figure("CPU", "us", 1e6), Figure("CPU", "ms", 1e3)
WALL_MS = Figure("wall", "ms", 1e3)
PEAK, HELD = Figure("peak memory", "MiB", 1 / 2**20), Figure("held", "MiB", 1 / 2**20)


class Question(NamedTuple):
    """One question: `measure` is asked of every client in a process of its own, or `programs` are run whole."""

    title: str
    how: str
    clients: tuple[str, ...]
    figures: tuple[Figure, ...]
    goals: tuple[Goal, ...]
    rounds: int
    measure: Callable[[Any, Job, dict[str, Any]], dict[str, float]] | None = None
    """From a client, its job, and what it wants to keep between rounds, to the figures, in seconds and bytes."""
    programs: Mapping[str, str] = MappingProxyType({})
    fresh: bool = False
    """Whether each round needs a process that has done nothing yet."""


def cpu_of(action: Callable[[], object], kept: dict[str, Any]) -> dict[str, float]:
    """The CPU time of an action, repeated for long enough to be measured."""
    if "times" not in kept:
        action()  # what is made at first use
        began = time.process_time()
        action()
        kept["times"] = max(1, int(ROUND / max(time.process_time() - began, 1e-7)))
    times = kept["times"]
    began = time.process_time()
    for _ in range(times):
        action()
    return {"CPU": (time.process_time() - began) / times}
