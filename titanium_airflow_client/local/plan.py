"""What the starter tells the supervisor. It goes through a pipe, because there are secrets in it."""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass, field

ADMIN = "admin"
STOCK = "stock"
SIMPLE, FAB = "simple", "fab"
"""The auth managers."""


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
    auth: str = FAB
    """Who keeps the users: `simple` or `fab`; of Airflow 2 always the latter."""
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
