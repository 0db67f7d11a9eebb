"""Make the database of an Airflow 3: tables, roles and users, DAGs, import errors, in one process of its own Python."""
# mypy: ignore-errors
# pyright: reportMissingImports=false

from __future__ import annotations

import os
import runpy
import sys
from pathlib import Path


def roles_and_users() -> None:
    """Create the permissions, the roles, and the users of the FAB auth manager."""
    from airflow.providers.fab.auth_manager.cli_commands.utils import get_application_builder

    with get_application_builder() as builder:
        builder.add_permissions(update_perms=True)
        builder.sm.sync_roles()
        runpy.run_path(str(Path(__file__).with_name("users.py")))["add"](builder.sm)


def dags() -> None:
    """Serialise the DAGs, and note the files that do not import."""
    from airflow.cli import cli_parser

    arguments = cli_parser.get_parser().parse_args(["dags", "reserialize"])
    arguments.func(arguments)


if __name__ == "__main__":
    # 3.0's serialisation leaves the DAG folder out of the import path, its dag-processor does not
    sys.path.append(os.environ["AIRFLOW__CORE__DAGS_FOLDER"])
    from airflow.utils import db

    db.initdb()
    if ".fab." in os.environ["AIRFLOW__CORE__AUTH_MANAGER"]:
        roles_and_users()
    dags()
