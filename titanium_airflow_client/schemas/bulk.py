"""Many changes in one request, since Airflow 3.0: what becomes of each, and what to do with what is there or not."""

from __future__ import annotations

from typing import Any, Literal, TypeAlias

from .model import UNSET, Model
from .open_enum import OpenEnum

BulkActionOnExistenceName: TypeAlias = Literal["fail", "skip", "overwrite"]
"""The values of `BulkActionOnExistence`, for editors."""


class BulkActionOnExistence(OpenEnum):
    """What to do when something that is to be made is there already."""

    FAIL = "fail"
    """Tell of it as an error."""
    SKIP = "skip"
    """Leave it as it is."""
    OVERWRITE = "overwrite"
    """Replace it."""


BulkActionNotOnExistenceName: TypeAlias = Literal["fail", "skip"]
"""The values of `BulkActionNotOnExistence`, for editors."""


class BulkActionNotOnExistence(OpenEnum):
    """What to do when something that is to be changed or deleted is not there."""

    FAIL = "fail"
    """Tell of it as an error."""
    SKIP = "skip"
    """Go on without it."""


class BulkActionResponse(Model):
    """What became of one kind of change."""

    success: list[str] | None = UNSET
    """The IDs of what was made, changed or deleted."""
    errors: list[dict[str, Any]] | None = UNSET
    """What went wrong: of each an `error` in words and a `status_code`."""


class BulkResponse(Model):
    """What became of many changes in one request; a kind that was not asked for is null."""

    create: BulkActionResponse | None = UNSET
    """What was made."""
    update: BulkActionResponse | None = UNSET
    """What was changed."""
    delete: BulkActionResponse | None = UNSET
    """What was deleted."""
