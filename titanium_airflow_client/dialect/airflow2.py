"""`/api/v1`, the API of Airflow 2: its words are those of the documented API, with few exceptions."""

from __future__ import annotations

from . import Dialect

AIRFLOW_2 = Dialect(
    generation=2,
    comma_separated=frozenset({"update_mask", "dag_ids", "included_events", "excluded_events"}),
    recipes={"patch_connection": "connections_of_airflow2", "post_dag_run": "trigger"},
    mask_names={"patch_variable": {"value": "val"}},
    slashes=frozenset({"uri", "variable_key"}),
    media_types={"plain/text": "text/plain"},
    projects_since="2.9",
)
