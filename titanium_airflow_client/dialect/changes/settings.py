"""How Airflow 3 must be asked about what DAGs rely on: connections, pools and variables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...schemas.model import UNSET, Model, read_only_fields
from .. import Change


def many(fields: dict[str, Any]) -> dict[str, Any]:
    """The entities of many actions, without what only the server writes."""
    return {**fields, "actions": [{**action.to_dict(), "entities": entities(action)} for action in fields["actions"]]}


def entities(action: Any) -> list[Any]:
    """The entities of one action as they may be sent."""
    return [sent(each) if isinstance(each, Model) else each for each in action.entities]


def sent(entity: Model) -> Mapping[str, Any]:
    """An entity, without what only the server writes."""
    left_out = read_only_fields(type(entity))
    return {
        wire: value
        for name, wire in zip(entity.__struct_fields__, entity.__struct_encode_fields__)
        if wire not in left_out
        and (value := getattr(entity, f"_{name}")) is not UNSET
        and (value is not None or name not in entity.never_null)
    }


CHANGES = {
    "bulk_connections": Change(body=many),
    "bulk_pools": Change(body=many),
    "bulk_variables": Change(body=many),
    "get_pools": Change(orders={"slots": None}),
    "get_variables": Change(orders={"value": "_val"}),
}

RECIPES = {
    "get_config": "config",
    "get_pools": "settings",
    "patch_connection": "settings",
    "patch_pool": "settings",
    "patch_variable": "settings",
    "post_variables": "settings",
}
