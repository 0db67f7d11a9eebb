"""What Airflow 3 brought to the operations on task instances and XComs."""

from __future__ import annotations

from collections.abc import Mapping


def after(release: str, *names: str) -> dict[str, str]:
    """These names, all of one release."""
    return dict.fromkeys(names, release)


RANGES = after(
    "3.1",
    *(
        f"{name}_{end}"
        for name in ("run_after", "logical_date", "start_date", "end_date", "duration")
        for end in ("gt", "lt")
    ),
)
LISTED = {
    **after("3.0", "run_after_gte", "run_after_lte", "version_number"),
    **RANGES,
    **after("3.1", "updated_at_gt", "updated_at_lt", "try_number", "operator", "map_index"),
    **after("3.2", "pool_name_pattern", "queue_name_pattern", "operator_name_pattern"),
    **after(
        "3.2.2",
        "pool_name_prefix_pattern",
        "queue_name_prefix_pattern",
        "operator_name_prefix_pattern",
        "rendered_map_index_pattern",
        "rendered_map_index_prefix_pattern",
    ),
}
CHANGE = after("3.0", "note", "include_upstream", "include_downstream", "include_future", "include_past", "update_mask")
XCOMS = [f"{name}_{end}" for name in ("logical_date", "run_after") for end in ("gte", "lte", "gt", "lt")]

SINCE: Mapping[str, Mapping[str, str]] = {
    "bulk_task_instances": after(
        "3.2", "actions.update_mask", "actions.entities.dag_id", "actions.entities.dag_run_id"
    ),
    "get_task_instances": {
        **LISTED,
        **after("3.0", "task_id", "task_display_name_pattern", "order_by"),
        "task_group_id": "3.1.6",
        **after("3.2", "dag_id_pattern", "run_id_pattern"),
        **after(
            "3.2.2", "dag_id_prefix_pattern", "run_id_prefix_pattern", "task_display_name_prefix_pattern", "cursor"
        ),
    },
    "get_mapped_task_instances": LISTED,
    "get_task_instances_batch": {**RANGES, **after("3.0", "run_after_gte", "run_after_lte", "order_by")},
    "get_extra_links": {"try_number": "3.2.2"},
    "get_task_instance_dependencies": {"map_index": "3.0"},
    "get_task_instance_tries": {"map_index": "3.0"},
    "get_task_instance_try_details": {"map_index": "3.0"},
    "patch_task_instance": {**CHANGE, "map_index": "3.0"},
    "patch_mapped_task_instance": CHANGE,
    "get_hitl_details": after("3.2.2", "dag_id_prefix_pattern", "task_id_prefix_pattern"),
    "get_xcom_entries": {
        **after("3.1", *XCOMS, "xcom_key_pattern", "dag_display_name_pattern", "run_id_pattern", "task_id_pattern"),
        "map_index_filter": "3.1",
        **after(
            "3.2.2",
            "xcom_key_prefix_pattern",
            "dag_display_name_prefix_pattern",
            "run_id_prefix_pattern",
            "task_id_prefix_pattern",
            "order_by",
        ),
    },
}
