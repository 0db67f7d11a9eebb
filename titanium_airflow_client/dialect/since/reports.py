"""What Airflow 3 brought to the operations that only tell."""

from __future__ import annotations

from collections.abc import Mapping

SINCE: Mapping[str, Mapping[str, str]] = {
    "get_event_logs": {
        "dag_id_pattern": "3.1",
        "task_id_pattern": "3.1",
        "run_id_pattern": "3.1",
        "owner_pattern": "3.1",
        "event_pattern": "3.1",
        "dag_id_prefix_pattern": "3.2.2",
        "task_id_prefix_pattern": "3.2.2",
        "run_id_prefix_pattern": "3.2.2",
        "owner_prefix_pattern": "3.2.2",
        "event_prefix_pattern": "3.2.2",
    },
    "get_import_errors": {
        "filename_pattern": "3.1",
        "filename_prefix_pattern": "3.2.2",
        "filename": "3.3",
        "bundle_name": "3.3",
    },
    "get_jobs": {
        "start_date_gt": "3.1",
        "start_date_lt": "3.1",
        "end_date_gt": "3.1",
        "end_date_lt": "3.1",
    },
    "get_providers": {"limit": "3.0", "offset": "3.0"},
}
