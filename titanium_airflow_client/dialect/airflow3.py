"""`/api/v2`, the API of Airflow 3: the same questions in other words."""

from __future__ import annotations

from typing import Any

from ..exceptions import UnsupportedOperation
from . import Change, Dialect


def clear_task_instances(fields: dict[str, Any]) -> dict[str, Any]:
    """Airflow 3 has no SubDAGs, and resets DAG runs unless told not to."""
    for name in ("include_subdags", "include_parentdag"):
        if fields.pop(name, None):
            raise UnsupportedOperation(f"{name}: Airflow 3 has no SubDAGs")
    return {"reset_dag_runs": False, **fields}


AIRFLOW_3 = Dialect(
    generation=3,
    changes={
        "get_dags": Change(query={"only_active": "exclude_stale"}),
        "post_clear_task_instances": Change(body=clear_task_instances),
    },
    renamed={
        "execution_date_gte": "logical_date_gte",
        "execution_date_lte": "logical_date_lte",
    },
    defaults={"limit": 100},
    recipes={
        "get_dag_source": "dags",
        "get_tasks": "dags",
        "patch_dags": "dags",
        "post_set_task_instances_state": "dags",
    },
    slashes=frozenset({"variable_key"}),
    media_types={"plain/text": "text/plain"},
)
