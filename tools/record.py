"""Record what real Airflow servers answer: `python tools/record.py RELEASE [RELEASE ...]`.

Each release is started through `titanium_airflow_client.local` with the DAGs of the tests, made interesting, and driven
through every operation (with the arguments of its example in the reference), and through the errors of `record_cases`.
What came is kept in `tests/recordings/RELEASE/`, one file for each call, without anything that belongs to this machine.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
import time
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import examples
import urllib3
from declared import Declared, declared
from facade import ROOT
from record_cases import ELSEWHERE, RUN, Case, errors, other
from sanitise import Sanitiser

import titanium_airflow_client as client_package
from titanium_airflow_client import (
    ApiClient,
    ApiException,
    Configuration,
    OpenApiException,
    UnsupportedOperation,
    local,
)
from titanium_airflow_client.local.installation import install
from titanium_airflow_client.local.releases import find
from titanium_airflow_client.request import Response, Send
from titanium_airflow_client.server import Server
from titanium_airflow_client.transport import Urllib3Transport

FOLDER = ROOT / "tests" / "recordings"
HEADERS = ("Allow", "Content-Type", "Location", "Retry-After", "WWW-Authenticate")
STARTED = ("linear", "mapped", "failing", "branching", "params", "dataset_producer", "odd")
OWN_DAG = {"delete_dag": "disposable_35", "patch_dag": "disposable_36", "delete_dag_run": "disposable_37"}
ORDER = ["POST", "GET", "PUT", "PATCH", "DELETE"]
ROLES = {"limit": 2, "offset": 2}
"""Of the roles: the first two in the alphabet may do hundreds of things each."""
SECTIONS = ("api", "email", "operators", "secrets")
"""What is kept of the configuration: all of it is as large as everything else together."""


class Kept(Urllib3Transport):
    """Exchanges, and keeps what was exchanged."""

    def __init__(self, configuration: Configuration) -> None:
        super().__init__(configuration)
        self.exchanges: list[tuple[Send, Response]] = []

    def send(self, send: Send) -> Response:
        """One exchange."""
        response = super().send(send)
        self.exchanges.append((send, response))
        return response


class Recorder:
    """Calls a server, and writes down what it answers."""

    def __init__(self, server: local.LocalServer, folder: Path) -> None:
        self.server, self.folder = server, folder
        self.operations = {one.name: one for one in declared() if one.route.v1}
        self.sanitise = Sanitiser(server, install(find(server.release)))
        self.clients: dict[str | None, ApiClient] = {}
        self.known: dict[tuple[str, str], Any] = {}
        """Arguments that only the server knows, by operation and parameter; of all operations where that is empty."""

    def client(self, user: str | None) -> ApiClient:
        """The client of a user, or of none."""
        if user not in self.clients:
            configuration = Configuration(self.server.api_url, timeout=(10, 120), retries=0)
            if user:
                configuration.username, configuration.password = user, self.server.users.get(user, "wrong")
            client = ApiClient(configuration, transport=Kept(configuration))
            client.server, client.found_at = (
                Server(int(self.server.release[0]), self.server.release),
                configuration.host,
            )
            self.clients[user] = client
        return self.clients[user]

    def arguments(self, operation: Declared, changed: dict[str, Any]) -> dict[str, Any]:
        """The arguments of the example, those that only the server knows, and what the case changes."""
        given = {}
        for name, text in examples.arguments(operation).items():
            classes = {word: getattr(client_package, word) for word in re.findall(r"\w+(?=\()", text)}
            given[name] = eval(text, classes)
        for name in given:
            for key in (("", name), (operation.name, name)):
                given[name] = self.known.get(key, given[name])
        return {name: value for name, value in {**given, **changed}.items() if value is not None}

    def record(self, case: Case) -> Any:
        """Make one call, and write down what came; returns it, or None for an error."""
        operation = self.operations[case.operation]
        arguments = self.arguments(operation, case.arguments)
        client = self.client(case.user)
        group = f"{operation.group}Api"
        kept = client.transport
        assert isinstance(kept, Kept)
        kept.exchanges.clear()
        result = None
        try:
            result = getattr(getattr(client_package, group)(client), operation.name)(**arguments)
        except ApiException:
            pass
        except UnsupportedOperation:  # what came with Airflow 3 is not asked of Airflow 2
            return None
        except OpenApiException as error:  # nothing was sent
            raise SystemExit(f"{operation.name} {case.name}: {error}") from error
        self.write(f"{group}.{operation.name}", case.name, client.sanitize_for_serialization(arguments), kept.exchanges)
        return result

    def refuses_parameters(self) -> bool:
        """Whether the last call failed because the release is older than a parameter."""
        kept = self.client("admin").transport
        assert isinstance(kept, Kept)
        return b"Extra query parameter" in kept.exchanges[-1][1].content

    def elsewhere(self) -> None:
        """Ask for what no operation asks for: web pages, and methods that no path has."""
        for name, method, path, with_credentials in ELSEWHERE:
            client = self.client("admin" if with_credentials else None)
            kept = client.transport
            assert isinstance(kept, Kept)
            headers = {"Accept": "application/json"}
            if with_credentials:
                headers |= urllib3.make_headers(basic_auth=f"admin:{self.server.password}")
            kept.exchanges.clear()
            kept.send(Send(method, self.server.url, path, headers, timeout=(10, 60)))
            self.write("DAGApi.get_dags", f"elsewhere_{name}", {}, kept.exchanges)

    def write(
        self, operation: str, case: str, arguments: dict[str, Any], exchanges: list[tuple[Send, Response]]
    ) -> None:
        """Write one recording."""
        kept = []
        for send, response in exchanges:
            body = response.content.decode()
            if operation == "ConfigApi.get_config":
                body = some_sections(body)
            kept.append(
                {
                    "request": f"{send.method} {send.target}",
                    "status": response.status,
                    "headers": {name: response.headers[name] for name in HEADERS if name in response.headers},
                    "body": self.sanitise(body).split("\n"),
                }
            )
        recording = {"operation": operation, "arguments": arguments, "exchanges": kept}
        for exchange in kept:
            for name in ("request", "headers"):
                exchange[name] = json.loads(self.sanitise(json.dumps(exchange[name])))
        recording["arguments"] = json.loads(self.sanitise(json.dumps(arguments)))
        name = operation.partition(".")[2] + (f"-{case}" if case else "")
        (self.folder / f"{name}.json").write_text(json.dumps(recording, indent=1, ensure_ascii=False) + "\n")


def some_sections(body: str) -> str:
    """The configuration with a few of its sections, laid out as it came."""
    if body.startswith("{") and "sections" in body:
        config = json.loads(body)
        chosen = [one for one in config["sections"] if one["name"] in SECTIONS]
        config["sections"] = sorted(chosen, key=lambda one: str(one["name"]))
        return json.dumps(config, indent=2) + "\n"
    head, *blocks = ("\n" + body).split("\n[")
    kept = sorted(block for block in blocks if block.partition("]")[0] in SECTIONS)
    return (head + "".join(f"\n[{block}" for block in kept)).removeprefix("\n") if blocks else body


def wait(what: Any, seconds: float = 120) -> Any:
    """What is there as soon as it is there."""
    deadline = time.monotonic() + seconds
    while not (result := what()):
        if time.monotonic() > deadline:
            raise SystemExit("the server is too slow")
        time.sleep(0.3)
    return result


def stage(recorder: Recorder) -> None:
    """Runs of each kind, ended, and what only the server knows of them."""
    from titanium_airflow_client import DAGApi, DAGRun, DAGRunApi, EventLogApi, ImportErrorApi

    client = recorder.client("admin")
    dags, runs = DAGApi(client), DAGRunApi(client)
    at = datetime(2024, 2, 29, 12, tzinfo=timezone.utc)
    for dag_id in (*STARTED, "dataset_consumer", "waiting"):
        dags.patch_dag(dag_id, {"is_paused": False})
    for dag_id in (*STARTED, "disposable_37"):
        conf = {"name": "recorder", "times": 3} if dag_id == "params" else {}
        runs.post_dag_run(dag_id, DAGRun(dag_run_id=RUN, logical_date=at, conf=conf))
    for dag_id in STARTED[:-1]:
        wait(lambda: runs.get_dag_run(dag_id, RUN).state in ("success", "failed"))  # noqa: B023
    (consumed,) = wait(lambda: runs.get_dag_runs("dataset_consumer", limit=1).dag_runs)
    run_id = consumed.dag_run_id
    wait(lambda: runs.get_dag_run("dataset_consumer", run_id).state == "success")
    (broken,) = wait(lambda: ImportErrorApi(client).get_import_errors().import_errors)
    events = wait(lambda: EventLogApi(client).get_event_logs(order_by="event_log_id").event_logs)
    event = next(one for one in events if one.dag_id == "linear")
    token = dags.get_dag("linear").file_token or ""
    recorder.sanitise.learn(token, "the-file-token-of-a-dag")
    recorder.known |= {
        ("", "file_token"): token,
        ("", "import_error_id"): broken.import_error_id,
        ("", "event_log_id"): event.event_log_id,
        ("get_upstream_dataset_events", "dag_run_id"): run_id,
        ("patch_dags", "dag_id_pattern"): "disposable_36",
        **{(name, "dag_id"): dag_id for name, dag_id in OWN_DAG.items()},
    }
    for name in recorder.operations:
        if "queued_event" in name:
            recorder.known |= {(name, "dag_id"): "waiting", (name, "uri"): "file://localhost/tests/updated"}


def drive(recorder: Recorder) -> None:
    """Every operation by its example, what makes first and what deletes last, and in between all else."""
    operations = sorted(recorder.operations.values(), key=lambda one: (ORDER.index(one.route.method), one.name))
    queued = Case(
        "create_dataset_event", "waiting", {"create_dataset_event": {"dataset_uri": "file://localhost/tests/updated"}}
    )
    for case in [*(Case(one.name) for one in operations if one.route.method == "POST"), queued]:
        recorder.record(case)
    for one in operations:
        if one.route.method == "GET":
            case = Case(one.name, arguments=ROLES if one.name == "get_roles" else {})
            if recorder.record(case) is None and recorder.refuses_parameters():
                recorder.record(Case(one.name, "newer_parameters"))
                recorder.record(Case(one.name, arguments=dict.fromkeys(one.request.query)))
    for case in [*other(), *errors(operations)]:
        recorder.record(case)
    recorder.elsewhere()
    for one in operations:
        if one.route.method not in ("POST", "GET"):
            if "queued_event" in one.name:
                recorder.record(queued)
            recorder.record(Case(one.name))


def main(releases: list[str]) -> int:
    """Record these releases."""
    if not releases or releases[0].startswith("-"):
        print(__doc__)
        return 2
    for release in releases:
        folder = FOLDER / release
        fresh = FOLDER / f".{release}"
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        users = {"viewer": "Viewer", "nobody": "Public"}
        env = {"AIRFLOW__CORE__TEST_CONNECTION": "Enabled"}
        with local.airflow(release, dags=ROOT / "tests" / "dags", users=users, env=env) as server:
            recorder = Recorder(server, fresh)
            stage(recorder)
            drive(recorder)
        shutil.rmtree(folder, ignore_errors=True)
        fresh.rename(folder)
        files = list(folder.glob("*.json"))
        print(f"{release}: {len(files)} recordings, {sum(file.stat().st_size for file in files) // 1000} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
