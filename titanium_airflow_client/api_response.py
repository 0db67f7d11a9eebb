"""An answer with everything that came with it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic, TypeVar

import msgspec

T = TypeVar("T")


class ApiResponse(msgspec.Struct, Generic[T], frozen=True):
    """What `..._with_http_info` returns."""

    status_code: int
    """The HTTP status."""
    headers: Mapping[str, str]
    """The headers, by name in any case of letters."""
    data: T
    """The decoded answer: what the plain form returns."""
    raw_data: bytes
    """The answer as it came, with the fields that no model knows."""

    def __repr__(self) -> str:
        # no headers and no raw data: cookies and passwords are in them
        return f"ApiResponse(status_code={self.status_code}, data={self.data!r}, {len(self.raw_data)} bytes)"
