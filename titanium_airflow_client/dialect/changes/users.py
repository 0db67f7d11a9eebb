"""How Airflow 3 must be asked about users, roles and permissions: its FAB auth manager has them, where it is used."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import Any

from .. import Change


def one_text(update_mask: str | Sequence[str]) -> str:
    """The FAB auth manager takes a mask as one text with commas."""
    return update_mask if isinstance(update_mask, str) else ",".join(update_mask)


def with_password(fields: dict[str, Any]) -> dict[str, Any]:
    """The FAB auth manager makes no user without a password: nobody knows this one, so nobody logs in with it."""
    return {"password": secrets.token_urlsafe(32), **fields}


CHANGES = {
    "patch_role": Change(values={"update_mask": one_text}),
    "patch_user": Change(values={"update_mask": one_text}),
    "post_user": Change(body=with_password),
}

RECIPES = {
    "create_token": "users",
    "create_token_all_admins": "users",
    "create_token_cli": "users",
    "delete_role": "users",
    "delete_user": "users",
    "get_permissions": "users",
    "get_role": "users",
    "get_roles": "users",
    "get_user": "users",
    "get_users": "users",
    "patch_role": "users",
    "patch_user": "users",
    "post_role": "users",
    "post_user": "users",
}
