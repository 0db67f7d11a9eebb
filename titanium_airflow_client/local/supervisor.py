"""The process that runs one Airflow: it starts the parts, watches them, and ends every one of them.

It has a pipe to the one who started it. When that pipe closes, because the starter is done or because it was
killed, the supervisor stops all it started; unless it was told to `detach` first. Standard library only.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
import re
import secrets
import select
import shutil
import signal
import socket
import subprocess
import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import unquote, urlsplit

from . import processes, template
from .airflow2 import Airflow2
from .airflow3 import Airflow3, Airflow3WithFab
from .health import Probe
from .plan import FAB, Plan
from .state import State, claim

if TYPE_CHECKING:
    from collections.abc import Iterator

LOG_LINES = 25
NO_SPACE = "no space left on the disk"
REFUSED = re.compile(r"^sqlalchemy\.exc\.OperationalError: \([\w.]+\) (.+)", re.MULTILINE)
"""How the log of the bootstrap says that the database cannot be reached, or refuses the user."""
LOCKED_OUT = ("scheduler", "dag-processor")
"""The parts that end when another one keeps SQLite locked for too long."""
PATIENCE = 4.0
"""Seconds that the processes have to end by themselves."""


class Stop(BaseException):
    """Somebody wants the server to end."""


class Failure(Exception):
    """It cannot start, or cannot go on; `kind` is the name of the error in the starter."""

    def __init__(self, kind: str, message: str, log: str = "") -> None:
        super().__init__(message)
        self.kind, self.message, self.log = kind, message, log


class Supervisor:
    """One server's life, from the plan to the last process."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.children: dict[str, subprocess.Popen[bytes]] = {}
        self.attached = True
        self.parent = os.getppid()
        self.restarts: Counter[str] = Counter()
        self.deadline = time.monotonic() + plan.timeout
        self.folder: Path | None = None

    def run(self) -> int:
        """Start, watch, stop; the exit code of the process."""
        try:
            self.start()
            while True:
                self.pause(0.5)
        except Stop:
            self.stop()
            return 0
        except Failure as failure:
            self.stop(failure)
            return 1
        except Exception as error:  # noqa: BLE001 - whatever it is, nothing may stay behind, and somebody must be told
            if isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT):
                self.stop(Failure("DiskFull", NO_SPACE))
            else:
                self.stop(Failure("StartFailed", str(error) or repr(error), traceback.format_exc()))
            return 1

    # -- start

    def start(self) -> None:
        """Return when the server is healthy."""
        plan = self.plan
        listener = self.listen()
        port: int = listener.getsockname()[1]
        self.state = State(
            name=plan.name or str(port),
            tag=secrets.token_hex(16),
            release=plan.release,
            auth=plan.auth,
            port=port,
            users=plan.users,
            dags=plan.dags,
            database=plan.sql.partition(":")[0] if plan.sql else "sqlite",
            started=time.time(),
            supervisor=processes.identify(os.getpid()) or (os.getpid(), ""),
        )
        self.folder = claim(Path(plan.servers), self.state)
        if not self.folder:
            raise Failure("NameInUse", f"there is a local Airflow named {self.state.name} already")
        self.home = self.folder / "home"
        self.home.mkdir(mode=0o700)
        (self.folder / "logs").mkdir(mode=0o700)
        of_3 = Airflow3WithFab if plan.auth == FAB else Airflow3
        kind = Airflow2 if plan.release.startswith("2.") else of_3
        self.airflow = kind(plan, self.home, port, self.state.tag)
        self.environment = self.airflow.environment()
        self.airflow.write_files()
        self.make_database()
        self.say("progress", text="starting the web server" + (" and the scheduler" if plan.scheduler else ""))
        for name, command in self.airflow.commands(listener.fileno()).items():
            self.spawn(name, command, listener.fileno())
        self.await_health()
        self.state.status = "running"
        self.state.write(self.folder)
        self.say("healthy", name=self.state.name)

    def listen(self) -> socket.socket:
        """Bind the port now and hand it on later: nobody can take it in between, nor answer in our place."""
        listener = socket.socket()
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind(("127.0.0.1", self.plan.port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise Failure("PortInUse", f"port {self.plan.port} of 127.0.0.1 is in use") from None
            if error.errno == errno.EACCES:
                raise Failure("PortInUse", f"port {self.plan.port} is reserved for the system's own services") from None
            raise
        listener.listen(128)
        return listener

    def make_database(self) -> None:
        """Copy the template, or make a database and keep it as the template."""
        database, kept = self.airflow.database, self.plan.template and Path(self.plan.template)
        if not (database and kept and template.use(kept, database)):
            self.say("progress", text="making the database (once for these DAGs)" if kept else "making the database")
            # -I: this folder must not be on Airflow's import path
            self.spawn("bootstrap", [self.plan.python, "-I", str(self.airflow.bootstrap)])
            process = self.children["bootstrap"]
            while process.poll() is None:
                self.pause(0.05, watching=False)
                if time.monotonic() > self.deadline:
                    raise Failure("StartFailed", f"no database after {self.plan.timeout:g} s", self.tail("bootstrap"))
            del self.children["bootstrap"]
            if process.returncode:
                self.fail("bootstrap", f"the database could not be made (exit code {process.returncode})")
            if database and kept:
                template.keep(database, kept)
        if database and kept:
            self.airflow.add_users(database)

    def spawn(self, name: str, command: list[str], *descriptors: int) -> None:
        """Start one part, in a session of its own, with a log of its own."""
        parent = os.getpid()
        with open(os.open(self.log(name), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600), "ab") as log:
            self.children[name] = subprocess.Popen(  # noqa: S603
                command,
                env=self.environment,
                cwd=self.home,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
                pass_fds=descriptors,
                preexec_fn=lambda: processes.die_with(parent),
            )
        born = processes.identify(self.children[name].pid)
        if born and self.folder:
            self.state.processes[name] = born
            self.state.write(self.folder)

    def await_health(self) -> None:
        """Wait until the API answers and says that every part is well."""
        for answer in self.answers():
            ill = [part for part in self.airflow.components if not _healthy(answer.get(part))]
            if not ill:
                return
            if time.monotonic() > self.deadline:
                name = "scheduler" if "scheduler" in ill and "scheduler" in self.children else next(iter(self.children))
                what = f"not healthy after {self.plan.timeout:g} s: {', '.join(ill)}"
                raise Failure("StartFailed", f"Airflow {self.plan.release} is {what}", self.tail(name))
            self.pause(0.1)

    def answers(self) -> Iterator[dict[str, object]]:
        """What the health endpoint says; empty while there is no answer."""
        while True:
            with Probe(self.state.port, self.airflow.health) as probe:
                again = min(self.deadline, time.monotonic() + 10)
                while not probe.ready and time.monotonic() < again:
                    self.pause(max(0, min(0.2, again - time.monotonic())), probe)
                yield probe.answer()

    # -- watch

    def pause(self, seconds: float, probe: Probe | None = None, *, watching: bool = True) -> None:
        """Sleep, but wake up for the starter, for an answer, and for a part that ended."""
        if self.attached and os.getppid() != self.parent:
            raise Stop
        files = ([sys.stdin.fileno()] if self.attached else []) + ([probe.fileno()] if probe else [])
        ready, _, _ = select.select(files, [], [], seconds)
        if self.attached and sys.stdin.fileno() in ready:
            self.hear()
        self.bury_orphans()
        for name, process in list(self.children.items()) if watching else ():
            if process.poll() is not None and not self.began_again(name):
                self.fail(name, f"the {name} of Airflow {self.plan.release} ended (exit code {process.returncode})")

    def began_again(self, name: str) -> bool:
        """Whether a part that SQLite locked out for too long was started anew; it may ask for that three times."""
        locked_out = name in LOCKED_OUT and "database is locked" in self.tail(name)
        if not locked_out or self.restarts[name] == 3:
            return False
        self.restarts[name] += 1
        self.spawn(name, self.airflow.commands(0)[name])
        return True

    def hear(self) -> None:
        """Do what the starter says; silence means that it is gone."""
        if os.read(sys.stdin.fileno(), 100).strip() != b"detach":
            raise Stop
        self.attached = False
        self.state.background = True
        if self.folder:
            self.state.write(self.folder)

    def bury_orphans(self) -> None:
        """Reap what ended after its parent did: it is our child now (see `adopt_orphans`)."""
        if not processes.LINUX:
            return
        own = {process.pid for process in self.children.values()}
        with contextlib.suppress(ChildProcessError):
            while dead := os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOHANG | os.WNOWAIT):
                if dead.si_pid in own:
                    return
                os.waitpid(dead.si_pid, 0)

    def log(self, name: str) -> Path:
        """The log of a part."""
        assert self.folder
        return self.folder / "logs" / f"{name}.log"

    def tail(self, name: str) -> str:
        """The end of the log of a part, without the password of the database."""
        text = "\n".join(self.log(name).read_text(errors="replace").splitlines()[-LOG_LINES:])
        if self.plan.sql and (password := urlsplit(self.plan.sql).password):
            text = text.replace(password, "***").replace(unquote(password), "***")
        return text

    def fail(self, name: str, message: str) -> NoReturn:
        """A part ended that should not have."""
        log = self.tail(name)
        if name == "bootstrap" and (refused := REFUSED.search(log)):
            raise Failure("DatabaseUnreachable", f"the database does not let us in: {refused[1]}")
        full = "No space left on device" in log or "database or disk is full" in log
        raise Failure("DiskFull" if full else "StartFailed", NO_SPACE if full else message, log)

    def say(self, event: str, **facts: object) -> None:
        """Tell the starter, if it still listens."""
        if self.attached:
            with contextlib.suppress(OSError):
                os.write(sys.stdout.fileno(), json.dumps({"event": event, **facts}).encode() + b"\n")

    # -- stop

    def stop(self, failure: Failure | None = None) -> None:
        """End every process that belongs to the server, then remove its files; those of a failed one stay."""
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)  # a second signal must not cut this short
        left: set[processes.Process] = set()
        if self.folder:
            was_running = self.state.status == "running"
            with contextlib.suppress(OSError):  # on a full disk too
                self.state.status = "stopping"
                self.state.write(self.folder)
            left = self.state.end(PATIENCE)
            for child in self.children.values():
                child.poll()
            if left:
                failure = Failure("StopFailed", f"processes that do not end: {sorted(each.pid for each in left)}")
            if failure and (was_running or left):
                self.state.status, self.state.reason = "failed", failure.message
                with contextlib.suppress(OSError):
                    self.state.write(self.folder)
            else:
                shutil.rmtree(self.folder, ignore_errors=True)
        if failure:
            self.say("failed", kind=failure.kind, message=failure.message, log=failure.log)
        else:
            self.say("stopped")


def _healthy(part: object) -> bool:
    return isinstance(part, dict) and part.get("status") == "healthy"


def main() -> int:
    """Read the plan from standard input and carry it out."""

    def stop(*_: object) -> NoReturn:
        raise Stop

    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, stop)
    os.umask(0o077)
    processes.adopt_orphans()
    plan = Plan.from_json(_line(sys.stdin.fileno()))
    return Supervisor(plan).run()


def _line(descriptor: int) -> str:
    # Not sys.stdin.readline(): its buffer would keep what comes after from select().
    line = b""
    while not line.endswith(b"\n"):
        line += os.read(descriptor, 1) or sys.exit(0)
    return line.decode()


if __name__ == "__main__":
    sys.exit(main())
