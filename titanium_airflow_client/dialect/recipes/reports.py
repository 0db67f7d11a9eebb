"""What Airflow 3 tells in pages, and Airflow 2 at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ...engine import Call
    from ...exchange import Flow
    from ...request import Response


def get_providers(call: Call) -> Flow[Response]:
    """All pages, unless one is asked for."""
    if call.stream or any(value is not None for value in call.request.query.values()):
        response = yield from call.direct()
        return response
    found: list[Any] = []
    while True:
        page = yield from call.ask("GET", "/providers", {"limit": 100, "offset": len(found)})
        found += page["providers"]
        if not page["providers"] or len(found) >= page["total_entries"]:
            return call.result({"providers": found, "total_entries": len(found)})
