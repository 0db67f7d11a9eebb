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

    @classmethod
    def from_dict(cls, obj: Any) -> Self | None:
        """The links of this answer. Airflow 2 sends `{name: address}`, and not the list that its document promises."""
        if not isinstance(obj, Mapping) or "extra_links" in obj:
            return super().from_dict(obj)
        return cls(extra_links=[ExtraLink(name=name, href=href) for name, href in obj.items()])
