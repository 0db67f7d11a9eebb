"""Plain REST, so that the runner is tested on its own."""

from __future__ import annotations

import base64
import json
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from titanium_airflow_client.local import LocalServer

NOBODY = ""
tokens: dict[tuple[str, str], str] = {}


def call(server: LocalServer, path: str, body: object = None, method: str | None = None, user: str = "admin") -> Any:
    """The decoded answer, or the status of an error."""
    request = urllib.request.Request(server.api_url + path, method=method)
    if user:
        request.add_header("Authorization", proof(server, user))
    if body is not None:
        request.data = json.dumps(body).encode()
        request.add_header("Content-Type", "application/json")
    try:
        with urllib.request.urlopen(request, timeout=120) as answer:
            return json.loads(answer.read() or b"null")
    except urllib.error.HTTPError as error:
        with error:
            return error.code


def proof(server: LocalServer, user: str) -> str:
    """The header that proves who asks."""
    if not server.release.startswith("2."):
        if (server.url, user) not in tokens:
            tokens[server.url, user] = server.token(user)
        return f"Bearer {tokens[server.url, user]}"
    return "Basic " + base64.b64encode(f"{user}:{server.users[user]}".encode()).decode()


def run(server: LocalServer, dag_id: str, conf: dict[str, object] | None = None) -> tuple[str, dict[str, list[str]]]:
    """Trigger a DAG and wait: the state of the run, and the states of its task instances."""
    call(server, f"/dags/{dag_id}", {"is_paused": False}, "PATCH")
    no_date = {} if server.release.startswith("2.") else {"logical_date": None}
    run_id = call(server, f"/dags/{dag_id}/dagRuns", {"conf": conf or {}, **no_date})["dag_run_id"]
    return finished(server, dag_id, run_id)


def finished(server: LocalServer, dag_id: str, run_id: str) -> tuple[str, dict[str, list[str]]]:
    """Wait for the end of a run."""
    deadline = time.monotonic() + 90
    while (state := call(server, f"/dags/{dag_id}/dagRuns/{run_id}")["state"]) not in ("success", "failed"):
        assert time.monotonic() < deadline, f"{dag_id} is {state} after 90 s:\n{server.logs('scheduler', 40)}"
        time.sleep(0.2)
    states: dict[str, list[str]] = {}
    for instance in call(server, f"/dags/{dag_id}/dagRuns/{run_id}/taskInstances")["task_instances"]:
        states.setdefault(instance["task_id"], []).append(instance["state"])
    return state, states
