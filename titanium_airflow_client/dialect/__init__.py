"""All that differs between the APIs of Airflow 2 and 3, and between their releases: the one place that knows.

The user speaks the language of the documented API; a dialect puts a request into the words of the server. Most of it is
data (`airflow2`, `airflow3`). What takes more than other words, such as a second request, is a recipe (`recipes`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import cache
from importlib import import_module
from typing import Any

import msgspec

from ..exceptions import ApiValueError, BadRequestException, UnsupportedOperation
from ..request import Request, Route
from ..schemas.error import Error
from ..schemas.model import UNSET, Model, items_of
from .since import SINCE


class Change(msgspec.Struct, frozen=True, kw_only=True):
    """How one operation must be asked for, where its name, its path and its parameters do not say it."""

    query: Mapping[str, str | None] = {}
    """Other names of query parameters; None for what the server does not know and is done, or refused, here."""
    values: Mapping[str, Callable[[Any], Any]] = {}
    """What becomes of the value of a query parameter (by its name in our language)."""
    orders: Mapping[str, str | None] = {}
    """Other names of what `order_by` sorts by; None for what the server cannot sort by."""
    defaults: Mapping[str, Any] = {}
    """Query parameters that are sent where the caller leaves them out, so that it means the same."""
    words: Callable[[dict[str, Any]], dict[str, Any]] | None = None
    """What becomes of all query parameters, in the server's words."""
    body: Callable[[dict[str, Any]], dict[str, Any]] | None = None
    """What becomes of the fields of the body."""
    cursors: frozenset[str] = frozenset()
    """What a list may be sorted by for its cursors to lose nothing: what is always set, and never changes."""
    only_offsets: Callable[[Mapping[str, object]], bool] | None = None
    """For which paths there are no cursors, though the operation has them."""
    instead: str = ""
    """What to do where the server no longer has the operation, as the end of a sentence."""


