"""Links from a task instance to other systems."""

from __future__ import annotations

from typing import Any

from .model import UNSET, Model, ReadOnly
from .task import ClassReference


class ExtraLink(Model):
    """A link from a task instance to another system."""

    class_ref: ClassReference | None = UNSET
    """The class that makes the link; Airflow does not say it."""
    name: ReadOnly[str | None] = UNSET
    """What the link is called."""
    href: ReadOnly[str | None] = UNSET
    """Where it leads; null when there is nothing yet that it could lead to."""


class ExtraLinkCollection(Model):
    """The links of a task instance."""

    extra_links: list[ExtraLink] | None = UNSET
    """The links."""
    total_entries: int | None = UNSET
    """How many there are, since Airflow 3.0."""

    @classmethod
    def as_documented(cls, value: Any) -> Any:
        """The links of this answer: Airflow sends `{name: address}`, and not the list that its document promises."""
        if not isinstance(value, dict) or isinstance(value.get("extra_links"), list):
            return value
        counted = isinstance(value.get("extra_links"), dict)  # Airflow 3
        links = value["extra_links"] if counted else value
        found = {"extra_links": [{"name": name, "href": href} for name, href in links.items()]}
        return {**value, **found} if counted else found
