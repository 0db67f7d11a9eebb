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
import tempfile
import time
from pathlib import Path
from typing import Any

import examples
from declared import Declared, declared
from facade import ROOT
from record_cases import Case
from record_stage import drive, new_dags, stage
from sanitise import Sanitiser

import titanium_airflow_client as client_package
from titanium_airflow_client import ApiClient, ApiConnectionError, Configuration, OpenApiException, auth, local
from titanium_airflow_client.local.installation import install
from titanium_airflow_client.local.releases import find
from titanium_airflow_client.request import Response, Send
from titanium_airflow_client.server import Server
from titanium_airflow_client.transport import Urllib3Transport

FOLDER = ROOT / "tests" / "recordings"
HEADERS = ("Allow", "Content-Type", "Location", "Retry-After", "WWW-Authenticate")
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
        self.seen = Server(int(server.release[0]), server.release)
        self.operations = {one.name: one for one in declared() if self.is_asked(one)}
        self.sanitise = Sanitiser(server, install(find(server.release)))
        self.clients: dict[str | None, ApiClient] = {}
        self.known: dict[tuple[str, str], Any] = {}
        """Arguments that only the server knows, by operation and parameter; of all operations where that is empty."""

    def is_asked(self, operation: Declared) -> bool:
        """Whether to call it: on Airflow 2 also what came with a later release of it, for how that is refused."""
        if self.seen.generation == 2:
            return operation.route.v1 is not None
        return self.seen.supports(operation)

    def client(self, user: str | None) -> ApiClient:
        """The client of a user, or of none."""
        if user not in self.clients:
            configuration = Configuration(self.server.api_url, timeout=(10, 120), retries=0)
            if user and self.seen.generation == 3:
                configuration.access_token = self.server.token(user) if user in self.server.users else "wrong"
            elif user:
                configuration.username, configuration.password = user, self.server.users.get(user, "wrong")
            client = ApiClient(configuration, transport=Kept(configuration))
            client.server, client.found_at = self.seen, configuration.host
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
        result = None
        for _ in range(5):
            kept.exchanges.clear()
            try:
                result = getattr(getattr(client_package, group)(client), operation.name)(**arguments)
            except ApiConnectionError:
                raise  # the server is gone
            except OpenApiException as error:
                if not kept.exchanges:
                    print(f"not sent: {operation.name} {case.name}: {error}"[:120])
                    return None
            if kept.exchanges[-1][1].status < 500:
                break
            time.sleep(1)  # SQLite may be locked by the scheduler; what fails again fails
        arguments = client.sanitize_for_serialization(arguments)
        self.write(f"{group}.{operation.name}", case.name, arguments, kept.exchanges)
        return result

    def refuses_parameters(self) -> bool:
        """Whether the last call failed because the release is older than a parameter."""
        kept = self.client("admin").transport
        assert isinstance(kept, Kept)
        return b"Extra query parameter" in kept.exchanges[-1][1].content

    def elsewhere(self, name: str, method: str, path: str, with_credentials: bool) -> None:
        """Ask for what no operation asks for: web pages, and methods that no path has."""
        client = self.client("admin" if with_credentials else None)
        kept = client.transport
        assert isinstance(kept, Kept)
        headers = {"Accept": "application/json"}
        if with_credentials:
            headers |= auth.credentials(client.configuration)
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
        users = {"viewer": "Viewer"} | ({"nobody": "Public"} if release.startswith("2.") else {})
        env = {"AIRFLOW__CORE__TEST_CONNECTION": "Enabled"}
        with tempfile.TemporaryDirectory() as scratch:
            dags = new_dags(Path(scratch))
            with local.airflow(release, dags=dags, users=users, env=env) as server:
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
