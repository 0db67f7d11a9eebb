"""What came after Airflow 2: for each operation, its query parameters and fields of the body that Airflow 3 brought.

A server that is older would ignore such a parameter in silence, and return the wrong data.
"""

from __future__ import annotations

from collections.abc import Mapping

SINCE: Mapping[str, Mapping[str, str]] = {}
