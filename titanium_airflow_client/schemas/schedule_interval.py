"""When a DAG runs, and for how long: the three kinds of schedule interval."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from .model import UNSET, Model


class ScheduleInterval(Model, tag_field="__type"):
    """When a DAG runs: a `CronExpression`, a `TimeDelta` or a `RelativeDelta`; `__type` in the API tells which."""

    @property
    def type(self) -> str:
        """The name of the kind, `__type` in the API."""
        return type(self).__name__

    @property
    def actual_instance(self) -> ScheduleInterval:
        """This value itself: clients of other generators reach through a wrapper of this name."""
        return self

    @classmethod
    def from_dict(cls, obj: Any) -> Any:
        """The schedule interval of these fields; `__type` says of which kind."""
        kinds = {kind.__name__: kind for kind in (CronExpression, TimeDelta, RelativeDelta)}
        if cls is ScheduleInterval and isinstance(obj, dict) and obj.get("__type") in kinds:
            return kinds[obj["__type"]].from_dict(obj)
        return super().from_dict(obj)


class CronExpression(ScheduleInterval, tag="CronExpression"):
    """A schedule as a cron expression or a preset; `Dataset` when datasets trigger the DAG."""

    value: str | None = UNSET
    """The expression, such as `0 0 * * *` or `@daily`."""


class TimeDelta(ScheduleInterval, tag="TimeDelta"):
    """A fixed duration: a schedule, a timeout or a delay."""

    days: int | None = UNSET
    """Whole days."""
    seconds: int | None = UNSET
    """Seconds beyond the days."""
    microseconds: int | None = UNSET
    """Microseconds beyond the seconds."""

    def to_timedelta(self) -> timedelta:
        """The same duration as Python's own type."""
        return timedelta(self.days or 0, self.seconds or 0, self.microseconds or 0)


class RelativeDelta(ScheduleInterval, tag="RelativeDelta"):
    """A duration in calendar terms, as dateutil's `relativedelta`; a singular field replaces, a plural one adds."""

    years: int | None = UNSET
    """Years to add."""
    months: int | None = UNSET
    """Months to add."""
    days: int | None = UNSET
    """Days to add."""
    leapdays: int | None = UNSET
    """Days to add in a leap year, after February 28."""
    hours: int | None = UNSET
    """Hours to add."""
    minutes: int | None = UNSET
    """Minutes to add."""
    seconds: int | None = UNSET
    """Seconds to add."""
    microseconds: int | None = UNSET
    """Microseconds to add."""
    year: int | None = UNSET
    """The year to set."""
    month: int | None = UNSET
    """The month to set."""
    day: int | None = UNSET
    """The day of the month to set."""
    hour: int | None = UNSET
    """The hour to set."""
    minute: int | None = UNSET
    """The minute to set."""
    second: int | None = UNSET
    """The second to set."""
    microsecond: int | None = UNSET
    """The microsecond to set."""
