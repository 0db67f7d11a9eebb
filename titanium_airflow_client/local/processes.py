"""Processes by pid and time of birth, so that a pid which the system gave to somebody else is never signalled.

Linux is read from /proc. Elsewhere `ps` tells the same, more slowly.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

LINUX = sys.platform == "linux"
PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36
TAG = "TITANIUM_LOCAL_SERVER"
"""Environment variable that marks the processes of one server."""


class Process(NamedTuple):
    """One process, told apart from every other that ever had its pid."""

    pid: int
    born: str

    @property
    def alive(self) -> bool:
        """Whether this very process still runs."""
        row = _row(self.pid)
        return row is not None and row.born == self.born

    def send(self, number: int) -> None:
        """Signal this very process; nothing happens if it is gone."""
        with contextlib.suppress(ProcessLookupError):
            if not hasattr(os, "pidfd_open") or not hasattr(signal, "pidfd_send_signal"):
                if self.alive:
                    os.kill(self.pid, number)
                return
            descriptor = os.pidfd_open(self.pid)  # from here on the pid cannot become another's
            try:
                if self.alive:
                    signal.pidfd_send_signal(descriptor, number)
            finally:
                os.close(descriptor)


class _Row(NamedTuple):
    pid: int
    parent: int
    group: int
    born: str


def identify(pid: int) -> Process | None:
    """The process that has this pid now."""
    row = _row(pid)
    return Process(pid, row.born) if row else None


def family(roots: Iterable[Process], tag: str) -> set[Process]:
    """The roots, all that descend from them, and all that carry the tag of their server.

    Airflow runs tasks in sessions of their own, and what outlives its parent gets a new one: so a
    process group is not enough.
    """
    table = _table()
    mine = {root.pid for root in roots if root.pid in table and table[root.pid].born == root.born}
    groups = {root.pid for root in roots if root.pid not in table or table[root.pid].born == root.born}
    mine |= {pid for pid, row in table.items() if row.group in groups or _carries(pid, tag)}
    grown = True
    while grown:
        more = {pid for pid, row in table.items() if row.parent in mine and pid not in mine}
        mine |= more
        grown = bool(more)
    mine.discard(os.getpid())
    return {Process(pid, table[pid].born) for pid in mine}


def end(processes: set[Process], patience: float) -> set[Process]:
    """Ask them to end, insist after `patience` seconds, and return who is left."""
    for process in processes:
        process.send(signal.SIGTERM)
    left = await_end(processes, patience)
    for process in left:
        process.send(signal.SIGKILL)
    return await_end(left, 5)


def await_end(processes: set[Process], patience: float) -> set[Process]:
    """Wait until they have ended; who has not by then is returned."""
    deadline = time.monotonic() + patience
    left = {process for process in processes if process.alive}
    while left and time.monotonic() < deadline:
        time.sleep(0.02)
        left = {process for process in left if process.alive}
    return left


def adopt_orphans() -> None:
    """From now on descendants whose parent ends become children of this process (Linux)."""
    if LINUX:
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def die_with(parent: int) -> None:
    """In a child before exec: get SIGTERM when the parent ends, however that happens (Linux)."""
    if _prctl:
        _prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
        if os.getppid() != parent:
            os._exit(1)


# Looked up here and not after the fork, where loading a library could deadlock.
_prctl = ctypes.CDLL(None).prctl if LINUX else None


def _row(pid: int) -> _Row | None:
    if LINUX:
        return _proc_row(pid)
    return _ps(f"-p{pid}").get(pid)


def _table() -> dict[int, _Row]:
    if not LINUX:
        return _ps("-ax")
    rows = (_proc_row(int(name)) for name in os.listdir("/proc") if name.isdigit())
    return {row.pid: row for row in rows if row}


def _proc_row(pid: int) -> _Row | None:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text(errors="replace")
    except OSError:
        return None
    state, parent, group, *rest = stat.rpartition(")")[2].split()
    if state in "ZX":
        return None  # it has ended; its parent just has not asked yet
    return _Row(pid, int(parent), int(group), rest[16])


def _carries(pid: int, tag: str) -> bool:
    if not LINUX:
        return False
    try:
        return f"{TAG}={tag}".encode() in Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
    except OSError:
        return False


def _ps(which: str) -> dict[int, _Row]:
    command = ["ps", which, "-o", "pid=,ppid=,pgid=,stat=,lstart="]
    answer = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "LC_ALL": "C"})  # noqa: S603
    rows = {}
    for line in answer.stdout.splitlines():
        pid, parent, group, state, *born = line.split()
        if not state.startswith("Z"):
            rows[int(pid)] = _Row(int(pid), int(parent), int(group), " ".join(born))
    return rows
