"""When to send a request again: a value, and one decision without side effects."""

from __future__ import annotations

import re
import time
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any

import msgspec

from .exceptions import ApiConnectionError, ApiException, ApiTimeoutError, ApiTlsError, ApiTypeError

if TYPE_CHECKING:
    from .request import Response


class Retry(msgspec.Struct, frozen=True, kw_only=True):
    """How often, after which pause, and for how long a request that failed is sent again.

    A read is repeated when the connection breaks, the answer ends early or is none of Airflow's, or the status is one
    of `statuses`; not when the server was silent for as long as it may be, since it is still at work. A write is
    repeated only when it cannot have been carried out: the connection was never made, or the server answered 429 or 503
    with `Retry-After`.
    """

    total: int = 3
    """How many times a request is repeated at most; 0 switches retries off."""
    statuses: frozenset[int] = frozenset({429, 502, 503, 504})
    """The statuses after which a read is repeated."""
    methods: frozenset[str] = frozenset({"GET", "HEAD", "OPTIONS"})
    """The methods that may be repeated though the request may have arrived."""
    backoff: float = 0.5
    """Seconds: the longest first pause. It doubles with every try, and a random part of it is waited."""
    cap: float = 30.0
    """Seconds: no pause is longer. When `Retry-After` asks for more, the call fails at once."""
    deadline: float | None = 300.0
    """Seconds for a whole call, with all its requests, repetitions, pauses and a new token; None: as long as it takes.

    The raw form (`..._without_preload_content`) has its response by then; what is read of it later takes its time.
    """

    @classmethod
    def of(cls, value: Any) -> Retry:
        """What `Configuration.retries` may hold: None (the default), a number, a `Retry`, or urllib3's `Retry`."""
        if value is None:
            return DEFAULT
        if isinstance(value, Retry):
            return value
        if isinstance(value, int):
            return cls(total=int(value))
        if hasattr(value, "status_forcelist") and hasattr(value, "backoff_factor"):
            return cls(
                total=value.total if isinstance(value.total, int) else DEFAULT.total if value.total is None else 0,
                statuses=frozenset(value.status_forcelist or DEFAULT.statuses),
                methods=frozenset(value.allowed_methods) if value.allowed_methods else DEFAULT.methods,
                backoff=float(value.backoff_factor) or DEFAULT.backoff,
            )
        raise ApiTypeError(f"retries must be None, a number, a Retry or an urllib3.Retry, not {type(value).__name__}")

    def pause(self, attempt: int, method: str, outcome: Response | ApiException, chance: float) -> float | None:
        """Seconds to wait before the next try; None when there is to be none.

        `attempt` counts from 0, `chance` is a random number from 0 to 1.
        """
        if attempt >= self.total:
            return None
        wanted = None
        if isinstance(outcome, ApiConnectionError):
            too_late = outcome.sent and (method not in self.methods or isinstance(outcome, ApiTimeoutError))
            if too_late or isinstance(outcome, ApiTlsError):
                return None
        elif isinstance(outcome, ApiException):  # an answer came, and it is none of Airflow's
            if method not in self.methods:
                return None
        else:
            wanted = retry_after(outcome.headers.get("Retry-After"))
            told_to = outcome.status in (429, 503) and wanted is not None
            if not told_to and (outcome.status not in self.statuses or method not in self.methods):
                return None
        if wanted is not None:
            return wanted if wanted <= self.cap else None
        return chance * min(self.cap, self.backoff * 2.0**attempt)


DEFAULT = Retry()


def retry_after(value: str | None) -> float | None:
    """The seconds that a `Retry-After` header asks to wait, given as a number or as a date."""
    if not value:
        return None
    if re.fullmatch(r"[0-9]+(\.[0-9]+)?", value.strip()):
        return float(value)
    try:
        return max(0.0, parsedate_to_datetime(value).timestamp() - time.time())
    except (TypeError, ValueError):
        return None
