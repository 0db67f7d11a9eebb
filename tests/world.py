"""A small Airflow of either generation on a scripted server: DAGs, runs and task instances that requests change.

It caps pages at three rows. What it does is what Airflow's documents say, not what this library thinks.
"""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tests.scripted import Asked, Scripted, answer

PAGE = 3
TASKS = ["extract", "transform", "load"]
DAY = "2026-01-01T00:00:00+00:00"


class World:
    """`asked` has each request that changes something, as method and path."""

    def __init__(self, server: Scripted, generation: int = 2) -> None:
        self.server, self.generation = server, generation
        self.prefix = f"/api/v{generation - 1}"
        self.url = server.url.replace("/api/v1", self.prefix)
        self.dags: dict[str, dict[str, Any]] = {}
        self.runs: dict[tuple[str, str], dict[str, Any]] = {}
        self.tasks: dict[tuple[str, str, str, int], dict[str, Any]] = {}
        self.variables: dict[str, str] = {}
        self.asked: list[tuple[str, str]] = []
        self.fails: dict[str, int] = {}
        """Which paths fail when something is to be changed there, with which status."""
        self.forgetful = False
        """Whether it does as Airflow 2.6: what it says that it cleared is what it would clear now."""
        self.delay = 0.0
        self.busy = self.busiest = 0
        self.lock = threading.Lock()
        server.script = [self.reply]

    def add(self, dag_id: str, paused: bool = False, **runs: str) -> None:
        self.dags[dag_id] = {"dag_id": dag_id, "is_paused": paused, "is_active": True, "is_stale": False}
        for run_id, state in runs.items():
            self.run(dag_id, run_id, state, {})

    def run(self, dag_id: str, run_id: str, state: str, tasks: dict[str, str | None], mapped: int = 0) -> None:
        ids = {"dag_id": dag_id, "dag_run_id": run_id}
        self.runs[dag_id, run_id] = {**ids, "state": state, "logical_date": DAY}
        for task_id, state_of_task in tasks.items():
            for index in range(mapped) if mapped and task_id == "transform" else [-1]:
                one = {**ids, "task_id": task_id, "map_index": index, "state": state_of_task, "try_number": 1}
                self.tasks[dag_id, run_id, task_id, index] = one

    def reply(self, connection: Any) -> bool:
        asked: Asked = self.server.current.asked
        with self.lock:
            self.busy += 1
            self.busiest = max(self.busiest, self.busy)
        time.sleep(self.delay)
        with self.lock:
            self.busy -= 1
            status, body = self.answer(asked)
        return answer(b"" if status == 204 else body, status)(connection)

    def answer(self, asked: Asked) -> tuple[int, Any]:
        parts = urlsplit(asked.target)
        path = unquote(parts.path.removeprefix(self.prefix))
        query = parse_qs(parts.query)
        body = json.loads(asked.body) if asked.body else {}
        if (asked.method in ("PATCH", "DELETE") and not path.endswith("/dry_run")) or body.get("dry_run") is False:
            self.asked.append((asked.method, path))
            if path in self.fails:
                return self.fails[path], {"detail": "it is broken on purpose", "status": self.fails[path]}
        for method, pattern, handler in self.routes():
            if method == asked.method and (found := re.fullmatch(pattern, path)):
                result: tuple[int, Any] = handler(query, body, *found.groups())
                return result
        return 404, {"detail": f"there is no {asked.method} {path}", "status": 404}

    def routes(self) -> list[tuple[str, str, Callable[..., tuple[int, Any]]]]:
        return [
            ("GET", "/version", lambda query, body: (200, {"version": {2: "2.11.2", 3: "3.3.2"}[self.generation]})),
            ("GET", "/dags", self.get_dags),
            ("GET", "/dags/([^/]+)", self.get_dag),
            ("PATCH", "/dags/([^/]+)", self.patch_dag),
            ("DELETE", "/dags/([^/]+)", self.delete_dag),
            ("GET", "/dags/([^/]+)/dagRuns", self.get_runs),
            ("GET", "/dags/([^/]+)/dagRuns/([^/]+)", self.get_run),
            ("GET", "/dags/([^/]+)/dagRuns/([^/]+)/taskInstances", self.get_tasks),
            ("POST", "/dags/([^/]+)/clearTaskInstances", self.clear),
            ("POST", "/dags/([^/]+)/updateTaskInstancesState", self.set_state),
            ("PATCH", "/dags/([^/]+)/dagRuns/([^/]+)/taskInstances/([^/]+)(/dry_run)?", self.patch_task),
            ("POST", "/dags/([^/]+)/dagRuns/([^/]+)/clear", self.clear_run),
            ("POST", "/variables", self.post_variable),
            ("PATCH", "/variables", self.bulk_variables),
            ("DELETE", "/variables/(.+)", self.delete_variable),
        ]

    def page(self, name: str, rows: list[Any], query: dict[str, list[str]]) -> tuple[int, Any]:
        offset, limit = int(query.get("offset", ["0"])[0]), int(query.get("limit", ["100"])[0])
        return 200, {name: rows[offset : offset + min(limit, PAGE)], "total_entries": len(rows)}

    def get_dags(self, query: dict[str, list[str]], body: Any) -> tuple[int, Any]:
        like = query.get("dag_id_pattern", ["%"])[0]
        pattern = "".join({"%": ".*", "_": "."}.get(letter, re.escape(letter)) for letter in like)
        rows = [dag for dag_id, dag in sorted(self.dags.items()) if re.search(pattern, dag_id, re.IGNORECASE)]
        return self.page("dags", rows, query)

    def get_dag(self, query: Any, body: Any, dag_id: str) -> tuple[int, Any]:
        return 200, self.dags[dag_id]

    def patch_dag(self, query: Any, body: Any, dag_id: str) -> tuple[int, Any]:
        if dag_id not in self.dags:
            return 404, {"detail": f"DAG {dag_id} not found", "status": 404}
        self.dags[dag_id]["is_paused"] = body["is_paused"]
        return 200, self.dags[dag_id]

    def delete_dag(self, query: Any, body: Any, dag_id: str) -> tuple[int, Any]:
        if any(one["state"] == "running" for names, one in self.runs.items() if names[0] == dag_id):
            return 409, {"detail": "Task instances of dag are still running", "status": 409}
        del self.dags[dag_id]
        return 204, None

    def get_runs(self, query: dict[str, list[str]], body: Any, dag_id: str) -> tuple[int, Any]:
        states = query.get("state")
        rows = [run for names, run in sorted(self.runs.items()) if dag_id in ("~", names[0])]
        return self.page("dag_runs", [run for run in rows if not states or run["state"] in states], query)

    def get_run(self, query: Any, body: Any, dag_id: str, run_id: str) -> tuple[int, Any]:
        run = self.runs.get((dag_id, run_id))
        return (200, run) if run else (404, {"detail": f"DAGRun {run_id} not found", "status": 404})

    def get_tasks(self, query: dict[str, list[str]], body: Any, dag_id: str, run_id: str) -> tuple[int, Any]:
        rows = [one for names, one in sorted(self.tasks.items()) if names[:2] == (dag_id, run_id)]
        return self.page("task_instances", rows, query)

    def clear(self, query: Any, body: Any, dag_id: str) -> tuple[int, Any]:
        if "dag_run_id" in body and (dag_id, body["dag_run_id"]) not in self.runs:
            return 404, {"detail": f"Dag Run id {body['dag_run_id']} not found", "status": 404}
        wanted = [tuple(name) if isinstance(name, list) else name for name in body.get("task_ids") or TASKS]
        if body.get("include_downstream"):
            wanted = TASKS[min(TASKS.index(name) for name in wanted) :]
        found = []
        for (of, run_id, task_id, index), one in self.tasks.items():
            here = of == dag_id and body.get("dag_run_id") in (None, run_id)
            meant = task_id in wanted or (task_id, index) in wanted
            failed = one["state"] in ("failed", "upstream_failed") or not body["only_failed"]
            if here and meant and failed and (one["state"] == "running" or not body.get("only_running")):
                found.append(one)
        shown = self.shown(found)
        if not body["dry_run"]:
            for one in found:
                one["state"] = None
                if body.get("reset_dag_runs"):
                    self.runs[dag_id, one["dag_run_id"]]["state"] = "queued"
            if self.forgetful and body["only_failed"]:
                shown = []
        return 200, {"task_instances": shown}

    def set_state(self, query: Any, body: Any, dag_id: str) -> tuple[int, Any]:
        wanted = TASKS[TASKS.index(body["task_id"]) :] if body.get("include_downstream") else [body["task_id"]]
        found = [
            one
            for (of, run_id, task_id, _), one in self.tasks.items()
            if (of, run_id) == (dag_id, body["dag_run_id"]) and task_id in wanted and one["state"] != body["new_state"]
        ]
        shown = self.shown(found)
        if not body["dry_run"]:
            for one in found:
                one["state"] = body["new_state"]
        return 200, {"task_instances": shown}

    def patch_task(
        self, query: Any, body: Any, dag_id: str, run_id: str, task_id: str, dry_run: str
    ) -> tuple[int, Any]:
        return self.set_state(query, {**body, "dag_run_id": run_id, "task_id": task_id, "dry_run": dry_run}, dag_id)

    def shown(self, found: list[Any]) -> list[Any]:
        """Airflow 2 tells the names alone."""
        names = ("dag_id", "dag_run_id", "task_id")
        return [dict(one) if self.generation == 3 else {name: one[name] for name in names} for one in found]

    def clear_run(self, query: Any, body: Any, dag_id: str, run_id: str) -> tuple[int, Any]:
        if (dag_id, run_id) not in self.runs:
            return 404, {"detail": f"DAGRun {run_id} not found", "status": 404}
        self.runs[dag_id, run_id]["state"] = "queued"
        return 200, self.runs[dag_id, run_id]

    def post_variable(self, query: Any, body: Any) -> tuple[int, Any]:
        """Airflow 3 would refuse one that is there; a test that needs that has Airflow itself."""
        if "!" in body["key"]:
            return 400, {"detail": f"{body['key']} is no key", "status": 400}
        self.variables[body["key"]] = body["value"]
        return 200, body

    def bulk_variables(self, query: Any, body: Any) -> tuple[int, Any]:
        """All of a request or nothing of it, as one that is not valid is refused whole."""
        (action,) = body["actions"]
        rows, success = action["entities"], []
        if action["action"] == "create":
            if any("!" in row["key"] for row in rows):
                return 422, {"detail": [{"loc": ["body"], "msg": "is no key", "type": "value_error"}]}
            self.variables.update({row["key"]: row["value"] for row in rows})
            success = [row["key"] for row in rows]
        else:
            success = [key for key in rows if self.variables.pop(key, None) is not None]
        return 200, {action["action"]: {"success": success, "errors": []}}

    def delete_variable(self, query: Any, body: Any, key: str) -> tuple[int, Any]:
        if self.variables.pop(key, None) is None:
            return 404, {"detail": f"Variable {key} not found", "status": 404}
        return 204, None
