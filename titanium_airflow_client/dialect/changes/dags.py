"""How Airflow 3 must be asked about DAGs and their tasks."""

from __future__ import annotations

from typing import Any

from ...exceptions import UnsupportedOperation
from .. import Change, refused


def clear_task_instances(fields: dict[str, Any]) -> dict[str, Any]:
    """Airflow 3 has no SubDAGs, and resets DAG runs unless told not to."""
    for name in ("include_subdags", "include_parentdag"):
        if fields.pop(name, None):
            raise UnsupportedOperation(f"{name}: Airflow 3 has no SubDAGs")
    if fields.get("only_failed", True) and fields.get("only_running"):  # Airflow 3.0 fails over it: 500
        raise refused("post_clear_task_instances", "only_failed and only_running both are set to True")
    return {"reset_dag_runs": False, **fields}


def literally(pattern: str) -> str:
    """To Airflow 3 a tilde alone stands for anything, and a bar between two patterns for either of them."""
    return "%~" if pattern == "~" else pattern.replace("|", "_")


CHANGES = {
    "get_dags": Change(query={"only_active": "exclude_stale"}, values={"dag_id_pattern": literally}),
    "patch_dags": Change(query={"only_active": "exclude_stale"}),
    "post_clear_task_instances": Change(body=clear_task_instances),
}

RECIPES = {
    "get_dag_source": "dags",
    "get_tasks": "dags",
    "patch_dags": "dags",
    "post_set_task_instances_state": "dags",
    "reparse_dag_file": "dags",
}
