"""What Airflow 3 brought to the operations on DAGs."""

from __future__ import annotations

from collections.abc import Mapping

SINCE: Mapping[str, Mapping[str, str]] = {}
