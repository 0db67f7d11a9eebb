"""Pools: how many task instances of a kind may run at once."""

from __future__ import annotations

from typing import ClassVar

from .model import UNSET, Model, ReadOnly


class Pool(Model):
    """A number of slots that task instances share."""

    required_to_create: ClassVar[tuple[str, ...]] = ("name", "slots")

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


class PoolCollection(Model):
    """A page of pools."""

    pools: list[Pool] | None = UNSET
    """The pools of this page."""
    total_entries: int | None = UNSET
    """How many there are on all pages together."""
