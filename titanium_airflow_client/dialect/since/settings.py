"""What Airflow 3 brought to the operations on connections, pools and variables."""

from __future__ import annotations

TEAM = {"team_name": "3.2"}
BULK = {"actions.update_mask": "3.2", "actions.entities.team_name": "3.2"}

SINCE = {
    "bulk_connections": BULK,
    "bulk_pools": BULK,
    "bulk_variables": BULK,
    "get_connections": {"connection_id_pattern": "3.0", "connection_id_prefix_pattern": "3.2.2"},
    "get_pools": {"pool_name_pattern": "3.0", "pool_name_prefix_pattern": "3.2.2"},
    "get_variables": {"variable_key_pattern": "3.0", "variable_key_prefix_pattern": "3.2.2"},
    "patch_connection": TEAM,
    "patch_pool": TEAM,
    "patch_variable": TEAM,
    "post_connection": TEAM,
    "post_pool": TEAM,
    "post_variables": TEAM,
    "test_connection": TEAM,
}
