"""`/api/v2`, the API of Airflow 3: the same questions in other words."""

from __future__ import annotations

from . import Dialect
from .changes import dags

AIRFLOW_3 = Dialect(
    generation=3,
    changes={
        **dags.CHANGES,
    },
    renamed={
        "execution_date_gte": "logical_date_gte",
        "execution_date_lte": "logical_date_lte",
    },
    defaults={"limit": 100},
    recipes={
        **dags.RECIPES,
    },
    slashes=frozenset({"variable_key"}),
    media_types={"plain/text": "text/plain"},
)
