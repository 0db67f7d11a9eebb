"""Variables: settings that DAGs read."""

from __future__ import annotations

from typing import ClassVar

from .model import UNSET, Model, Secret


class VariableCollectionItem(Model):
    """A variable as a list shows it."""

    key: str | None = UNSET
    """The name of the variable."""
    description: str | None = UNSET
    """What it is for, since Airflow 2.4."""
    value: Secret[str | None] = UNSET
    """Its value, as text; sent by Airflow in lists too, though its document does not say so."""


class VariableCollection(Model):
    """A page of variables."""

    variables: list[VariableCollectionItem] | None = UNSET
    """The variables of this page."""
    total_entries: int | None = UNSET
    """How many there are on all pages together."""


class Variable(VariableCollectionItem):
    """A variable, whole."""

    required_to_create: ClassVar[tuple[str, ...]] = ("key", "value")
    never_null: ClassVar[tuple[str, ...]] = ("description",)

    key: str | None = UNSET
    """The name of the variable. It cannot be changed."""
    description: str | None = UNSET
    """What it is for, since Airflow 2.4. It cannot be null when it is sent; an empty text clears it."""
    value: Secret[str | None] = UNSET
    """Its value, as text. Airflow 2 wants it, and the key, in every change."""
