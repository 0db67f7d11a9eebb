"""What every Airflow has in common here; `airflow2` and `airflow3` say what is different."""

from __future__ import annotations

import abc
import os
import secrets
import sys
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from .processes import TAG

if TYPE_CHECKING:
    from .plan import Plan

# What would change the Airflow behind our back: another Airflow's settings, another Python's paths.
FOREIGN = ("AIRFLOW", "_AIRFLOW", "PYTHON", "GUNICORN", "UVICORN", "VIRTUAL_ENV", "FLASK_")


class Generation(abc.ABC):
    """How one generation of Airflow is configured, filled and started."""

    api: ClassVar[str]
    health: ClassVar[str]
    bootstrap: ClassVar[Path]
    """Runs once, in Airflow's own Python, to make the database."""

    def __init__(self, plan: Plan, home: Path, port: int, tag: str) -> None:
        self.plan = plan
        self.home = home
        self.port = port
        self.tag = tag
        self.secret = secrets.token_hex(32)

    @property
    def url(self) -> str:
        """Where it listens."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def components(self) -> list[str]:
        """The parts that have to be healthy, as the health answer names them."""
        return ["metadatabase", "scheduler"] if self.plan.scheduler else ["metadatabase"]

    @property
    def database(self) -> Path | None:
        """The file of the database, if it is our own."""
        return None if self.plan.sql else self.home / "airflow.db"

    def environment(self) -> dict[str, str]:
        """The whole configuration: there is no airflow.cfg."""
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(FOREIGN)}
        return {
            "PGCONNECT_TIMEOUT": "10",  # seconds; a PostgreSQL that does not answer would hold us up for minutes
            **inherited,
            # SequentialExecutor and users' tasks call `airflow` by name
            "PATH": f"{Path(self.plan.python).parent}{os.pathsep}{inherited.get('PATH', os.defpath)}",
            # tasks of Airflow 3 talk to the API over loopback, whatever proxy the user has
            "NO_PROXY": ",".join(filter(None, [inherited.get("NO_PROXY"), "127.0.0.1"])),
            "no_proxy": ",".join(filter(None, [inherited.get("no_proxy"), "127.0.0.1"])),
            **({"OBJC_DISABLE_INITIALIZE_FORK_SAFETY": "YES"} if sys.platform == "darwin" else {}),
            TAG: self.tag,
            "PYTHONUNBUFFERED": "1",
            "SCARF_ANALYTICS": "false",
            "AIRFLOW_HOME": str(self.home),
            "AIRFLOW__CORE__DAGS_FOLDER": self.plan.dags,
            "AIRFLOW__CORE__EXECUTOR": "LocalExecutor",
            "AIRFLOW__CORE__FERNET_KEY": self.plan.fernet_key,
            "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
            # each unit is a process that LocalExecutor forks at the start
            "AIRFLOW__CORE__PARALLELISM": str(max(2, min(8, os.cpu_count() or 2))),
            "AIRFLOW__DATABASE__LOAD_DEFAULT_CONNECTIONS": "False",
            "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": self.plan.sql or f"sqlite:///{self.database}?timeout=30",
            "AIRFLOW__LOGGING__BASE_LOG_FOLDER": str(self.home / "logs"),
            "AIRFLOW__SCHEDULER__SCHEDULER_HEARTBEAT_SEC": "1",
            "AIRFLOW__USAGE_DATA_COLLECTION__ENABLED": "False",
            **self.settings(),
            **self.plan.env,
        }

    @abc.abstractmethod
    def settings(self) -> dict[str, str]:
        """The part of the environment that only this generation has."""

    @abc.abstractmethod
    def write_files(self) -> None:
        """Write what it reads from its home at the start."""

    @abc.abstractmethod
    def add_users(self, database: Path) -> None:
        """Put the users, who are new for each server, into a database that was copied."""

    @abc.abstractmethod
    def commands(self, listener: int) -> dict[str, list[str]]:
        """The processes; the web server takes connections from the file descriptor `listener`."""
