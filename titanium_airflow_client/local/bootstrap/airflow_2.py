"""Make the database of an Airflow 2: tables, roles, users, DAGs, import errors.

Runs in Airflow's own Python, not in ours. Airflow's commands do the same in five steps, each of which spends
four to nine seconds on importing Airflow; here it is imported once.
"""
# mypy: ignore-errors
# pyright: reportMissingImports=false

from __future__ import annotations

import inspect
import os
import runpy
from pathlib import Path


def tables() -> None:
    """Create the tables."""
    from airflow.utils import db

    # 2.6 has only the configuration for this
    db.initdb(**({"load_connections": False} if "load_connections" in inspect.signature(db.initdb).parameters else {}))


def roles_and_users() -> None:
    """Create the permissions, the roles, and the users."""
    os.environ["AIRFLOW__FAB__UPDATE_FAB_PERMS"] = os.environ["AIRFLOW__WEBSERVER__UPDATE_FAB_PERMS"] = "True"
    from airflow.www.app import create_app

    app = create_app()
    with app.app_context():
        security = app.appbuilder.sm
        security.sync_roles()
        runpy.run_path(str(Path(__file__).with_name("users.py")))["add"](security)


def dags() -> None:
    """Serialise the DAGs, and note the files that do not import (later on the scheduler does both)."""
    from airflow.models import DagBag
    from airflow.utils import timezone
    from airflow.utils.session import create_session

    try:
        from airflow.models.errors import ParseImportError
    except ImportError:  # its name before 2.8
        from airflow.models.errors import ImportError as ParseImportError

    bag = DagBag(include_examples=False)
    with create_session() as session:
        bag.sync_to_db(session=session)
        known = {name for (name,) in session.query(ParseImportError.filename)}
        for name, trace in bag.import_errors.items():
            if name not in known:
                session.add(ParseImportError(filename=name, timestamp=timezone.utcnow(), stacktrace=trace))


if __name__ == "__main__":
    tables()
    roles_and_users()
    dags()
