"""Variables: settings that DAGs read."""

from __future__ import annotations

from typing import ClassVar

from .bulk import BulkActionNotOnExistenceName, BulkActionOnExistenceName
from .model import UNSET, Model, ReadOnly, Secret


class VariableCollectionItem(Model):
    """A variable as a list shows it."""

    key: str | None = UNSET
    """The name of the variable."""
    description: str | None = UNSET
    """What it is for, since Airflow 2.4."""
    value: Secret[str | None] = UNSET
    """Its value, as text; sent by Airflow in lists too, though its document does not say so."""

    is_encrypted: ReadOnly[bool | None] = UNSET
    """Whether the database has it encrypted, since Airflow 3.0."""
    team_name: str | None = UNSET
    """The team that it belongs to, since Airflow 3.2; only where the server is shared by teams."""


class VariableCollection(Model):
    """A page of variables."""

    variables: list[VariableCollectionItem] | None = UNSET
    """The variables of this page."""
    total_entries: int | None = UNSET
    """How many there are on all pages together."""


class Variable(VariableCollectionItem):
    """A variable, whole."""

    required_to_create: ClassVar[tuple[str, ...]] = ("key", "value")
    never_null: ClassVar[tuple[str, ...]] = ("description", "team_name")

    key: str | None = UNSET
    """The name of the variable. It cannot be changed."""
    description: str | None = UNSET
    """What it is for, since Airflow 2.4. It cannot be null when it is sent; an empty text clears it."""
    value: Secret[str | None] = UNSET
    """Its value, as text. Airflow 2 wants it, and the key, in every change."""


class BulkCreateActionVariableBody(Model, tag_field="action", tag="create"):
    """Make variables."""

    required_fields: ClassVar[tuple[str, ...]] = ("entities",)

    entities: list[Variable] | None = UNSET
    """The variables; `key` and `value` are required."""
    action_on_existence: BulkActionOnExistenceName | str | None = UNSET
    """What to do about those that are there already, `fail` by default."""


class BulkUpdateActionVariableBody(Model, tag_field="action", tag="update"):
    """Change variables."""

    required_fields: ClassVar[tuple[str, ...]] = ("entities",)

    entities: list[Variable] | None = UNSET
    """The variables, and what to change about each; `key` and `value` are required."""
    update_mask: list[str] | None = UNSET
    """The fields to change, all that are set by default; since Airflow 3.2."""
    action_on_non_existence: BulkActionNotOnExistenceName | str | None = UNSET
    """What to do about those that are not there, `fail` by default."""


class BulkDeleteActionVariableBody(Model, tag_field="action", tag="delete"):
    """Delete variables."""

    required_fields: ClassVar[tuple[str, ...]] = ("entities",)

    entities: list[str] | None = UNSET
    """The names of the variables."""
    action_on_non_existence: BulkActionNotOnExistenceName | str | None = UNSET
    """What to do about those that are not there, `fail` by default."""


class BulkBodyVariableBody(Model):
    """Many changes of variables in one request, since Airflow 3.0."""

    required_fields: ClassVar[tuple[str, ...]] = ("actions",)

    actions: list[BulkCreateActionVariableBody | BulkUpdateActionVariableBody | BulkDeleteActionVariableBody] | None = (
        UNSET
    )
    """What to do, one after another."""
