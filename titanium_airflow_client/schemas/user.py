"""The users of the server."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from .model import UNSET, Model, ReadOnly, Secret


class UserCollectionItemRolesInner(Model):
    """The name of a role that a user has."""

    name: str | None = UNSET
    """The name of the role."""


class UserCollectionItem(Model):
    """A user as a list shows it, without the password."""

    first_name: str | None = UNSET
    """The first name."""
    last_name: str | None = UNSET
    """The last name."""
    username: str | None = UNSET
    """The name to log in with; unique, and not empty."""
    email: str | None = UNSET
    """The e-mail address; unique, and not empty."""
    active: ReadOnly[bool | None] = UNSET
    """Whether the user may log in."""
    last_login: ReadOnly[datetime | None] = UNSET
    """When the user last logged in."""
    login_count: ReadOnly[int | None] = UNSET
    """How often the user logged in."""
    failed_login_count: ReadOnly[int | None] = UNSET
    """How often a login failed, in the document; Airflow sends `fail_login_count` instead."""
    roles: list[UserCollectionItemRolesInner | None] | None = UNSET
    """The roles of the user."""
    created_on: ReadOnly[datetime | None] = UNSET
    """When the user was created."""
    changed_on: ReadOnly[datetime | None] = UNSET
    """When the user was last changed."""
    fail_login_count: ReadOnly[int | None] = UNSET
    """How often a login failed, as Airflow really sends it."""


class User(UserCollectionItem):
    """A user, whole."""

    required_to_create: ClassVar[tuple[str, ...]] = ("first_name", "last_name", "username", "email")

    password: Secret[str | None] = UNSET
    """The password. It can be written, but is never sent back."""


class UserCollection(Model):
    """A page of users."""

    users: list[UserCollectionItem] | None = UNSET
    """The users of this page."""
    total_entries: int | None = UNSET
    """How many there are on all pages together."""
