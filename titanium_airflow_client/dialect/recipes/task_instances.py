"""The operations of TaskInstanceApi that Airflow 3 has in another shape."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from ...answer import content_type
from ...decode import parse
from ...exceptions import UnsupportedOperation
from ...request import Response
from ..changes.task_instances import of_any_dag, states

if TYPE_CHECKING:
    from ...engine import Call
    from ...exchange import Flow

ALL = "/dags/~/dagRuns/~/taskInstances/list"
ONE = "/dags/{dag_id}/dagRuns/{dag_run_id}/taskInstances/{task_id}"
MAPPED = ONE + "/{map_index}"
PAGE = 100
"""What Airflow 3 lowers a larger limit to, unless it is set up otherwise."""


def get_task_instances(call: Call) -> Flow[Response]:
    """Airflow 3 refuses runs of any DAG, and lowers large limits: a batch asks for the one, pages for the other."""
    path, query = call.request.path, call.request.query
    if of_any_dag(path):
        response = yield from in_every_dag(call, path["dag_run_id"])
        return response
    limit: Any = query["limit"]
    if limit is None or limit <= PAGE or query["cursor"] is not None or call.stream:
        response = yield from call.direct()
    else:
        response = yield from in_pages(call, limit)
    return response if call.stream else nothing_for_none(call, response)


def get_mapped_task_instances(call: Call) -> Flow[Response]:
    """A limit above its own is asked for in pages."""
    limit: Any = call.request.query["limit"]
    response = yield from (call.direct() if limit is None or limit <= PAGE or call.stream else in_pages(call, limit))
    return response


def in_every_dag(call: Call, run_id: object) -> Flow[Response]:
    """Runs of the same ID in all DAGs: only the form asks for them."""
    words = call.server.dialect.query(call.route, call.request, call.server.version)
    form = {{"limit": "page_limit", "offset": "page_offset"}.get(name, name): value for name, value in words.items()}
    if unknown := sorted(form.keys() - FORM):
        raise UnsupportedOperation(f"{call.route.name}: {', '.join(unknown)}: not with dag_id='~' and a DAG run")
    form = {name: [value] if name in LISTS and isinstance(value, str) else value for name, value in form.items()}
    response = yield from call.last("POST", ALL, None, states({**form, "dag_run_ids": [run_id]}))
    return response


LISTS = frozenset({"state", "pool", "queue", "executor"})
RANGES = ("run_after", "logical_date", "start_date", "end_date", "duration")
FORM = (
    LISTS | {"page_limit", "page_offset", "order_by"} | {f"{name}_{end}" for name in RANGES for end in ("gte", "lte")}
)
FORM |= {f"{name}_{end}" for name in RANGES for end in ("gt", "lt")}


def in_pages(call: Call, limit: int) -> Flow[Response]:
    """As many as were asked for, in as many requests as it takes."""
    request, total = call.request, None
    found: list[Any] = []
    offset: Any = request.query["offset"] or 0
    while len(found) < limit:
        part = {"limit": min(PAGE, limit - len(found)), "offset": offset + len(found)}
        call.request = msgspec.structs.replace(request, query={**request.query, **part})
        response = yield from call.direct()
        if response.status >= 300:
            return response
        page = parse(response.content)
        found += page["task_instances"]
        total = page.get("total_entries")
        if not page["task_instances"] or (total is not None and offset + len(found) >= total):
            break
    return call.result({"task_instances": found, "total_entries": total})


def nothing_for_none(call: Call, response: Response) -> Response:
    """Of what does not exist Airflow 2 tells nothing, where Airflow 3 answers 404."""
    if response.status != 404 or not content_type(response).endswith("json"):
        return response
    return call.result({"task_instances": [], "total_entries": 0})


def get_task_instance_tries(call: Call) -> Flow[Response]:
    """All tries come, here as there: of limit, offset and order no notice is taken."""
    index = {"map_index": call.request.query["map_index"]}
    response = yield from call.last("GET", ONE + "/tries", index, None, **call.request.path)
    return response if call.stream else nothing_for_none(call, response)


def get_mapped_task_instance_tries(call: Call) -> Flow[Response]:
    """As `get_task_instance_tries`."""
    response = yield from call.last("GET", MAPPED + "/tries", None, None, **call.request.path)
    return response if call.stream else nothing_for_none(call, response)


def patch_task_instance(call: Call) -> Flow[Response]:
    """A dry run has a path of its own, and what is asked for is one task instance, not all of a mapped task."""
    response = yield from change(call, ONE, {"map_index": -1})
    return response


def patch_mapped_task_instance(call: Call) -> Flow[Response]:
    """As `patch_task_instance`."""
    response = yield from change(call, MAPPED, {})
    return response


def change(call: Call, path: str, query: Mapping[str, Any]) -> Flow[Response]:
    """Change a task instance: what is returned is its name. That its state is so already is no error."""
    fields, ids = call.fields(), call.request.path
    where = f"{path}/dry_run" if fields.pop("dry_run") else path
    asked = {**query, **call.server.dialect.query(call.route, call.request, call.server.version)}
    response = yield from call.last("PATCH", where, asked, fields, **ids)
    if call.stream or (response.status >= 300 and response.status != 409):
        return response
    changed = parse(response.content).get("task_instances") or [{}]
    one = next((one for one in changed if one.get("task_id") == ids["task_id"]), None)
    if one is None:
        one = yield from call.ask("GET", MAPPED, None, None, **{"map_index": asked.get("map_index"), **ids})
    return call.result({name: one.get(name) for name in ("task_id", "dag_id", "dag_run_id", "logical_date")})


def set_task_instance_note(call: Call) -> Flow[Response]:
    """A note is one of the things that can be changed about a task instance."""
    response = yield from note(call, ONE, {"map_index": -1})
    return response


def set_mapped_task_instance_note(call: Call) -> Flow[Response]:
    """As `set_task_instance_note`."""
    response = yield from note(call, MAPPED, {})
    return response


def note(call: Call, path: str, query: Mapping[str, Any]) -> Flow[Response]:
    """Change the note: what is returned is the task instance, out of a list."""
    asked = {**query, "update_mask": "note"}
    response = yield from call.last("PATCH", path, asked, call.fields(), **call.request.path)
    if call.stream or response.status >= 300:
        return response
    answer = parse(response.content)
    return call.result(answer.get("task_instances", [answer])[0])


def get_log(call: Call) -> Flow[Response]:
    """As text a log comes in lines of JSON, since Airflow 3.0.2."""
    given = call.request.options.get("_headers") or {}
    asked = next((value for name, value in given.items() if name.lower() == "accept"), "")
    as_text = "text/plain" in asked or "plain/text" in asked
    if as_text and call.server.version >= (3, 0, 2):
        headers = {name: value for name, value in given.items() if name.lower() != "accept"}
        options: Any = {**call.request.options, "_headers": {**headers, "Accept": LINES}}
        call.request = msgspec.structs.replace(call.request, options=options)
    read = None if as_text or call.stream else already_read(call)
    if read is not None:
        call.request = msgspec.structs.replace(call.request, query={**call.request.query, "token": None})
    response = yield from call.direct()
    if read is not None and response.status == 200:
        return call.result(rest_of(parse(response.content), read))
    if call.stream or response.status >= 300 or content_type(response) != LINES:
        return response
    messages = [parse(line) for line in response.content.split(b"\n") if line.strip()]
    if not as_text:
        return call.result({"content": messages, "continuation_token": None})
    from ...schemas.task_log import GetLog200Response

    text = GetLog200Response(content=messages).text
    return msgspec.structs.replace(response, headers={"Content-Type": "text/plain"}, content=text.encode())


def already_read(call: Call) -> int | None:
    """How many messages a token says were read: before Airflow 3.3 the servers begin anew with it, or fail (3.2)."""
    from ...schemas.task_log import payload

    token: Any = call.request.query["token"]
    read = payload(token).get("log_pos") if token and call.server.version < (3, 3) else None
    return read if isinstance(read, int) else None


def rest_of(log: dict[str, Any], read: int) -> dict[str, Any]:
    """What comes after so many messages; those that tell where the log was found are not counted."""
    events = [message.get("event") if isinstance(message, dict) else None for message in log["content"]]
    found = events[:1] == ["::group::Log message source details"] and "::endgroup::" in events
    return {**log, "content": log["content"][(events.index("::endgroup::") + 1 if found else 0) + read :]}


LINES = "application/x-ndjson"
