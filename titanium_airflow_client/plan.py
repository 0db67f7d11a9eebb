"""A plan: what a destructive call would change, object by object, before anything is changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from textwrap import wrap
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from .exceptions import ApiValueError

if TYPE_CHECKING:
    from typing_extensions import Self

WIDTH = 80


class PlannedChange(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One object that would change, as it is now: a DAG, a DAG run or a task instance."""

    change: str
    """What would become of it: `pause`, `unpause`, `delete`, `clear`, `queue` or `set to failed`, for example."""
    dag_id: str
    """The DAG ID."""
    dag_run_id: str | None = None
    """The DAG run ID; None where it is a DAG."""
    task_id: str | None = None
    """The task ID; None where it is a DAG or a DAG run."""
    map_index: int = -1
    """The number of a mapped task instance, -1 where it is not mapped."""
    state: str | None = None
    """Its state now: that of Airflow, None for what is not scheduled yet; of a DAG `paused` or `active`."""
    try_number: int | None = None
    """The try that a task instance is at."""
    runs: int | None = None
    """How many DAG runs would be deleted with a DAG."""
    running: tuple[str, ...] = ()
    """What is running now: the runs of a DAG by their IDs, or the object itself."""
    accident: str = ""
    """Why it may not be meant though the pattern matches; empty where it is."""

    @property
    def ids(self) -> tuple[str, str | None, str | None, int]:
        """What it is known by."""
        return self.dag_id, self.dag_run_id, self.task_id, self.map_index

    @property
    def name(self) -> str:
        """Its IDs for people: `load_orders / manual__1 / square[2]`."""
        task = self.task_id and f"{self.task_id}[{self.map_index}]" if self.map_index >= 0 else self.task_id
        return " / ".join(filter(None, (self.dag_id, self.dag_run_id, task)))

    def __str__(self) -> str:
        return f"{self.change} {self.name}"


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What a call would change, to be read, kept, sent elsewhere, and applied with `apply_plan`.

    `print(plan)` tells a person; `to_json` and `from_json` carry it to another process.
    """

    operation: Literal["patch_dags", "delete", "clear", "set_state"]
    """What made it: `patch_dags`, `delete`, `clear` or `set_state`."""
    server: str
    """The server that it is for."""
    made_at: datetime
    """When it was made."""
    request: dict[str, Any]
    """What was asked for."""
    changes: tuple[PlannedChange, ...]
    """Every object that would change, with its present state."""
    unchanged: tuple[str, ...] = ()
    """DAGs that match, and are already as they would become."""
    left_out: tuple[str, ...] = ()
    """DAGs that match, and are not to be changed: see `without_accidents`."""

    @property
    def running(self) -> tuple[PlannedChange, ...]:
        """What is running now."""
        return tuple(one for one in self.changes if one.running)

    @property
    def accidents(self) -> tuple[PlannedChange, ...]:
        """What the pattern matches, and may not be meant."""
        return tuple(one for one in self.changes if one.accident)

    def without_accidents(self) -> Self:
        """The plan without what may not be meant."""
        return self.without(*(one.dag_id for one in self.accidents))

    def without(self, *dag_ids: str) -> Self:
        """The plan without these DAGs; only where whole DAGs are changed."""
        if self.operation not in ("patch_dags", "delete"):
            raise ApiValueError(f"a plan to {self.operation.replace('_', ' ')} is applied as a whole")
        kept = tuple(one for one in self.changes if one.dag_id not in dag_ids)
        left_out = tuple(dict.fromkeys([*self.left_out, *dag_ids]))
        return msgspec.structs.replace(self, changes=kept, left_out=left_out)

    def to_dict(self) -> dict[str, Any]:
        """The plan as plain values; the date stays `datetime`."""
        fields: dict[str, Any] = msgspec.to_builtins(self, builtin_types=(datetime,))
        return fields

    def to_json(self) -> str:
        """The plan as JSON."""
        return msgspec.json.encode(self).decode()

    @classmethod
    def from_dict(cls, obj: dict[str, Any]) -> Self:
        """The plan of these values; `ApiValueError` for what is none."""
        try:
            return msgspec.convert(obj, cls)
        except msgspec.ValidationError as error:
            raise ApiValueError(f"this is no plan: {error}") from error

    @classmethod
    def from_json(cls, json_str: str | bytes) -> Self:
        """The plan of this JSON text; `ApiValueError` for what is none."""
        try:
            return msgspec.json.decode(json_str, type=cls)
        except msgspec.DecodeError as error:
            raise ApiValueError(f"this is no plan: {error}") from error

    def __str__(self) -> str:
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        moment = f"{self.made_at:%Y-%m-%d %H:%M} UTC"
        yield from wrap(f"Plan for {self.server}, made {moment}:", WIDTH, break_long_words=False)
        verb = None
        for one in self.changes:
            if one.change != verb:
                verb = one.change
                yield f"{verb}:"
            yield from self._lines_of(one)
        if self.unchanged:
            yield f"already so: {len(self.unchanged)}"
        if self.left_out:
            yield f"left out: {len(self.left_out)}"
        counts = {"to change": self.changes, "running": self.running, "perhaps by accident": self.accidents}
        yield ", ".join(f"{len(found)} {what}" for what, found in counts.items() if found) or "nothing to change"

    def _lines_of(self, one: PlannedChange) -> Iterator[str]:
        notes = [one.state or "no state"]
        if one.try_number:
            notes.append(f"try {one.try_number}")
        if one.runs is not None:
            notes.append(f"{one.runs} runs")
        if one.task_id is None and one.dag_run_id is None and one.running:
            notes.append(f"RUNNING: {', '.join(one.running)}")
        elif one.running:
            notes.append("RUNNING")
        if one.accident:
            notes.append(f"BY ACCIDENT? {one.accident}")
        line = f"  {one.name}  {', '.join(notes)}"
        if len(line) <= WIDTH:
            yield line
        else:
            yield f"  {one.name}"
            indent = " " * 6
            yield from wrap(", ".join(notes), WIDTH, initial_indent=indent, subsequent_indent=indent)
