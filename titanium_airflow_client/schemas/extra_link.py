"""Links from a task instance to other systems."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from .model import UNSET, Model, ReadOnly
from .task import ClassReference

if TYPE_CHECKING:
    from typing_extensions import Self


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
    def from_dict(cls, obj: Any) -> Self | None:
        """The links of this answer: Airflow sends `{name: address}`, and not the list that its document promises."""
        if not isinstance(obj, Mapping) or isinstance(obj.get("extra_links"), list):
            return super().from_dict(obj)
        counted = isinstance(obj.get("extra_links"), Mapping)  # Airflow 3
        links = obj["extra_links"] if counted else obj
        found = [ExtraLink(name=name, href=href) for name, href in links.items()]
        return cls(extra_links=found, total_entries=len(found)) if counted else cls(extra_links=found)
