"""Make users of Flask-AppBuilder, with the password hashes that were given: a part of what makes a database."""
# mypy: ignore-errors

from __future__ import annotations

import json
import os
from pathlib import Path


def add(security) -> None:
    """Make the users of this server, or give those that are there the new passwords."""
    for name, role, hashed in json.loads((Path(os.environ["AIRFLOW_HOME"]) / "users.json").read_text()):
        user = security.find_user(name)
        if user:  # a database that was used before, with another password
            user.password = hashed
            security.update_user(user)
            continue
        found = security.find_role(role)
        if not security.add_user(name, name, name, f"{name}@example.com", found, hashed_password=hashed):
            raise SystemExit(f"could not create the user {name} with the role {role}")
