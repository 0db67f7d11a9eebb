"""The values of `examples` for what only Airflow 3 has."""

from __future__ import annotations

BACKFILL = '{"dag_id": "linear", "from_date": "2024-02-01T00:00:00Z", "to_date": "2024-02-03T00:00:00Z"}'
PATCH = 'PatchTaskInstanceBody(new_state="success")'

VALUES = {
    "airflow_connection_test_token": '"the-token-of-a-test"',
    "asset_alias_id": "1",
    "asset_id": "1",
    "asset_state_store_body": 'AssetStateStoreBody(value={"rows": 42})',
    "backfill_id": "1",
    "backfill_post_body": BACKFILL,
    "bulk_body_bulk_dag_run_body": (
        "BulkBodyBulkDAGRunBody(actions=[BulkUpdateActionBulkDAGRunBody("
        'entities=[BulkDAGRunBody(dag_run_id="manual__2024-02-29T12:00:00+00:00", note="checked by hand")])])'
    ),
    "bulk_body_bulk_task_instance_body": (
        "BulkBodyBulkTaskInstanceBody(actions=[BulkUpdateActionBulkTaskInstanceBody("
        'entities=[BulkTaskInstanceBody(task_id="extract", note="checked by hand")])])'
    ),
    "bulk_dag_run_clear_body": (
        'BulkDAGRunClearBody(dag_runs=[BulkDAGRunBody(dag_run_id="manual__2024-02-29T12:00:00+00:00")], dry_run=True)'
    ),
    "clear_partitions_body": 'ClearPartitionsBody(partition_key="north", dry_run=True)',
    "connection_test_request_body": (
        'ConnectionTestRequestBody(connection_id="warehouse", conn_type="postgres", host="db.example.com")'
    ),
    "create_asset_events_body": 'CreateAssetEventsBody(asset_id=1, extra={"rows": 42})',
    "group_id": '"large"',
    "interval": "2.0",
    "key": '"cursor"',
    "login_body": 'LoginBody(username="grace", password="nine grey pelicans")',
    "patch_task_instance_body": PATCH,
    "task_state_store_body": 'TaskStateStoreBody(value={"rows": 42})',
    "task_state_store_patch_body": 'TaskStateStorePatchBody(value={"rows": 43})',
    "try_number": "1",
    "update_hitl_detail_payload": 'UpdateHITLDetailPayload(chosen_options=["Approve"])',
    "version_number": "1",
    "x_com_create_body": 'XComCreateBody(key="rows", value=42)',
    "x_com_update_body": "XComUpdateBody(value=43)",
}
"""The value of a parameter, as Python."""

GROUP = {"dag_id": '"branching"'}
ASKED = {"dag_id": '"approval"', "task_id": '"ask"', "map_index": "-1"}
CALLS: dict[str, dict[str, str]] = {
    "bulk_connections": {
        "bulk_body": 'BulkBodyConnectionBody(actions=[BulkDeleteActionConnectionBody(entities=["warehouse"])])'
    },
    "bulk_pools": {
        "bulk_body": (
            'BulkBodyPoolBody(actions=[BulkCreateActionPoolBody(entities=[Pool(name="warehouse", slots=4)])])'
        )
    },
    "bulk_variables": {
        "bulk_body": (
            "BulkBodyVariableBody(actions=[BulkCreateActionVariableBody("
            'entities=[Variable(key="region", value="north")])])'
        )
    },
    "get_hitl_detail": ASKED,
    "get_hitl_detail_try_detail": ASKED,
    "get_hitl_details": {"dag_id": '"~"', "dag_run_id": '"~"'},
    "patch_task_group_instances": GROUP,
    "patch_task_group_instances_dry_run": GROUP,
    "update_hitl_detail": ASKED,
}
"""Arguments of one operation that are others, or that it need not have."""