class Dialect(msgspec.Struct, frozen=True, kw_only=True):
    """How one generation of the API wants to be spoken to."""

    generation: int
    """The major release of Airflow."""
    changes: Mapping[str, Change] = {}
    """What differs, by operation."""
    renamed: Mapping[str, str] = {}
    """Other names of query parameters, in every operation."""
    defaults: Mapping[str, Any] = {}
    """Query parameters that are sent where an operation has them and the caller leaves them out."""
    recipes: Mapping[str, str] = {}
    """Operations that take more than other words, and the module of `recipes` that has the function of that name."""
    comma_separated: frozenset[str] = frozenset()
    """The list parameters that are one value with commas; all others are repeated."""
    mask_names: Mapping[str, Mapping[str, str]] = {}
    """How an update mask must name fields, by operation, where that is not their name."""
    slashes: frozenset[str] = frozenset()
    """The IDs in paths that may have slashes; of all others that have one, nothing is ever found."""
    media_types: Mapping[str, str] = {}
    """Media types that its document names wrongly, and what the server understands."""
    outside: tuple[str, ...] = ()
    """How paths begin that are not below the prefix: those of the part that knows users."""
    projects_since: str | None = None
    """The release since which the server itself returns only the `fields` that are asked for; None where none does."""

    @property
    def prefix(self) -> str:
        """Where its paths begin."""
        return PREFIXES[self.generation]

    def address(self, target: str) -> str:
        """A path with its query, from the root of the server."""
        return target if target.startswith(self.outside) else self.prefix + target

    def path(self, route: Route, release: tuple[int, ...]) -> str:
        """The path of an operation, with its placeholders. What the server does not have is refused, by name."""
        path = route.v1 if self.generation == 2 else route.v2
        if path is None:
            instead = self.changes.get(route.name, NO_CHANGE).instead
            if self.generation == 2:
                instead = f"it needs Airflow {route.since or '3.0'}"
            reason = f"{route.name} does not exist in Airflow {self.generation}"
            raise UnsupportedOperation(f"{reason}; {instead}" if instead else reason)
        if route.v1 is None and release and release < number(route.since):
            raise UnsupportedOperation(
                f"{route.name} exists since Airflow {route.since}, and the server is {'.'.join(map(str, release))}"
            )
        return path

    def projects(self, release: tuple[int, ...]) -> bool:
        """Whether the server itself returns only the `fields` that are asked for."""
        return self.projects_since is not None and (not release or release >= number(self.projects_since))

    def recipe(self, route: Route) -> Any:
        """The function that carries out an operation which takes more than other words; None for most."""
        module = self.recipes.get(route.name)
        return None if module is None else getattr(import_module(f"{__name__}.recipes.{module}"), route.name)

    def query(self, route: Route, request: Request[Any], release: tuple[int, ...]) -> dict[str, Any]:
        """The query parameters in the server's words, None among them for what the caller left out."""
        change = self.changes.get(route.name, NO_CHANGE)
        words: dict[str, Any] = {}
        for name, given in request.query.items():
            if name == "limit" and given == 0 and route.v1 is not None:
                given = None  # to Airflow 2, 0 is as many as without a limit
            value: Any = change.defaults.get(name, self.defaults.get(name)) if given is None else given
            if value is None:
                continue
            if name == "fields" and not self.projects(release):
                check_fields(route, request.into, value)
                continue
            if given is not None:
                require(route, name, SINCE.get(route.name, NOTHING).get(name, ""), release)
            wanted = change.query.get(name, self.renamed.get(name, name))
            if wanted is None:
                raise UnsupportedOperation(f"{route.name}: Airflow {self.generation} has no {name}")
            if name == "update_mask":
                value = self.mask(route, request, value)
            if name in change.values:
                value = change.values[name](value)
            elif name == "order_by":
                value = self.order(route, value, release)
            elif isinstance(value, str) and name.endswith(TIMES):
                value = with_zone(value)
            words[wanted] = value
        return change.words(words) if change.words else words

    def knows(self, route: Route, name: str, release: tuple[int, ...]) -> bool:
        """Whether the server takes a query parameter of an operation."""
        since = SINCE.get(route.name, NOTHING).get(name, "")
        old = bool(since) and release < number(since)
        return not old and self.changes.get(route.name, NO_CHANGE).query.get(name, name) is not None

    def has_cursors(self, route: Route, request: Request[Any], release: tuple[int, ...]) -> bool:
        """Whether the pages of a list can be asked for by cursor."""
        change = self.changes.get(route.name, NO_CHANGE)
        if not change.cursors or not self.knows(route, "cursor", release):
            return False
        order: Any = request.query.get("order_by") or ()
        keys = {key.removeprefix("-") for key in ([order] if isinstance(order, str) else order)}
        return keys <= change.cursors and not (change.only_offsets and change.only_offsets(request.path))

    def order(self, route: Route, order_by: str | Iterable[str], release: tuple[int, ...]) -> str | list[str]:
        """What to sort by in the server's words; several keys only where it knows more than one."""
        keys = [order_by] if isinstance(order_by, str) else list(order_by)
        if len(keys) > 1:
            require(route, "order_by with several keys", "3.1", release)
        orders = self.changes.get(route.name, NO_CHANGE).orders
        words = []
        for key in keys:
            name = key.removeprefix("-")
            wanted = orders.get(name, name)
            if wanted is None:
                raise UnsupportedOperation(f"{route.name}: Airflow {self.generation} cannot sort by {name}")
            words.append(key.replace(name, wanted) if wanted != name else key)
        return words[0] if len(words) == 1 else words

    def mask(self, route: Route, request: Request[Any], asked: str | Iterable[str]) -> list[str]:
        """The fields to update in the server's words; one that no body has is refused where it would be ignored."""
        fields = [field.strip() for field in (asked.split(",") if isinstance(asked, str) else asked)]
        known = getattr(request.body_type, "__struct_encode_fields__", fields)
        if self.generation > 2 and (unknown := [field for field in fields if field not in known]):
            raise refused(route.name, f"update_mask has {', '.join(unknown)}; there are: {', '.join(known)}")
        names = self.mask_names.get(route.name, NOTHING)
        return [names.get(field, field) for field in fields]

    def body(self, route: Route, fields: Any, release: tuple[int, ...]) -> Any:
        """The fields of a body in the server's words."""
        change, since = self.changes.get(route.name, NO_CHANGE), SINCE.get(route.name, NOTHING)
        if not (change.body or since):
            return fields
        if isinstance(fields, Model):
            fields = {
                wire: value
                for name, wire in zip(fields.__struct_fields__, fields.__struct_encode_fields__)
                if (value := getattr(fields, f"_{name}")) is not UNSET
            }
        self.check(route, fields, release)
        return change.body(fields) if change.body else fields

    def check(self, route: Route, fields: Any, release: tuple[int, ...]) -> None:
        """Refuse the fields of a body that the server is too old for; `actions.update_mask` is one within others."""
        for name, since in SINCE.get(route.name, NOTHING).items():
            if is_set(fields, name.split(".")):
                require(route, name, since, release)

    def accept(self, media_types: str) -> str:
        """An `Accept` header that the server understands."""
        for documented, understood in self.media_types.items():
            media_types = media_types.replace(documented, understood)
        return media_types


