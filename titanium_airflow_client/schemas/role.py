"""Roles, and the permissions that they give."""

from __future__ import annotations

from typing import ClassVar

from .model import UNSET, Model


class Action(Model):
    """What one may do to something."""

    name: str | None = UNSET
    """The name of the action, such as `can_read`."""


class Resource(Model):
    """What one may do something to."""

    name: str | None = UNSET
    """The name of the resource, such as `DAGs`."""


class ActionResource(Model):
    """A permission: what one may do, and to what."""

    action: Action | None = UNSET
    """What one may do."""
    resource: Resource | None = UNSET
    """What one may do it to."""


class ActionCollection(Model):
    """A page of actions."""

    actions: list[Action] | None = UNSET
    """The actions of this page."""
    total_entries: int | None = UNSET
    """How many there are on all pages together."""


class Role(Model):
    """A set of permissions, to be given to users."""

    required_to_create: ClassVar[tuple[str, ...]] = ("name", "actions")

    name: str | None = UNSET
    """The name of the role."""
    actions: list[ActionResource] | None = UNSET
    """The permissions that it gives."""


class RoleCollection(Model):
    """A page of roles."""

    roles: list[Role] | None = UNSET
    """The roles of this page."""
    total_entries: int | None = UNSET
    """How many there are on all pages together."""
