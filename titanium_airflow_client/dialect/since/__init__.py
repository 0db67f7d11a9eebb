"""What came after Airflow 2: for each operation, its query parameters and fields of the body that Airflow 3 brought.

A server that is older would ignore such a parameter in silence, and return the wrong data. One domain per file.
"""

from __future__ import annotations

from collections.abc import Mapping

from . import assets, dag_runs, dags, reports, settings, task_instances

SINCE: Mapping[str, Mapping[str, str]] = {
    **assets.SINCE,
    **dags.SINCE,
    **settings.SINCE,
    **dag_runs.SINCE,
    **reports.SINCE,
    **task_instances.SINCE,
}
"""By operation and by name: the release that brought it."""
