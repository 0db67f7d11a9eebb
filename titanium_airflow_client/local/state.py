"""What the supervisor writes down about the server that it runs, in a file that only its owner can read."""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import shutil
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .plan import FAB
from .processes import Process, end, family

if TYPE_CHECKING:
    from pathlib import Path

FILE = "server.json"


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
    auth: str = FAB
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

    def end(self, patience: float) -> set[Process]:
        """End every process of it but the calling one; who is left is returned."""
        left = end(self.family(), patience)
        return left | end(self.family() - left, 1)  # once more, for what was just being started

    def write(self, folder: Path) -> None:
        """Replace the file at once: a reader finds the old or the new, never half of one."""
        fresh = folder / f".{FILE}"
        with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            json.dump(dataclasses.asdict(self), file)
        fresh.replace(folder / FILE)

    @classmethod
    def read(cls, folder: Path) -> State | None:
        """The state of the server in that folder, if there is one."""
        try:
            return cls(**json.loads((folder / FILE).read_text()))
        except (OSError, ValueError, TypeError):
            return None  # gone meanwhile, or written by another version of this package


def claim(servers: Path, state: State) -> Path | None:
    """Make the folder of a server, with its state in it; None if a server has that name already.

    The name goes to who renames first, so the folder is never there without the state.
    """
    folder, fresh = servers / state.name, servers / f".{state.tag}"
    try:
        fresh.mkdir(mode=0o700)
        state.write(fresh)
        for _ in range(2):
            with contextlib.suppress(OSError):
                return fresh.rename(folder)
            other = State.read(folder)
            if other and other.family():
                return None
            shutil.rmtree(folder, ignore_errors=True)  # left behind by a server that is gone
        return None
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
