"""Airflow 2: Flask under gunicorn, users of Flask-AppBuilder in the database, basic authentication."""

from __future__ import annotations

import contextlib
import hashlib
import json
import secrets
import sqlite3
from pathlib import Path

from .folders import private
from .generation import Generation
from .plan import STOCK

ROLES = {role.lower(): role for role in ("Admin", "Op", "User", "Viewer", "Public")}


class Airflow2(Generation):
    """2.6 to 2.11."""

    api = "/api/v1"
    health = "/api/v1/health"
    bootstrap = Path(__file__).parent / "bootstrap" / "airflow_2.py"

    def settings(self) -> dict[str, str]:
        """See `Generation`."""
        return {
            # 2.x refuses LocalExecutor on SQLite, for the sake of large installations; its own tests set this too
            "_AIRFLOW__SKIP_DATABASE_EXECUTOR_COMPATIBILITY_CHECK": "1",
            "AIRFLOW__API__AUTH_BACKENDS": "airflow.api.auth.backend.basic_auth,airflow.api.auth.backend.session",
            "AIRFLOW__CORE__INTERNAL_API_SECRET_KEY": self.secret,
            "AIRFLOW__SCHEDULER__DAG_DIR_LIST_INTERVAL": "15",
            "AIRFLOW__SCHEDULER__MIN_FILE_PROCESS_INTERVAL": "15",
            "AIRFLOW__WEBSERVER__BASE_URL": self.url,
            "AIRFLOW__WEBSERVER__CONFIG_FILE": str(self.home / "webserver_config.py"),
            "AIRFLOW__WEBSERVER__EXPOSE_CONFIG": "True",
            "AIRFLOW__WEBSERVER__SECRET_KEY": self.secret,
            # the bootstrap wrote roles and permissions already
            "AIRFLOW__FAB__UPDATE_FAB_PERMS": "False",
            "AIRFLOW__WEBSERVER__UPDATE_FAB_PERMS": "False",
            # more than one thread makes it a worker that keeps connections; the stock one closes each
            "GUNICORN_CMD_ARGS": "--threads 4 --keep-alive 30",
        }

    def write_files(self) -> None:
        """See `Generation`."""
        role = self.plan.public_role
        with open(private(self.home / "webserver_config.py"), "w") as file:
            if role != STOCK:
                file.write(f"AUTH_ROLE_PUBLIC = {None if role == 'none' else role!r}\n")
        with open(private(self.home / "users.json"), "w") as file:  # for the bootstrap
            users = self.plan.users.items() if self.plan.sql else ()
            json.dump(
                [(name, ROLES.get(role.lower(), role), _hash(password)) for name, (role, password) in users], file
            )

    def add_users(self, database: Path) -> None:
        """See `Generation`."""
        with contextlib.closing(sqlite3.connect(database)) as connection, connection:
            # it stays so: who reads does not lock out who writes. Airflow 3 sets this itself
            connection.execute("pragma journal_mode = wal")
            for name, (role, password) in self.plan.users.items():
                user = connection.execute(
                    "insert into ab_user (first_name, last_name, username, password, active, email)"
                    " values (?, ?, ?, ?, 1, ?)",
                    (name, name, name, _hash(password), f"{name}@example.com"),
                ).lastrowid
                connection.execute(
                    "insert into ab_user_role (user_id, role_id) select ?, id from ab_role where name = ?",
                    (user, ROLES.get(role.lower(), role)),
                )

    def commands(self, listener: int) -> dict[str, list[str]]:
        """See `Generation`."""
        python = self.plan.python
        # What `airflow webserver` runs, without its monitor: that imports all of Airflow a second time.
        gunicorn = ["-m", "gunicorn", "--workers", "1", "--timeout", "120", "--graceful-timeout", "1"]
        hooks = ["--config", "python:airflow.www.gunicorn_config", "airflow.www.app:cached_app()"]
        commands = {"webserver": [python, *gunicorn, "--bind", f"fd://{listener}", *hooks]}
        if self.plan.scheduler:
            # -s: without it the scheduler serves logs, on all interfaces
            commands["scheduler"] = [python, "-m", "airflow", "scheduler", "-s"]
        return commands


def _hash(password: str) -> str:
    # Checked on every request: the default, scrypt, costs 0.1 s each time. The passwords are random and long,
    # so there is nothing to slow down a guesser for.
    salt = secrets.token_hex(8)
    return f"pbkdf2:sha256:1${salt}${hashlib.pbkdf2_hmac('sha256', password.encode(), salt.encode(), 1).hex()}"
