"""Pools: how many task instances of a kind may run at once."""

from __future__ import annotations

from typing import ClassVar

from .bulk import BulkActionNotOnExistenceName, BulkActionOnExistenceName
from .model import UNSET, Model, ReadOnly


class Pool(Model):
    """A number of slots that task instances share."""

    required_to_create: ClassVar[tuple[str, ...]] = ("name", "slots")
    never_null: ClassVar[tuple[str, ...]] = ("team_name",)

    name: str | None = UNSET
    """The name of the pool."""
    slots: int | None = UNSET
    """How many slots it has; -1 for no limit."""
    occupied_slots: ReadOnly[int | None] = UNSET
    """How many are taken by what runs or is queued; by what is deferred too, with `include_deferred`."""
    running_slots: ReadOnly[int | None] = UNSET
    """How many are taken by what runs."""
    queued_slots: ReadOnly[int | None] = UNSET
    """How many are taken by what is queued."""
    open_slots: ReadOnly[int | None] = UNSET
    """How many are free."""
    scheduled_slots: ReadOnly[int | None] = UNSET
    """How many are asked for by what is scheduled."""
    deferred_slots: ReadOnly[int | None] = UNSET
    """How many are asked for by what is deferred, since Airflow 2.7."""
    description: str | None = UNSET
    """What the pool is for, since Airflow 2.3."""
    include_deferred: bool | None = UNSET
    """Whether what is deferred takes slots too, since Airflow 2.7."""

    team_name: str | None = UNSET
    """The team that it belongs to, since Airflow 3.2; only where the server is shared by teams."""


class PoolCollection(Model):
    """A page of pools."""

    pools: list[Pool] | None = UNSET
    """The pools of this page."""
    total_entries: int | None = UNSET
    """How many there are on all pages together."""


class BulkCreateActionPoolBody(Model, tag_field="action", tag="create"):
    """Make pools."""

    required_fields: ClassVar[tuple[str, ...]] = ("entities",)

    entities: list[Pool] | None = UNSET
    """The pools; `name` and `slots` are required."""
    action_on_existence: BulkActionOnExistenceName | str | None = UNSET
    """What to do about those that are there already, `fail` by default."""


class BulkUpdateActionPoolBody(Model, tag_field="action", tag="update"):
    """Change pools."""

    required_fields: ClassVar[tuple[str, ...]] = ("entities",)

    entities: list[Pool] | None = UNSET
    """The pools, and what to change about each; `name` and `slots` are required."""
    update_mask: list[str] | None = UNSET
    """The fields to change, all that are set by default; since Airflow 3.2."""
    action_on_non_existence: BulkActionNotOnExistenceName | str | None = UNSET
    """What to do about those that are not there, `fail` by default."""


class BulkDeleteActionPoolBody(Model, tag_field="action", tag="delete"):
    """Delete pools."""

    required_fields: ClassVar[tuple[str, ...]] = ("entities",)

    entities: list[str] | None = UNSET
    """The names of the pools."""
    action_on_non_existence: BulkActionNotOnExistenceName | str | None = UNSET
    """What to do about those that are not there, `fail` by default."""


class BulkBodyPoolBody(Model):
    """Many changes of pools in one request, since Airflow 3.0."""

    required_fields: ClassVar[tuple[str, ...]] = ("actions",)

    actions: list[BulkCreateActionPoolBody | BulkUpdateActionPoolBody | BulkDeleteActionPoolBody] | None = UNSET
    """What to do, one after another."""
