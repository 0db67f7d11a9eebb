"""A schedule in the words of either generation: intervals and summaries, expressions of datasets and of assets."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from .schedule_interval import CronExpression, RelativeDelta, TimeDelta

PRESETS = {
    "@hourly": "0 * * * *",
    "@daily": "0 0 * * *",
    "@weekly": "0 0 * * 0",
    "@monthly": "0 0 1 * *",
    "@quarterly": "0 0 1 */3 *",
    "@yearly": "0 0 1 1 *",
}
"""What Airflow 3 makes of the presets before it tells them."""

_duration = re.compile(r"(?:(-?\d+) days?, )?(\d+):(\d\d):(\d\d)(?:\.(\d{6}))?").fullmatch
_part = re.compile(r"(\w+)=([+-]?\d+)").findall


def interval_of(summary: str | None) -> CronExpression | TimeDelta | RelativeDelta | None:
    """The schedule interval that Airflow 2 would tell, where the summary says enough."""
    summary = summary or ""
    if summary == "Asset" or summary.startswith("Asset or "):
        return CronExpression(value=summary.replace("Asset", "Dataset", 1))
    if summary.startswith("@") or len(summary.split()) in (5, 6):
        return CronExpression(value=summary)
    if found := _duration(summary):
        days, hours, minutes, seconds, microseconds = (int(part or 0) for part in found.groups())
        return TimeDelta(days=days, seconds=hours * 3600 + minutes * 60 + seconds, microseconds=microseconds)
    if summary.startswith("relativedelta("):
        plural = {name: 0 for name in RelativeDelta.__struct_fields__ if name.endswith("s")}
        singular = {name: None for name in RelativeDelta.__struct_fields__ if not name.endswith("s")}
        given = {name: int(value) for name, value in _part(summary)}
        return RelativeDelta(**{**plural, **singular, **given})
    return None


def summary_of(schedule: CronExpression | TimeDelta | RelativeDelta | None) -> str | None:
    """What Airflow 3 would say of a schedule interval."""
    if isinstance(schedule, TimeDelta):
        return str(schedule.to_timedelta())
    if isinstance(schedule, RelativeDelta):
        given = {name: getattr(schedule, name) for name in schedule.__struct_fields__}
        signed = [f"{name}={value:+d}" for name, value in given.items() if name.endswith("s") and value]
        fixed = [f"{name}={value}" for name, value in given.items() if not name.endswith("s") and value is not None]
        return f"relativedelta({', '.join(signed + fixed)})"
    value = schedule.value if schedule is not None else None
    if value and value.startswith("Dataset"):
        return value.replace("Dataset", "Asset", 1)
    return PRESETS.get(value or "", value)


def as_datasets(expression: Any) -> Any:
    """What Airflow 2 would tell of the assets that a DAG waits for: their URIs."""
    if isinstance(expression, dict):
        match expression:
            case {"asset": {"uri": str(uri)}}:
                return uri
            case {"alias": {"name": str(name)}}:
                return {"alias": name}
        return {name: as_datasets(value) for name, value in expression.items()}
    return [as_datasets(value) for value in expression] if isinstance(expression, list) else expression


def as_assets(expression: Any) -> Any:
    """What Airflow 3 would tell of the datasets that a DAG waits for, as far as Airflow 2 knows it."""
    if isinstance(expression, dict):
        match expression:
            case {"alias": str(name)}:
                return {"alias": {"name": name}}
        return {name: as_assets(value) for name, value in expression.items()}
    if isinstance(expression, list):
        return [as_assets(value) for value in expression]
    return {"asset": {"uri": expression}} if isinstance(expression, str) else expression


def as_time_delta(duration: Any) -> Any:
    """A duration as Airflow 2 tells it."""
    if isinstance(duration, timedelta):
        return TimeDelta(days=duration.days, seconds=duration.seconds, microseconds=duration.microseconds)
    return duration
