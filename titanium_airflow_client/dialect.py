"""All that differs between the APIs of Airflow 2 and 3, and between their releases: the one place that knows.

The user speaks the language of the documented API; a dialect puts a request into the words of the server. So far
there is one, of `/api/v1`. That of `/api/v2` comes in here: another value of `Dialect`, and functions where data does
not do.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from .exceptions import UnsupportedOperation
from .request import Route


class Dialect(msgspec.Struct, frozen=True, kw_only=True):
    """How one generation of the API wants to be spoken to."""

    prefix: str
    """Where its paths begin."""
    airflow: str
    """What people call the releases that speak it."""
    comma_separated: frozenset[str] = frozenset()
    """The list parameters that are one value with commas; all others are repeated."""
    mask_names: Mapping[str, Mapping[str, str]] = {}
    """How an update mask must name fields, by operation, where that is not their name."""
    slashes: frozenset[str] = frozenset()
    """The IDs in paths that may have slashes; of all others that have one, nothing is ever found."""
    media_types: Mapping[str, str] = {}
    """Media types that its document names wrongly, and what the server understands."""

    def path(self, route: Route) -> str:
        """The path of an operation, with its placeholders."""
        path = route.v1 if self is V1 else route.v2
        if path is None:
            raise UnsupportedOperation(f"{route.name} does not exist in {self.airflow}")
        return path

    def value(self, route: Route, name: str, value: Any) -> Any:
        """The value of a query parameter in the server's words."""
        if name != "update_mask" or not (names := self.mask_names.get(route.name)):
            return value
        fields = value.split(",") if isinstance(value, str) else value
        return [names.get(field, field) for field in fields]

    def accept(self, media_types: str) -> str:
        """An `Accept` header that the server understands."""
        for documented, understood in self.media_types.items():
            media_types = media_types.replace(documented, understood)
        return media_types


V1 = Dialect(
    prefix="/api/v1",
    airflow="Airflow 2",
    comma_separated=frozenset({"update_mask", "dag_ids", "included_events", "excluded_events"}),
    mask_names={"patch_variable": {"value": "val"}},
    slashes=frozenset({"uri", "variable_key"}),
    media_types={"plain/text": "text/plain"},
)