def check_fields(route: Route, into: type[Model], fields: Iterable[str]) -> None:
    """Refuse fields that no answer has, as Airflow 2 does; they are picked from the answer here."""
    within = items_of(into)
    known = (within[1] if within else into).__struct_fields__
    if unknown := sorted(set(fields) - set(known)):
        raise refused(route.name, f"there is no field {', '.join(unknown)}; there are: {', '.join(known)}")


def refused(operation: str, detail: str) -> BadRequestException:
    """What Airflow 2 says of such an argument, said here: Airflow 3 would ignore it, or fail."""
    problem = Error(status=400, title="Bad Request", detail=detail)
    return BadRequestException(400, "Bad Request", data=problem, call=f"{operation}, before anything was sent")


def is_set(fields: Any, names: list[str]) -> bool:
    """Whether a field of a body is set, however deep it lies."""
    if not names:
        return True
    if isinstance(fields, list):
        return any(is_set(item, names) for item in fields)
    return isinstance(fields, (dict, Model)) and names[0] in fields and is_set(fields[names[0]], names[1:])


def with_zone(moment: str) -> Any:
    """A date as text; without a time zone it is meant in UTC. Airflow 2 refuses that, and some of Airflow 3 fails."""
    try:
        return datetime.fromisoformat(moment)  # what is sent for a naive one is aware
    except ValueError:
        return moment


TIMES = ("_gte", "_gt", "_lte", "_lt", "before", "after")
"""How the names of query parameters end that take a date."""
PREFIXES = {2: "/api/v1", 3: "/api/v2"}
"""Where the paths of each generation begin."""
NO_CHANGE = Change()
NOTHING: Mapping[str, str] = {}


def require(route: Route, name: str, since: str, release: tuple[int, ...]) -> None:
    """Refuse what the server is too old for: it would ignore it, or fail."""
    if since and release < number(since):
        have = ".".join(map(str, release)) or "Airflow 2"
        raise UnsupportedOperation(f"{route.name}: {name} exists since Airflow {since}, and the server is {have}")


@cache
def number(release: str) -> tuple[int, ...]:
    """A release as numbers, `3.1.8` as (3, 1, 8); what follows them, such as `b1`, does not count."""
    parts = []
    for part in release.split(".")[:3]:
        digits = part[: len(part) - len(part.lstrip("0123456789"))]
        if not digits:
            break
        parts.append(int(digits))
        if digits != part:
            break
    return tuple(parts)


@cache
def of(generation: int) -> Dialect:
    """The dialect of a generation; that of Airflow 3 is loaded when first needed."""
    if generation == 2:
        from .airflow2 import AIRFLOW_2

        return AIRFLOW_2
    if generation == 3:
        from .airflow3 import AIRFLOW_3

        return AIRFLOW_3
    raise ApiValueError(f"there is no Airflow {generation}")
