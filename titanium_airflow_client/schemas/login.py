"""Tokens, since Airflow 3.0."""

from __future__ import annotations

from typing import ClassVar

from .model import UNSET, Model, Otherwise, Secret, renamed


class LoginBody(Model):
    """Who wants a token, since Airflow 3.0."""

    required_fields: ClassVar[tuple[str, ...]] = ("username", "password")

    username: str | None = UNSET
    """The name to log in with."""
    password: Secret[str | None] = UNSET
    """The password."""


class LoginResponse(Model):
    """A token, since Airflow 3.0."""

    otherwise: ClassVar[Otherwise] = {"access_token": renamed("jwt_token")}

    access_token: Secret[str | None] = UNSET
    """The token, for `Configuration.access_token`."""
    jwt_token: Secret[str | None] = UNSET
    """The token, as early releases of the FAB auth manager call it."""
