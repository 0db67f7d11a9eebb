"""What the server says when it refuses: the problem document of RFC 7807."""

from __future__ import annotations

from typing import Any

from .model import UNSET, Model


class Error(Model):
    """What went wrong, in the server's words."""

    type: str | None = UNSET
    """A link that names the kind of problem."""
    title: str | None = UNSET
    """The kind of problem in a few words."""
    status: int | None = UNSET
    """The HTTP status."""
    detail: str | None = UNSET
    """What was wrong this time."""
    errors: list[Any] | None = UNSET
    """The problems one by one, as Airflow 3 lists them."""
    instance: str | None = UNSET
    """A link to this one occurrence, if the server has one."""
