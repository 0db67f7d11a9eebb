"""`/api/v2`, the API of Airflow 3: the same questions in other words."""

from __future__ import annotations

from . import Dialect
from .changes import assets, dag_runs, dags, reports, settings, task_instances, users

AIRFLOW_3 = Dialect(
    generation=3,
    changes={
        **assets.CHANGES,
        **dags.CHANGES,
        **settings.CHANGES,
        **users.CHANGES,
        **dag_runs.CHANGES,
        **reports.CHANGES,
        **task_instances.CHANGES,
    },
    renamed={
        "execution_date_gte": "logical_date_gte",
        "execution_date_lte": "logical_date_lte",
    },
    defaults={"limit": 100},
    recipes={
        **assets.RECIPES,
        **dags.RECIPES,
        **settings.RECIPES,
        **users.RECIPES,
        **dag_runs.RECIPES,
        **reports.RECIPES,
        **task_instances.RECIPES,
    },
    slashes=frozenset({"key", "pool_name", "uri", "variable_key", "xcom_key"}),
    media_types={"plain/text": "text/plain"},
    outside=("/auth/fab/", "/auth/token"),
)
