"""What Airflow 3 brought to the operations on DAGs."""

from __future__ import annotations

from collections.abc import Mapping

SINCE: Mapping[str, Mapping[str, str]] = {
    "get_dag_source": {"version_number": "3.0"},
    "get_dag_tags": {"tag_name_prefix_pattern": "3.2.2"},
    "get_dags": {
        "tags_match_mode": "3.0",
        "owners": "3.0",
        "dag_display_name_pattern": "3.0",
        "last_dag_run_state": "3.0",
        "dag_run_state": "3.0",
        "dag_run_start_date_gte": "3.0",
        "dag_run_start_date_lte": "3.0",
        "dag_run_end_date_gte": "3.0",
        "dag_run_end_date_lte": "3.0",
        "dag_run_start_date_gt": "3.1",
        "dag_run_start_date_lt": "3.1",
        "dag_run_end_date_gt": "3.1",
        "dag_run_end_date_lt": "3.1",
        "has_import_errors": "3.1",
        "bundle_name": "3.1",
        "bundle_version": "3.1",
        "has_asset_schedule": "3.1",
        "asset_dependency": "3.1",
        "is_favorite": "3.1",
        "timetable_type": "3.2",
        "dag_id_prefix_pattern": "3.2.2",
        "dag_display_name_prefix_pattern": "3.2.2",
    },
    "patch_dags": {
        "tags_match_mode": "3.0",
        "owners": "3.0",
        "paused": "3.0",
        "dag_id_prefix_pattern": "3.2.2",
    },
    "post_clear_task_instances": {"run_on_latest_version": "3.1", "prevent_running_task": "3.2", "note": "3.3"},
}
