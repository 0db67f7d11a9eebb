"""What servers send that models do not expect: values that do not fit, and fields of newer releases."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from typing import Any, TypeAlias

import msgspec


class DriftWarning(UserWarning):
    """The server sent a value that its model does not allow. The value was set aside, the field reads as None."""


class Drift(msgspec.Struct, frozen=True):
    """One kind of value that did not fit, or of field that no model has, and the first example of it."""

    model: str
    """The model, such as `DAG`."""
    field: str
    """Where in it, such as `tags[].name`."""
    problem: str
    """What was expected, and what came."""
    value: Any
    """The value as it came."""
    unknown: bool = False
    """Whether it is a field that the model does not have: that is only noticed, as newer servers have more of them."""

    def __str__(self) -> str:
        what = "the value is in raw_data alone" if self.unknown else "the value was set aside, the field reads as None"
        return f"{self.model}.{self.field}: {self.problem}; {what}"

    def __repr__(self) -> str:
        return f"<Drift {self}>"  # the value may be a secret


Report: TypeAlias = Callable[[Drift], None]


def warn(drift: Drift) -> None:
    """Report to whoever listens to Python's warnings."""
    warnings.warn(DriftWarning(str(drift)), stacklevel=2)


class Drifts(dict[tuple[str, str], Drift]):
    """What a client noticed, by model and field: the first of each kind.

    A value that does not fit is warned of. Unknown fields are looked for in the first answer of a model, the second,
    the fourth, the eighth and so on: they come with every answer of a server or with none, and to look costs as much as
    to decode.
    """

    MOST_UNKNOWN = 200
    """How many kinds of unknown fields are kept: a server could make up ever new ones."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: dict[type, int] = {}
        self.unknown = 0

    def __call__(self, drift: Drift) -> None:
        """Keep the first of each kind."""
        kind = (drift.model, drift.field)
        if kind in self or (drift.unknown and self.unknown >= self.MOST_UNKNOWN):
            return
        self[kind] = drift
        if drift.unknown:
            self.unknown += 1
        else:
            warn(drift)

    def looks_at(self, into: type) -> bool:
        """Count the answer: whether its number is a power of two."""
        number = self.answers[into] = self.answers.get(into, 0) + 1
        return not number & (number - 1)
