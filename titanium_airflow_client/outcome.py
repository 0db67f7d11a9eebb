"""What became of many things that were done at once: one entry for each, in the order in which they were given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast, overload

import msgspec

from .exceptions import ApiValueError, SomeFailed
from .exchange import Flow, Together

if TYPE_CHECKING:
    from typing_extensions import Self

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


class Outcome(msgspec.Struct, Generic[K, T], frozen=True):
    """What became of one of them."""

    key: K
    """Which one."""
    result: T | None = None
    """What the operation returned; None where it returns nothing, or failed."""
    error: Exception | None = None
    """Why it failed; None where it did not."""


class Outcomes(Sequence[Outcome[K, T]]):
    """What became of each, in the order in which they were given."""

    def __init__(self, entries: Iterable[Outcome[K, T]]) -> None:
        self._entries = tuple(entries)

    @property
    def succeeded(self) -> dict[K, T | None]:
        """What was done, with what the operation returned."""
        return {one.key: one.result for one in self._entries if one.error is None}

    @property
    def failed(self) -> dict[K, Exception]:
        """What was not done, with its error."""
        return {one.key: one.error for one in self._entries if one.error is not None}

    def raise_for_errors(self) -> Self:
        """Raise `SomeFailed` if anything failed; returns itself, so that it can be chained."""
        if self.failed:
            raise SomeFailed(cast("Outcomes[Any, Any]", self))
        return self

    @overload
    def __getitem__(self, index: int) -> Outcome[K, T]: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Outcome[K, T]]: ...
    def __getitem__(self, index: int | slice) -> Outcome[K, T] | Sequence[Outcome[K, T]]:
        return self._entries[index]

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Outcome[K, T]]:
        return iter(self._entries)

    def __repr__(self) -> str:
        return f"<Outcomes: {len(self) - len(self.failed)} of {len(self)} succeeded>"


def each(
    flows: Mapping[K, Flow[T]], concurrency: int, on_done: Callable[[Outcome[K, T]], object] | None = None
) -> Flow[Outcomes[K, T]]:
    """Several flows at once, at most `concurrency` of them; `on_done` hears of each as soon as it is over."""
    if concurrency < 1:
        raise ApiValueError(f"concurrency must be a number from 1 on, not {concurrency!r}")
    entries = yield Together([one(key, flow, on_done) for key, flow in flows.items()], concurrency)
    for entry in entries:
        if isinstance(entry, Exception):  # of on_done: errors of operations are in their entries
            raise entry
    return Outcomes(entries)


def one(key: K, flow: Flow[T], on_done: Callable[[Outcome[K, T]], object] | None) -> Flow[Outcome[K, T]]:
    """The outcome of a flow, whatever it is."""
    outcome: Outcome[K, T]
    try:
        outcome = Outcome(key, (yield from flow))
    except Exception as error:  # noqa: BLE001 - it is what became of this one
        outcome = Outcome(key, None, error)
    if on_done is not None:
        on_done(outcome)
    return outcome


def distinct(name: str, keys: Iterable[K]) -> list[K]:
    """The keys as a list; one that is there twice is refused, because it has but one outcome."""
    listed = [cast("K", keys)] if isinstance(keys, str) else list(keys)
    if twice := [key for key, times in Counter(listed).items() if times > 1]:
        raise ApiValueError(f"{name} has these more than once: {', '.join(map(str, twice))}")
    return listed
