"""Airflow 3: FastAPI under uvicorn, the simple auth manager with passwords in a file, tokens."""

from __future__ import annotations

import json
from pathlib import Path

from .folders import private
from .generation import Generation

ROLES = ("admin", "op", "user", "viewer")
AUTH_MANAGER = "airflow.api_fastapi.auth.managers.simple.simple_auth_manager.SimpleAuthManager"


class Airflow3(Generation):
    """3.0 to 3.3."""

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
            "AIRFLOW__CORE__AUTH_MANAGER": AUTH_MANAGER,
            "AIRFLOW__CORE__EXECUTION_API_SERVER_URL": f"{self.url}/execution/",
            "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_PASSWORDS_FILE": str(self.home / "passwords.json"),
            "AIRFLOW__CORE__SIMPLE_AUTH_MANAGER_USERS": ",".join(
                f"{name}:{role.lower()}" for name, (role, _) in self.plan.users.items()
            ),
            "AIRFLOW__DAG_PROCESSOR__MIN_FILE_PROCESS_INTERVAL": "15",
            "AIRFLOW__DAG_PROCESSOR__REFRESH_INTERVAL": "15",
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
