"""Airflow 2: Flask under gunicorn, users of Flask-AppBuilder in the database, basic authentication."""

from __future__ import annotations

from pathlib import Path

from . import flask_appbuilder
from .generation import Generation


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
        flask_appbuilder.write_files(self.plan, self.home)

    def add_users(self, database: Path) -> None:
        """See `Generation`."""
        flask_appbuilder.add_users(self.plan, database)

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
