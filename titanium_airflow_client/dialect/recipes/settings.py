"""The operations on connections, pools and variables that Airflow 3 wants more for, or means otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...exceptions import ApiValueError, UnsupportedOperation
from .. import refused

if TYPE_CHECKING:
    from ...engine import Call
    from ...exchange import Flow
    from ...request import Response


def post_variables(call: Call) -> Flow[Response]:
    """Airflow 2 replaces a variable that is there already, its description too; Airflow 3 refuses to."""
    fields = call.fields()
    refuse_stars(call, fields)
    response: Response = yield from call.last("POST", "/variables", None, fields)
    if response.status == 409:
        if call.stream:
            response.raw.close()
        key = fields["key"]
        response = yield from call.last(
            "PATCH", "/variables/{variable_key}", None, {"description": None, **fields}, variable_key=key
        )
    return response


def patch_variable(call: Call) -> Flow[Response]:
    """Airflow 3 would store the stars that it shows in the place of a secret."""
    query = call.query()
    if "value" in query.get("update_mask", ["value"]):
        refuse_stars(call, call.fields())
    response: Response = yield from call.direct()
    return response


def refuse_stars(call: Call, fields: dict[str, Any]) -> None:
    """Keep the stars from being stored as the secret."""
    if fields.get("value") == "***" or '"***"' in str(fields.get("value")):
        raise ApiValueError(
            f"{call.route.name}: value has *** where the server hides a secret, and Airflow 3 would store that: set "
            "value anew, or name the other fields in update_mask"
        )


def patch_connection(call: Call) -> Flow[Response]:
    """Airflow 3 wants the ID and the type, whatever is to be changed; secrets that are *** stay what they are."""
    fields, connection_id = call.fields(), call.request.path["connection_id"]
    query = call.query()
    require_what_is_named(call, query, fields)
    fields.setdefault("connection_id", connection_id)
    path = "/connections/{connection_id}"
    if fields.get("conn_type") is None:
        connection = yield from call.ask("GET", path, connection_id=connection_id)
        fields["conn_type"] = connection["conn_type"]
    response = yield from call.last("PATCH", path, query, fields, connection_id=connection_id)
    return response


def patch_pool(call: Call) -> Flow[Response]:
    """Airflow 3 calls the name `pool`, renames none, and depending on the release wants the others too."""
    fields, pool_name, query = call.fields(), call.request.path["pool_name"], call.query()
    mask, path = query.get("update_mask"), "/pools/{pool_name}"
    name = fields.pop("name", pool_name if mask else None)
    if mask is None:
        fields.setdefault("include_deferred", False)
        pool = yield from call.ask("GET", path, pool_name=pool_name)
        if fields.setdefault("description", pool["description"]) == pool["description"] and name == "default_pool":
            query["update_mask"] = ["slots", "include_deferred"]  # the others cannot be changed, nor are they here
    elif "name" not in mask:
        name = pool_name
    if name not in (None, pool_name):
        raise UnsupportedOperation("patch_pool: Airflow 3 does not rename pools; make another one, and delete this one")
    if mask:
        if "include_deferred" in mask:
            fields.setdefault("include_deferred", False)
        require_what_is_named(call, query, {**fields, "name": name})
        if not {"slots", "include_deferred"} <= fields.keys():
            pool = yield from call.ask("GET", path, pool_name=pool_name)
            fields = {"slots": pool["slots"], "include_deferred": pool["include_deferred"], **fields}
    body = {**({} if name is None else {"pool": name}), **fields}
    response = yield from call.last("PATCH", path, query, body, pool_name=pool_name)
    return response


def require_what_is_named(call: Call, query: dict[str, Any], fields: dict[str, Any]) -> None:
    """Refuse a mask with fields that the body does not set: Airflow 3 would ignore them, or set a secret to null."""
    if missing := [field for field in query.get("update_mask", ()) if field not in fields]:
        raise refused(call.route.name, f"update_mask has {', '.join(missing)}, which the body does not set")


def get_pools(call: Call) -> Flow[Response]:
    """Airflow 3 does not sort by slots: all pools are read, and sorted here."""
    order_by = call.request.query["order_by"]
    if order_by not in ("slots", "-slots"):
        response: Response = yield from call.direct()
        return response
    asked = dict(call.request.query)
    first, limit = int(str(asked["offset"] or 0)), asked["limit"]
    pools: list[Any] = []
    while True:
        query = {
            "pool_name_pattern": asked["pool_name_pattern"],
            "pool_name_prefix_pattern": asked["pool_name_prefix_pattern"],
            "order_by": "id",
            "limit": 100,
            "offset": len(pools),
        }
        page = yield from call.ask("GET", "/pools", query)
        pools += page["pools"]
        if not page["pools"] or len(pools) == page.get("total_entries"):
            break
    pools.sort(key=lambda pool: pool["slots"], reverse=order_by == "-slots")
    last = first + (100 if not limit else min(int(str(limit)), 100))
    return call.result({"pools": pools[first:last], "total_entries": len(pools)})
