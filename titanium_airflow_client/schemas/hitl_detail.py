"""Questions that a task instance puts to people (human in the loop), since Airflow 3.1."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from .model import UNSET, Model
from .task_instance import TaskInstance
from .task_instance_history import TaskInstanceHistory


class HITLUser(Model):
    """A person who may answer, or did."""

    id: str | None = UNSET
    """The user ID."""
    name: str | None = UNSET
    """The name."""


class _Question(Model):
    """A question, and the answer when there is one."""

    options: list[str] | None = UNSET
    """What can be chosen."""
    subject: str | None = UNSET
    """The question in short."""
    body: str | None = UNSET
    """The question in full, in Markdown."""
    defaults: list[str] | None = UNSET
    """What is chosen when nobody answers in time."""
    multiple: bool | None = UNSET
    """Whether several options may be chosen."""
    params: dict[str, Any] | None = UNSET
    """The fields to fill in, with their defaults and JSON schemas."""
    assigned_users: list[HITLUser] | None = UNSET
    """Who may answer; empty for everybody."""
    created_at: datetime | None = UNSET
    """When it was asked."""
    responded_by_user: HITLUser | None = UNSET
    """Who answered."""
    responded_at: datetime | None = UNSET
    """When it was answered."""
    chosen_options: list[str] | None = UNSET
    """What was chosen."""
    params_input: dict[str, Any] | None = UNSET
    """What was filled in."""
    response_received: bool | None = UNSET
    """Whether it was answered."""


class HITLDetail(_Question):
    """What a task instance asks."""

    task_instance: TaskInstance | None = UNSET
    """The task instance."""


class HITLDetailHistory(_Question):
    """What one try of a task instance asked, since Airflow 3.2."""

    task_instance: TaskInstanceHistory | None = UNSET
    """The try."""


class HITLDetailCollection(Model):
    """A page of questions."""

    hitl_details: list[HITLDetail] | None = UNSET
    """The questions of this page."""
    total_entries: int | None = UNSET
    """How many there are on all pages together."""


class UpdateHITLDetailPayload(Model):
    """An answer."""

    required_fields: ClassVar[tuple[str, ...]] = ("chosen_options",)

    chosen_options: list[str] | None = UNSET
    """What is chosen, at least one of the question's `options`."""
    params_input: dict[str, Any] | None = UNSET
    """What is filled in, by the names of the question's `params`."""


class HITLDetailResponse(Model):
    """An answer as Airflow took it."""

    responded_by: HITLUser | None = UNSET
    """Who answered."""
    responded_at: datetime | None = UNSET
    """When."""
    chosen_options: list[str] | None = UNSET
    """What was chosen."""
    params_input: dict[str, Any] | None = UNSET
    """What was filled in."""
