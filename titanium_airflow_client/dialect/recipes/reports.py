"""What Airflow 3 tells in pages or in part, and Airflow 2 at once and in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ...engine import Call
    from ...exchange import Flow
    from ...request import Response


def get_providers(call: Call) -> Flow[Response]:
    """All pages, unless one is asked for."""
    if call.stream or any(value is not None for value in call.request.query.values()):
        response = yield from call.direct()
        return response
    found: list[Any] = []
    while True:
        page = yield from call.ask("GET", "/providers", {"limit": 100, "offset": len(found)})
        found += page["providers"]
        if not page["providers"] or len(found) == page.get("total_entries"):
            return call.result({"providers": found, "total_entries": len(found)})


STATES = ("queued", "running", "success", "failed")


def get_dag_stats(call: Call) -> Flow[Response]:
    """Airflow 3 leaves DAGs out that have no runs: those that exist have none in each state."""
    query = call.query()
    if call.stream:
        response = yield from call.direct()
        return response
    stats = yield from call.ask("GET", "/dagStats", query)
    told = {dag["dag_id"] for dag in stats["dags"]}
    for dag_id in dict.fromkeys(query["dag_ids"]):
        if dag_id not in told:
            dag = yield from call.last("GET", "/dags/{dag_id}", dag_id=dag_id)
            if dag.status == 200:
                none = [{"state": state, "count": 0} for state in STATES]
                stats["dags"].append({"dag_id": dag_id, "stats": none})
    stats["total_entries"] = len(stats["dags"])
    return call.result(stats)
