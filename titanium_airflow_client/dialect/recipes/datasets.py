"""The operations of DatasetApi that need the ID of an asset, where Airflow 2 takes the URI of a dataset.

The raw form returns what comes as it comes: there, nothing is added.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ...engine import Call
    from ...exchange import Flow
    from ...request import Response


def with_asset_id(call: Call) -> Flow[Response]:
    """The same question, about the asset of this URI."""
    path = dict(call.request.path)
    asset_id = yield from asset_of(call, str(path.pop("uri")))
    response = yield from call.last(call.route.method, str(call.route.v2), call.query(), asset_id=asset_id, **path)
    return response


get_dataset = with_asset_id
delete_dataset_queued_events = with_asset_id
delete_dag_dataset_queued_event = with_asset_id


def create_dataset_event(call: Call) -> Flow[Response]:
    """An event of the asset of this URI."""
    fields = call.fields()
    asset_id = yield from asset_of(call, fields.pop("dataset_uri"))
    response = yield from call.last("POST", "/assets/events", None, {"asset_id": asset_id, "extra": {}, **fields})
    return response


def get_dag_dataset_queued_event(call: Call) -> Flow[Response]:
    """Airflow 3 tells the ID of the asset alone; its URI is known here."""
    if call.stream:
        return (yield from with_asset_id(call))
    uri, dag_id = str(call.request.path["uri"]), call.request.path["dag_id"]
    asset_id = yield from asset_of(call, uri)
    event = yield from call.ask("GET", str(call.route.v2), call.query(), dag_id=dag_id, asset_id=asset_id)
    return call.result({**event, "uri": uri})


def get_dataset_queued_events(call: Call) -> Flow[Response]:
    """Airflow 2 finds nothing where Airflow 3 returns an empty list."""
    if call.stream:
        return (yield from with_asset_id(call))
    uri = str(call.request.path["uri"])
    asset_id = yield from asset_of(call, uri)
    page = yield from call.ask("GET", str(call.route.v2), call.query(), asset_id=asset_id)
    if not page["queued_events"]:
        raise call.nothing(f"Queue event with dataset uri: `{uri}` was not found")
    return call.result(with_uris(page, {asset_id: uri}))


def get_dag_dataset_queued_events(call: Call) -> Flow[Response]:
    """Airflow 3 tells the IDs of the assets alone; each is asked for its URI."""
    if call.stream:
        return (yield from call.direct())
    dag_id = call.request.path["dag_id"]
    page = yield from call.ask("GET", str(call.route.v2), call.query(), dag_id=dag_id)
    if not page["queued_events"]:
        raise call.nothing(f"Queue event with dag_id: `{dag_id}` was not found")
    uris = {}
    for asset_id in sorted({event["asset_id"] for event in page["queued_events"]}):
        asset = yield from call.ask("GET", "/assets/{asset_id}", asset_id=asset_id)
        uris[asset_id] = asset["uri"]
    return call.result(with_uris(page, uris))


def with_uris(page: dict[str, Any], uris: dict[int, str]) -> dict[str, Any]:
    """Queued events that name the URIs of their assets."""
    events = [{**event, "uri": uris[event["asset_id"]]} for event in page["queued_events"]]
    return {**page, "queued_events": events}


def asset_of(call: Call, uri: str) -> Flow[int]:
    """The asset of a URI: the one that DAGs use now, or else one that they no longer do."""
    for only_active in (True, False):
        offset = 0
        while True:
            query = {"uri_pattern": uri, "only_active": only_active, "order_by": "id", "limit": 100, "offset": offset}
            page = yield from call.ask("GET", "/assets", query)
            for asset in page["assets"]:
                if asset["uri"] == uri:
                    return int(asset["id"])
            offset += len(page["assets"])
            if not page["assets"]:
                break
    if call.stream:
        return 0  # there is none of this ID: the server itself says so
    raise call.nothing(f"The Dataset with uri: `{uri}` was not found")
