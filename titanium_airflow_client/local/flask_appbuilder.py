"""The users of Flask-AppBuilder, who are in the database: in Airflow 2 always, in Airflow 3 where FAB is asked for."""

from __future__ import annotations

import contextlib
import hashlib
import json
import secrets
import sqlite3
from typing import TYPE_CHECKING

from .folders import private
from .plan import STOCK

if TYPE_CHECKING:
    from pathlib import Path

    from .plan import Plan

ROLES = {role.lower(): role for role in ("Admin", "Op", "User", "Viewer", "Public")}


def write_files(plan: Plan, home: Path) -> None:
    """Write its configuration, and the users for a database that the bootstrap has to put them into."""
    with open(private(home / "webserver_config.py"), "w") as file:
        if plan.public_role != STOCK:
            file.write(f"AUTH_ROLE_PUBLIC = {None if plan.public_role == 'none' else plan.public_role!r}\n")
    with open(private(home / "users.json"), "w") as file:
        users = plan.users.items() if plan.sql else ()
        json.dump([(name, ROLES.get(role.lower(), role), _hash(password)) for name, (role, password) in users], file)


def add_users(plan: Plan, database: Path) -> None:
    """Put the users into a database that was copied."""
    with contextlib.closing(sqlite3.connect(database)) as connection, connection:
        # it stays so: who reads does not lock out who writes. Airflow 3 sets this itself
        connection.execute("pragma journal_mode = wal")
        for name, (role, password) in plan.users.items():
            user = connection.execute(
                "insert into ab_user (first_name, last_name, username, password, active, email)"
                " values (?, ?, ?, ?, 1, ?)",
                (name, name, name, _hash(password), f"{name}@example.com"),
            ).lastrowid
            connection.execute(
                "insert into ab_user_role (user_id, role_id) select ?, id from ab_role where name = ?",
                (user, ROLES.get(role.lower(), role)),
            )


def _hash(password: str) -> str:
    # Airflow 2 checks it on every request: the default, scrypt, costs 0.1 s each time. The passwords are random and
    # long, so there is nothing to slow down a guesser for.
    salt = secrets.token_hex(8)
    return f"pbkdf2:sha256:1${salt}${hashlib.pbkdf2_hmac('sha256', password.encode(), salt.encode(), 1).hex()}"
