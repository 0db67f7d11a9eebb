"""The operations of DAGRunApi that Airflow 3 answers in another shape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from ...engine import Call
    from ...exchange import Flow
    from ...request import Response


def get_dag_runs(call: Call) -> Flow[Response]:
    """Of a DAG that does not exist Airflow 2 has no runs; Airflow 3 says that it does not exist."""
    response = yield from call.direct()
    if response.status == 404 and not call.stream:
        return call.result({"dag_runs": [], "total_entries": 0})
    return response


def wait_dag_run_until_finished(call: Call) -> Flow[Response]:
    """Airflow says time and again how the run is, each time in a line of its own: the last one counts."""
    response = yield from call.direct()
    lines = response.content.splitlines()
    return replace(response, content=lines[-1]) if response.status == 200 and lines else response
