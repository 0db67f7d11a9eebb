"""The handle of one local Airflow."""

from __future__ import annotations

import contextlib
import json
import shutil
import urllib.request
from pathlib import Path
from typing import TYPE_CHECKING

from . import errors
from .health import ask
from .plan import ADMIN
from .processes import Process, await_end
from .state import State

if TYPE_CHECKING:
    import subprocess
    from types import TracebackType

    from titanium_airflow_client import Configuration

HEALTH = {2: "/api/v1/health", 3: "/api/v2/monitor/health"}


class LocalServer:
    """A real Airflow on this machine.

    As a context manager it runs as long as the block; and not longer than the process, however that ends.
    """

    def __init__(self, folder: Path, state: State, starter: subprocess.Popen[str] | None = None) -> None:
        self._folder = folder
        self._state = state
        self._starter = starter

    def __repr__(self) -> str:
        return f"<LocalServer {self.name}: Airflow {self.release} at {self.url}, {self.status}>"

    def __enter__(self) -> LocalServer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    @property
    def name(self) -> str:
        """The name that was given, or the port."""
        return self._state.name

    @property
    def release(self) -> str:
        """The release of Airflow, such as `2.11.2`."""
        return self._state.release

    @property
    def auth(self) -> str:
        """Who keeps its users: `simple` or `fab`."""
        return self._state.auth

    @property
    def port(self) -> int:
        """The port on 127.0.0.1."""
        return self._state.port

    @property
    def url(self) -> str:
        """The web interface; the API is below it."""
        return self._state.url

    @property
    def username(self) -> str:
        """The administrator."""
        return ADMIN

    @property
    def password(self) -> str:
        """The administrator's password, made for this server."""
        return self.users[ADMIN]

    @property
    def users(self) -> dict[str, str]:
        """Every user's password, by name."""
        return {name: password for name, (_, password) in self._state.users.items()}

    @property
    def dags(self) -> Path:
        """The DAG folder."""
        return Path(self._state.dags)

    @property
    def home(self) -> Path:
        """Airflow's own folder (AIRFLOW_HOME); it goes when the server stops."""
        return self._folder / "home"

    @property
    def state(self) -> State:
        """What the supervisor last wrote down."""
        self._state = State.read(self._folder) or self._state
        return self._state

    @property
    def status(self) -> str:
        """starting, running, stopping, failed (it ended by itself), or stopped."""
        state = State.read(self._folder)
        if state is None:
            return "stopped"
        return state.status if state.status == "failed" or state.supervised else "failed"

    @property
    def api_url(self) -> str:
        """Where the API is: what `Configuration` calls the host."""
        return f"{self.url}/api/v{1 if self.release.startswith('2.') else 2}"

    @property
    def configuration(self) -> Configuration:
        """For an `ApiClient`, as the administrator."""
        return self.configuration_for(self.username)

    def configuration_for(self, username: str) -> Configuration:
        """For an `ApiClient`, as one of `users`."""
        from titanium_airflow_client import Configuration

        return Configuration(host=self.api_url, username=username, password=self.users[username])

    def token(self, username: str = ADMIN) -> str:
        """A token of one of `users` (Airflow 3)."""
        body = json.dumps({"username": username, "password": self.users[username]}).encode()
        request = urllib.request.Request(f"{self.url}/auth/token", body, {"Content-Type": "application/json"})  # noqa: S310
        direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with direct.open(request, timeout=60) as answer:  # FAB writes down who logs in, and SQLite may be locked
            made = json.load(answer)
            return str(made.get("access_token") or made["jwt_token"])  # FAB before Airflow 3.1 calls it so

    def health(self) -> dict[str, object]:
        """What the server says about its parts; empty if it does not answer."""
        return ask(self.port, HEALTH[int(self.release[0])])

    @property
    def components(self) -> list[str]:
        """The parts that have a log."""
        return sorted(path.stem for path in (self._folder / "logs").glob("*.log"))

    def log_file(self, component: str) -> Path:
        """The log of one part."""
        return self._folder / "logs" / f"{component}.log"

    def logs(self, component: str | None = None, lines: int | None = None) -> str:
        """The log of one part (one of `components`), or of all; the whole, or the last lines."""
        texts = []
        for name in [component] if component else self.components:
            text = self.log_file(name).read_text(errors="replace").splitlines()
            shown = text[-lines:] if lines is not None else text
            texts += shown if component else [f"==> {name} <==", *shown, ""]
        return "\n".join(texts)

    def stop(self) -> None:
        """Stop every process of the server and remove its files. Once is enough, twice does no harm."""
        state = self.state  # before it goes
        if self._starter:
            with contextlib.suppress(OSError):
                self._starter.stdin.close()  # type: ignore[union-attr]
        else:
            with contextlib.suppress(ProcessLookupError):
                Process(*state.supervisor).send(15)
        left = await_end({Process(*state.supervisor)}, 30)
        left |= state.end(1) if left or self._folder.exists() else set()
        if self._starter:
            self._starter.stdout.close()  # type: ignore[union-attr]
            self._starter.wait(5)
            self._starter = None
        if left:
            pids = ", ".join(str(process.pid) for process in left)
            raise errors.StopFailed(f"these processes of the local Airflow {self.name} do not end: {pids}")
        shutil.rmtree(self._folder, ignore_errors=True)

    def detach(self) -> None:
        """Let it run on when this process ends, until somebody calls `stop` (or `titanium local down`)."""
        if self._starter and self._starter.stdin and self._starter.stdout:
            self._starter.stdin.write("detach\n")
            self._starter.stdin.close()
            self._starter.stdout.close()
            self._starter.returncode = 0  # it lives on; there is nothing to wait for
            self._starter = None
