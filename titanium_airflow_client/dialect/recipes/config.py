"""The configuration, where Airflow 3 knows less of its own than Airflow 2 does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec

from ...answer import content_type
from ...decode import parse

if TYPE_CHECKING:
    from ...engine import Call
    from ...exchange import Flow
    from ...request import Response


def get_config(call: Call) -> Flow[Response]:
    """Airflow 3 finds no section whose options all are what they are by default; in the whole configuration it is."""
    response: Response = yield from call.direct()
    section = call.query().get("section")
    if response.status != 404 or section is None or call.stream:
        return response
    whole: Response = yield from call.last("GET", "/config")
    if whole.status >= 300:
        return whole
    if content_type(whole) == "text/plain":
        pattern = rf"^\[{re.escape(section)}\]\n.*?(?=^\[[^\]\n]+\]$|\Z)"
        found = re.search(pattern, whole.content.decode("utf-8", "replace"), re.MULTILINE | re.DOTALL)
        return msgspec.structs.replace(whole, content=found[0].encode()) if found else response
    sections = [one for one in parse(whole.content)["sections"] if one["name"] == section]
    return call.result({"sections": sections}) if sections else response
