"""What the starter tells the supervisor, and what the supervisor writes down about the server it runs.

Both are JSON between processes of this package: the plan goes through a pipe because it holds the secrets
of the environment, the state through a file that only its owner can read.
"""

from __future__ import annotations

import dataclasses
import json
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .processes import Process, family

if TYPE_CHECKING:
    from pathlib import Path

ADMIN = "admin"
STATE_FILE = "server.json"
STOCK = "stock"


@dataclass(frozen=True)
class Plan:
    """A server to be started."""

    release: str
    python: str
    """The interpreter of the environment in which Airflow is installed."""
    servers: str
    """The folder in which each server has its own."""
    dags: str
    users: dict[str, tuple[str, str]]
    """Name -> role, password."""
    fernet_key: str
    name: str | None = None
    port: int = 0
    sql: str | None = None
    template: str | None = None
    scheduler: bool = True
    public_role: str = STOCK
    env: dict[str, str] = field(default_factory=dict)
    timeout: float = 180.0

    def to_json(self) -> str:
        """One line."""
        return json.dumps(dataclasses.asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Plan:
        """What `to_json` wrote."""
        return cls(**json.loads(text))


@dataclass
class State:
    """A server that was started, as its file tells it."""

    name: str
    tag: str
    """Marks the environment of its processes."""
    release: str
    port: int
    users: dict[str, tuple[str, str]]
    dags: str
    database: str
    started: float
    status: str = "starting"
    """starting, running, stopping or failed."""
    reason: str | None = None
    background: bool = False
    supervisor: tuple[int, str] = (0, "")
    processes: dict[str, tuple[int, str]] = field(default_factory=dict)

    @property
    def url(self) -> str:
        """Where the web interface and the API are."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def supervised(self) -> bool:
        """Whether its supervisor lives."""
        return Process(*self.supervisor).alive

    def family(self) -> set[Process]:
        """Every process that belongs to it, its supervisor included."""
        return family([Process(*self.supervisor), *(Process(*each) for each in self.processes.values())], self.tag)

    def write(self, folder: Path) -> None:
        """Replace the file at once: a reader finds the old or the new, never half of one."""
        fresh = folder / f".{STATE_FILE}"
        with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump(dataclasses.asdict(self), file)
        fresh.replace(folder / STATE_FILE)

    @classmethod
    def read(cls, folder: Path) -> State | None:
        """The state of the server in that folder, if there is one."""
        try:
            return cls(**json.loads((folder / STATE_FILE).read_text()))
        except (OSError, ValueError, TypeError):
            return None  # gone meanwhile, or written by another version of this package
