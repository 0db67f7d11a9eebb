"""Tasks: the nodes of a DAG, as its parsed file knows them."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar, Literal, TypeAlias

from .dag import DAG
from .model import UNSET, Model, Otherwise, ReadOnly
from .open_enum import OpenEnum
from .schedule_interval import TimeDelta

TriggerRuleName: TypeAlias = Literal[
    "all_success",
    "all_failed",
    "all_done",
    "all_done_setup_success",
    "one_success",
    "one_failed",
    "one_done",
    "none_failed",
    "none_skipped",
    "none_failed_or_skipped",
    "none_failed_min_one_success",
    "dummy",
    "all_skipped",
    "always",
]
"""The values of `TriggerRule`, for editors."""


class TriggerRule(OpenEnum):
    """What the tasks before a task must have come to for it to run."""

    ALL_SUCCESS = "all_success"
    """All succeeded: the default."""
    ALL_FAILED = "all_failed"
    """All failed, or had a failure before them."""
    ALL_DONE = "all_done"
    """All ended, however they did."""
    ALL_DONE_SETUP_SUCCESS = "all_done_setup_success"
    """All ended, and at least one setup task among them succeeded, since Airflow 2.7."""
    ONE_SUCCESS = "one_success"
    """At least one succeeded; the others need not have ended."""
    ONE_FAILED = "one_failed"
    """At least one failed; the others need not have ended."""
    ONE_DONE = "one_done"
    """At least one succeeded or failed, since Airflow 2.5."""
    NONE_FAILED = "none_failed"
    """None failed: all succeeded or were skipped."""
    NONE_SKIPPED = "none_skipped"
    """None was skipped."""
    NONE_FAILED_OR_SKIPPED = "none_failed_or_skipped"
    """The older name of `none_failed_min_one_success`."""
    NONE_FAILED_MIN_ONE_SUCCESS = "none_failed_min_one_success"
    """None failed and at least one succeeded, since Airflow 2.2."""
    DUMMY = "dummy"
    """The older name of `always`."""
    ALL_SKIPPED = "all_skipped"
    """All were skipped, since Airflow 2.3."""
    ALWAYS = "always"
    """It does not matter, since Airflow 2.2."""


WeightRuleName: TypeAlias = Literal["downstream", "upstream", "absolute"]
"""The values of `WeightRule`, for editors."""


class WeightRule(OpenEnum):
    """How a task's priority counts. Since Airflow 2.9 also the path of a class that computes it."""

    DOWNSTREAM = "downstream"
    """Its own weight and that of all tasks after it: the default."""
    UPSTREAM = "upstream"
    """Its own weight and that of all tasks before it."""
    ABSOLUTE = "absolute"
    """Its own weight alone."""


class ClassReference(Model):
    """The name of a Python class."""

    module_path: ReadOnly[str | None] = UNSET
    """The module that has the class."""
    class_name: ReadOnly[str | None] = UNSET
    """The name of the class."""


class TaskExtraLinksInner(Model):
    """A kind of extra link that an operator adds to the user interface."""

    class_ref: ClassReference | None = UNSET
    """The class of the link; Airflow leaves it out, and sends the two fields below instead."""
    module_path: ReadOnly[str | None] = UNSET
    """The module that has the link's class; sent by Airflow, though its document does not say so."""
    class_name: ReadOnly[str | None] = UNSET
    """The name of the link's class; sent by Airflow, though its document does not say so."""


def _grows(factor: Any) -> Any:
    """Whether waits grow: by the factor 2, which is what True stands for, not at all, or by another factor."""
    return {0: False, 2: True}.get(factor, factor)


class Task(Model):
    """A task of a DAG."""

    shown: ClassVar[Otherwise] = {"retry_exponential_backoff": _grows}

    class_ref: ClassReference | None = UNSET
    """The class of its operator."""
    task_id: ReadOnly[str | None] = UNSET
    """The task ID."""
    task_display_name: ReadOnly[str | None] = UNSET
    """The name that the user interface shows, since Airflow 2.9."""
    owner: ReadOnly[str | None] = UNSET
    """Who owns the task."""
    start_date: ReadOnly[datetime | None] = UNSET
    """The first date that it is scheduled for."""
    end_date: ReadOnly[datetime | None] = UNSET
    """The last date that it is scheduled for."""
    trigger_rule: TriggerRuleName | str | None = UNSET
    """What the tasks before it must have come to; the values that are known are those of `TriggerRule`."""
    extra_links: ReadOnly[list[TaskExtraLinksInner | str] | None] = UNSET
    """The kinds of extra link that its operator has; since Airflow 3.0 their names."""
    depends_on_past: ReadOnly[bool | None] = UNSET
    """Whether it waits for its own success in the DAG run before."""
    is_mapped: ReadOnly[bool | None] = UNSET
    """Whether it expands into several task instances, since Airflow 2.3."""
    wait_for_downstream: ReadOnly[bool | None] = UNSET
    """Whether it also waits for the tasks right after it in the DAG run before."""
    retries: ReadOnly[int | None] = UNSET
    """How often it is tried again after a failure."""
    queue: ReadOnly[str | None] = UNSET
    """The queue of workers that it is sent to."""
    executor: ReadOnly[str | None] = UNSET
    """The executor that runs it, null for the default one, since Airflow 2.10; no release sends it so far."""
    pool: ReadOnly[str | None] = UNSET
    """The pool whose slots it takes."""
    pool_slots: ReadOnly[int | None] = UNSET
    """How many slots of the pool it takes."""
    execution_timeout: TimeDelta | None = UNSET
    """How long it may run."""
    retry_delay: TimeDelta | None = UNSET
    """How long to wait before it is tried again."""
    retry_exponential_backoff: ReadOnly[bool | float | None] = UNSET
    """Whether that wait grows with every try; since Airflow 3.2 the factor, where it is another than 2."""
    priority_weight: ReadOnly[int | None] = UNSET
    """Its priority over other tasks when slots are scarce."""
    weight_rule: WeightRuleName | str | None = UNSET
    """How that priority counts; the values that are known are those of `WeightRule`."""
    ui_color: str | None = UNSET
    """The colour of its background in the user interface, such as `#e8f7e4`."""
    ui_fgcolor: str | None = UNSET
    """The colour of its text in the user interface."""
    template_fields: ReadOnly[list[str] | None] = UNSET
    """The names of its operator's arguments that are templates."""
    sub_dag: DAG | None = UNSET
    """The DAG within it, if it is a SubDAG."""
    downstream_task_ids: ReadOnly[list[str] | None] = UNSET
    """The tasks right after it."""
    doc_md: ReadOnly[str | None] = UNSET
    """Its documentation, in Markdown, since Airflow 2.10."""
    operator_name: ReadOnly[str | None] = UNSET
    """The name of its operator; sent since Airflow 2.4, though the document does not say so."""
    params: ReadOnly[dict[str, Any] | None] = UNSET
    """Its parameters; sent since Airflow 2.5, though the document does not say so."""


class TaskCollection(Model):
    """The tasks of a DAG."""

    tasks: list[Task] | None = UNSET
    """The tasks."""
    total_entries: int | None = UNSET
    """How many there are; sent by Airflow, though its document does not say so."""
