"""Airflow 3: FastAPI under uvicorn, tokens, and one of two auth managers."""

from __future__ import annotations

import json
from pathlib import Path

from . import flask_appbuilder
from .folders import private
from .generation import Generation

SIMPLE = "airflow.api_fastapi.auth.managers.simple.simple_auth_manager.SimpleAuthManager"
FAB = "airflow.providers.fab.auth_manager.fab_auth_manager.FabAuthManager"


class Airflow3(Generation):
    """3.0 to 3.3, with the simple auth manager: users and their roles are a setting, passwords are in a file."""

    api = "/api/v2"
    health = "/api/v2/monitor/health"
    bootstrap = Path(__file__).parent / "bootstrap" / "airflow_3.py"

    @property
    def components(self) -> list[str]:
        """See `Generation`; the DAG files have a process of their own now."""
        return [*super().components, "dag_processor"] if self.plan.scheduler else super().components

    def settings(self) -> dict[str, str]:
        """See `Generation`."""
        return {
            "AIRFLOW__API__BASE_URL": self.url,
            "AIRFLOW__API__EXPOSE_CONFIG": "True",
            "AIRFLOW__API__SECRET_KEY": self.secret,
            "AIRFLOW__API_AUTH__JWT_SECRET": self.secret,
            "AIRFLOW__CORE__AUTH_MANAGER": SIMPLE,
            "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"{self.url}/execution/",
            "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE": str(self.home / "passwords.json"),
            "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_USERS": ",".join(
                f"{name}:{role.lower()}" for name, (role, _) in self.plan.users.items()
            ),
            "AIRFLOW__DAG_PROCESSOR__MIN_FILE_PROCESS_INTERVAL": "15",
            "AIRFLOW__DAG_PROCESSOR__REFRESH_INTERVAL": "15",
            # longer than SQLite may be locked: a task that asks once more whether it may start is told no, and fails
            "AIRFLOW__WORKERS__EXECUTION_API_TIMEOUT": "60",
        }

    def write_files(self) -> None:
        """See `Generation`."""
        with open(private(self.home / "passwords.json"), "w") as file:
            json.dump({name: password for name, (_, password) in self.plan.users.items()}, file)

    def add_users(self, database: Path) -> None:
        """They are in a file, not in the database."""

    def commands(self, listener: int) -> dict[str, list[str]]:
        """See `Generation`."""
        python = self.plan.python
        server = ["-m", "uvicorn", "--fd", str(listener), "--log-level", "warning", "airflow.api_fastapi.main:app"]
        commands = {"api-server": [python, *server]}
        if self.plan.scheduler:
            commands["scheduler"] = [python, "-m", "airflow", "scheduler", "--skip-serve-logs"]
            commands["dag-processor"] = [python, "-m", "airflow", "dag-processor"]
        return commands


class Airflow3WithFab(Airflow3):
    """3.0 to 3.3, with the auth manager of Flask-AppBuilder: users, roles and permissions are in the database."""

    def settings(self) -> dict[str, str]:
        """See `Generation`."""
        backend = "airflow.providers.fab.auth_manager.api.auth.backend"
        return {
            **super().settings(),
            "AIRFLOW__CORE__AUTH_MANAGER": FAB,
            # before Airflow 3.1 its REST API takes no tokens
            "AIRFLOW__FAB__AUTH_BACKENDS": f"{backend}.basic_auth,{backend}.session",
            "AIRFLOW__FAB__CONFIG_FILE": str(self.home / "webserver_config.py"),
            "AIRFLOW__FAB__UPDATE_FAB_PERMS": "False",  # the bootstrap wrote roles and permissions already
        }

    def write_files(self) -> None:
        """See `Generation`."""
        flask_appbuilder.write_files(self.plan, self.home)

    def add_users(self, database: Path) -> None:
        """See `Generation`."""
        flask_appbuilder.add_users(self.plan, database)
