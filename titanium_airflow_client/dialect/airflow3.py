"""`/api/v2`, the API of Airflow 3: the same questions in other words, and what came with each release."""

from __future__ import annotations

from typing import Any

from . import Change, Dialect


def order(value: str | list[str]) -> Any:
    """Sort keys by the names that Airflow 3 has for them."""
    keys = [value] if isinstance(value, str) else value
    names = [key.replace("execution_date", "logical_date") for key in keys]
    return names[0] if isinstance(value, str) else names


CHANGES = {
    "get_dags": Change(query={"only_active": "exclude_stale"}),
}

AIRFLOW_3 = Dialect(
    generation=3,
    changes=CHANGES,
    renamed={
        "execution_date_gte": "logical_date_gte",
        "execution_date_lte": "logical_date_lte",
    },
    defaults={"limit": 100},
    recipes={
        "get_dag_source": "dags",
        "patch_dags": "dags",
        "post_clear_task_instances": "dags",
        "post_set_task_instances_state": "dags",
    },
    slashes=frozenset({"variable_key"}),
    media_types={"plain/text": "text/plain"},
)
