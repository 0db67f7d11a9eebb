"""How Airflow 3 must be asked about task instances and XComs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .. import Change


def states(form: dict[str, Any]) -> dict[str, Any]:
    """What is not scheduled yet has the state null here, and the word `none` is not known."""
    if isinstance(asked := form.get("state"), (list, tuple, set, frozenset)):
        form["state"] = [None if state == "none" else state for state in asked]
    return form


def form(fields: dict[str, Any]) -> dict[str, Any]:
    """Which task instances to list: logical dates, and null for what is not scheduled yet."""
    words = {name.replace("execution_date", "logical_date"): value for name, value in fields.items()}
    return states(words)


def of_any_dag(path: Mapping[str, object]) -> bool:
    """Whether a run is meant by its ID in all DAGs: only the batch can say so."""
    return path["dag_id"] == "~" and path["dag_run_id"] != "~"


ORDERS = {"execution_date": "logical_date"}

CHANGES = {
    "get_task_instances": Change(orders=ORDERS, cursors=frozenset({"id", "map_index"}), only_offsets=of_any_dag),
    "get_mapped_task_instances": Change(orders=ORDERS),
    "get_task_instances_batch": Change(body=form),
    "get_xcom_entry": Change(defaults={"stringify": True}),
}

RECIPES = dict.fromkeys(
    (
        "get_log",
        "get_mapped_task_instance_tries",
        "get_mapped_task_instances",
        "get_task_instance_tries",
        "get_task_instances",
        "patch_mapped_task_instance",
        "patch_task_instance",
        "set_mapped_task_instance_note",
        "set_task_instance_note",
    ),
    "task_instances",
)
