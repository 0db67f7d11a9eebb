"""A child of `os.fork` shares neither connections nor locks with its parent: whoever has some forgets them there."""

from __future__ import annotations

import os
from typing import Protocol
from weakref import WeakSet


class Holder(Protocol):
    """Who has something that belongs to the parent of a fork."""

    def forget(self) -> None:
        """Begin anew, in the child; closes nothing that the parent uses."""
        ...


HOLDERS: WeakSet[Holder] = WeakSet()


def _forget() -> None:
    for holder in list(HOLDERS):
        holder.forget()


if hasattr(os, "register_at_fork"):  # Windows does not fork
    os.register_at_fork(after_in_child=_forget)
