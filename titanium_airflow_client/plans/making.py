"""What is needed to make a plan, and again to apply it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

import msgspec

from ..exchange import Flow, Together

T = TypeVar("T")


class Making(msgspec.Struct, frozen=True):
    """Who is asked, and for what."""

    client: Any
    request: dict[str, Any]
    """What was asked for, as plain values."""
    concurrency: int
    options: Any
    """The `CallOptions` of each call."""


def all_of(flows: Sequence[Flow[T]], concurrency: int) -> Flow[list[T]]:
    """What each returned; the first error of any ends it."""
    found = yield Together(flows, concurrency)
    for one in found:
        if isinstance(one, Exception):
            raise one
    return list(found)
