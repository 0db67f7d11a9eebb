"""What Airflow 3 brought to the operations on datasets, and what its releases brought to those on assets."""

from __future__ import annotations

EVENTS = {
    "timestamp_gte": "3.0",
    "timestamp_gt": "3.1",
    "timestamp_lte": "3.0",
    "timestamp_lt": "3.1",
    "name_pattern": "3.2",
    "name_prefix_pattern": "3.2.2",
}
EVENT = {"partition_key": "3.2", "access_control": "3.3"}
RUN = (
    "dag_run_id",
    "logical_date",
    "data_interval_start",
    "data_interval_end",
    "run_after",
    "conf",
    "note",
    "partition_key",
)

SINCE = {
    "create_asset_event": EVENT,
    "create_dataset_event": EVENT,
    "get_asset_aliases": {"name_prefix_pattern": "3.2.2"},
    "get_asset_events": EVENTS,
    "get_assets": {"name_prefix_pattern": "3.2.2", "uri_prefix_pattern": "3.2.2"},
    "get_dataset_events": EVENTS,
    "get_datasets": {
        "name_pattern": "3.0",
        "only_active": "3.0",
        "name_prefix_pattern": "3.2.2",
        "uri_prefix_pattern": "3.2.2",
    },
    "materialize_asset": dict.fromkeys(RUN, "3.2.1"),
}
