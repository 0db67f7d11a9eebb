"""Start a local Airflow, and find those that run."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import secrets
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from . import errors, folders, installation, releases, template
from .lock import locked
from .plan import ADMIN, FAB, SIMPLE, STOCK, Plan
from .server import LocalServer
from .state import State

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .installation import Progress

SAMPLE_DAGS = Path(__file__).parent / "sample_dags"
IMPORT_ROOT = Path(__file__).parents[2]
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
DATABASE = re.compile(r"(sqlite|postgresql(\+psycopg2)?)://")


def airflow(
    release: str = releases.DEFAULT,
    *,
    auth: str | None = None,
    dags: str | os.PathLike[str] | None = None,
    port: int = 0,
    name: str | None = None,
    sql: str | None = None,
    users: Mapping[str, str] | None = None,
    public_role: str = STOCK,
    scheduler: bool = True,
    env: Mapping[str, str] | None = None,
    timeout: float = 180.0,
    progress: Progress = installation.quiet,
) -> LocalServer:
    """Start a real Airflow, and return when it is healthy.

        with local.airflow("2.11.2") as server:
            client = ApiClient(server.configuration)

    It listens on 127.0.0.1 only, runs tasks for real, and ends with the block, or with this process at the latest.
    The first time, the release is installed.

    - `auth`: who keeps the users of an Airflow 3, `simple` (the simple auth manager, if left out) or `fab`
      (Flask-AppBuilder, with a REST API for users and roles). Airflow 2 has the latter only.
    - `dags`: the DAG folder; the sample DAGs if left out.
    - `port`: a free one if left out.
    - `name`: what the `titanium` command calls it; the port if left out.
    - `sql`: a SQLAlchemy URL of SQLite or PostgreSQL, in place of a new SQLite file.
    - `users`: more users beside `admin`, name -> role; their passwords are in `server.users`.
    - `public_role`: what a request without credentials may do: what the release has by default (`stock`), nothing
      (`none`, it is answered 401), or what a role may (its name). Airflow 2 only.
    - `scheduler`: without it the API answers but nothing runs; it starts faster.
    - `env`: set for each of its processes; overrides any setting.
    - `timeout`: seconds to wait for it.
    - `progress`: called with what is being done.
    """
    chosen = releases.with_auth(releases.find(release), auth)
    if chosen.major > 2 and public_role != STOCK:
        raise errors.OptionNotSupported("public_role is for Airflow 2", hint="leave it out")
    folder = Path(dags or SAMPLE_DAGS).expanduser().absolute()
    if not folder.is_dir():
        what = "is not a folder" if folder.exists() else "does not exist"
        raise errors.DagsFolderNotFound(f"the DAG folder {folder} {what}", hint="name a folder with DAG files in it")
    if sql and not DATABASE.match(sql):
        raise errors.DatabaseNotSupported(
            "only SQLite and PostgreSQL are supported", hint="postgresql://USER:PASSWORD@HOST/DATABASE"
        )
    if name is not None and not NAME.fullmatch(name):
        raise ValueError(f"{name!r} cannot be a name: letters, digits, dots, dashes and underscores can")
    python = installation.install(chosen, progress, postgresql=bool(sql and sql.startswith("postgresql")))
    settings = {variable: value for variable, value in (env or {}).items() if variable.startswith("AIRFLOW__")}
    plan = Plan(
        release=chosen.name,
        auth=FAB if chosen.fab or chosen.major == 2 else SIMPLE,
        python=str(python),
        servers=str(folders.servers()),
        dags=str(folder),
        users={user: (role, secrets.token_hex(12)) for user, role in {ADMIN: "Admin", **(users or {})}.items()},
        fernet_key=_fernet_key(sql),
        name=name,
        port=port,
        sql=sql,
        template=None if sql else str(folders.templates() / template.key(chosen.name, str(python), folder, settings)),
        scheduler=scheduler,
        public_role=public_role,
        env=dict(env or {}),
        timeout=timeout,
    )
    return _supervise(plan, progress)


def _fernet_key(sql: str | None) -> str:
    """What Airflow encrypts with: new for each server, but the same as last time for a database that stays."""
    if not sql:
        return base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()
    with locked(folders.keys() / "lock"):
        file = folders.keys() / hashlib.sha256(sql.encode()).hexdigest()[:16]
        if not file.exists():
            fresh = file.with_suffix(".new")
            with open(folders.private(fresh), "w") as out:
                out.write(_fernet_key(None))
            fresh.replace(file)
        return file.read_text()


def _supervise(plan: Plan, progress: Progress) -> LocalServer:
    paths = [str(IMPORT_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])]
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", f"{__package__}.supervisor"],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        cwd=plan.servers,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,  # an interrupt from the keyboard comes to us, and we stop it in order
    )
    assert process.stdin
    assert process.stdout
    try:
        process.stdin.write(plan.to_json() + "\n")
        process.stdin.flush()
        for line in process.stdout:
            event = json.loads(line)
            if event["event"] == "progress":
                progress(event["text"])
            elif event["event"] == "healthy":
                folder = Path(plan.servers, event["name"])
                state = State.read(folder)
                assert state
                return LocalServer(folder, state, process)
            elif event["event"] == "failed":
                raise _error(plan, event["kind"], event["message"], event["log"])
        raise errors.StartFailed("the process that was to start Airflow ended without a word")
    except BaseException:
        process.stdin.close()
        process.stdout.close()
        process.wait()
        raise


def _error(plan: Plan, kind: str, message: str, log: str) -> errors.LocalAirflowError:
    hints = {
        "PortInUse": "choose another port, or leave it out to get a free one",
        "NameInUse": f"choose another name, or stop that one with  titanium local down {plan.name or plan.port}",
        "DiskFull": f"make room on the disk with {plan.servers}",
        "StartFailed": "is the database empty, or of this release?" if plan.sql else None,
        "DatabaseUnreachable": "check that it runs, and the host, port, user, password and name in the URL",
    }
    error: type[errors.LocalAirflowError] = getattr(errors, kind)
    return error(message, hint=hints.get(kind), log=log or None)


def servers() -> list[LocalServer]:
    """The local Airflows of this user, those that failed included; the traces of those that are gone are removed."""
    found = []
    for folder in sorted(folders.servers().iterdir()):
        state = State.read(folder)
        if state and not folder.name.startswith("."):
            found.append(LocalServer(folder, state))
    return found


def find(name: str) -> LocalServer:
    """The server of that name or port."""
    known = servers()
    for server in known:
        if name in (server.name, str(server.port)):
            return server
    names = ", ".join(server.name for server in known)
    raise errors.ServerNotFound(
        f"there is no local Airflow named {name}",
        hint=f"there is {names}" if names else "start one with  titanium local up",
    )
