"""The reference: it is up to date, and each of its examples runs as it is printed there, on real servers.

Only what an example cannot know is put in from outside: the host and the password, IDs that the server makes, and in
the place of `linear` a DAG that may be deleted or changed.
"""

from __future__ import annotations

import contextlib
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest

from tests.type_check import type_check
from titanium_airflow_client import (
    ApiClient,
    ConflictException,
    ConnectionApi,
    DAGApi,
    DAGRun,
    DAGRunApi,
    DatasetApi,
    EventLogApi,
    ForbiddenException,
    ImportErrorApi,
    NotFoundException,
    OpenApiException,
    PoolApi,
    RoleApi,
    UserApi,
    VariableApi,
)
from titanium_airflow_client.transport import Urllib3Transport

pytestmark = pytest.mark.only_on("2")  # the examples name an Airflow 2
ROOT = Path(__file__).parents[2]
PAGES = {path.stem: path.read_text() for path in sorted((ROOT / "docs" / "reference").glob("*Api.md"))}
EXAMPLES = {
    f"{group}.{name}": re.findall(r"```python\n(.*?)```", text, re.DOTALL)[1]
    for group, page in PAGES.items()
    for name, text in re.findall(r"^## (\w+)\n(.*?)(?=^## |\Z)", page, re.DOTALL | re.MULTILINE)
}
STATUS = {
    f"{group}.{name}": int(status)
    for group, page in PAGES.items()
    for name, status in re.findall(r"^## (\w+)\n.*?^(2\d\d) \|", page, re.DOTALL | re.MULTILINE)
}
RUN = "manual__2024-02-29T12:00:00+00:00"
ORDERS, UPDATED = "file://localhost/sample/orders.csv", "file://localhost/tests/updated"
OWN_DAG = {
    "DAGApi.delete_dag": "disposable_35",
    "DAGApi.patch_dag": "disposable_36",
    "DAGApi.patch_dags": "disposable_36",
    "DAGRunApi.delete_dag_run": "disposable_37",
    "DAGRunApi.update_dag_run_state": "disposable_38",
    "DAGRunApi.post_dag_run": "disposable_39",
}
"""The DAG in the place of `linear`, where something is changed."""
REFUSED = {"ConnectionApi.test_connection": ForbiddenException}
"""What a server does not do unless its administrator allows it."""
NAMED = {
    "ConnectionApi": (ConnectionApi, "connection", "warehouse"),
    "PoolApi": (PoolApi, "pool", "warehouse"),
    "RoleApi": (RoleApi, "role", "Reader"),
    "UserApi": (UserApi, "user", "grace"),
    "VariableApi": (VariableApi, "variable", "region"),
}
"""What the examples of a group make, read, change and delete: its API, its kind and its name."""


@pytest.fixture(scope="module")
def known(airflow: Any) -> Iterator[dict[str, str]]:
    """What there is on the server, in the place of what the examples say."""
    configuration = airflow.configuration
    with ApiClient(configuration) as client:
        dags, runs = DAGApi(client), DAGRunApi(client)
        for dag_id in ("linear", "mapped", "waiting"):
            dags.patch_dag(dag_id, {"is_paused": False})
        for dag_id in ("linear", "mapped", "dataset_consumer", "disposable_37", "disposable_38"):
            with contextlib.suppress(ConflictException):  # it is there
                at = datetime(2024, 2, 29, 12, tzinfo=timezone.utc)
                runs.post_dag_run(dag_id, DAGRun(dag_run_id=RUN, logical_date=at))
        deadline = time.monotonic() + 90
        while {"success"} != {runs.get_dag_run(dag_id, RUN).state for dag_id in ("linear", "mapped")}:
            assert time.monotonic() < deadline, "the runs do not end"
            time.sleep(0.3)
        (broken,) = ImportErrorApi(client).get_import_errors().import_errors or []
        (event,) = EventLogApi(client).get_event_logs(limit=1).event_logs or []
        yield {
            '"http://localhost:8080/api/v1"': repr(configuration.host),
            '"admin", password="admin"': f"{configuration.username!r}, password={configuration.password!r}",
            '"the-file-token-of-a-dag"': repr(dags.get_dag("linear").file_token),
            "import_error_id=1": f"import_error_id={broken.import_error_id}",
            "event_log_id=1": f"event_log_id={event.event_log_id}",
        }


@pytest.fixture
def prepared(airflow: Any, request: pytest.FixtureRequest) -> Iterator[None]:
    """What an example reads, changes or deletes is there before it, and what it makes is not; then all is gone."""
    group, _, name = request.getfixturevalue("name").partition(".")
    with ApiClient(airflow.configuration) as client:
        if "queued_event" in name and at_least(airflow.release, "2.9"):
            DatasetApi(client).create_dataset_event({"dataset_uri": UPDATED})
        if group not in NAMED:
            yield
            return
        kind, noun, value = NAMED[group]
        api = kind(client)
        remove: Callable[..., Any] = getattr(api, f"delete_{noun}")
        if not name.startswith("post_"):
            create = next(source for key, source in EXAMPLES.items() if key.startswith(f"{group}.post_"))
            exec(compile(put_in(create, request.getfixturevalue("known")), create, "exec"), {})
        yield
        with contextlib.suppress(NotFoundException):
            remove(value)


def put_in(source: str, known: dict[str, str]) -> str:
    for text, value in known.items():
        source = source.replace(text, value)
    return source


def at_least(release: str, other: str) -> bool:
    one, two = ([int(part) for part in each.split(".")[:2]] for each in (release or "9.9", other))
    return one >= two


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_as_it_is_printed(name, airflow, known, prepared, capsys, monkeypatch):
    statuses = []
    send = Urllib3Transport.send

    def note(self: Urllib3Transport, asked: Any) -> Any:
        response = send(self, asked)
        statuses.append(response.status)
        return response

    capsys.readouterr()
    monkeypatch.setattr(Urllib3Transport, "send", note)
    source = put_in(EXAMPLES[name].replace('"linear"', f'"{OWN_DAG.get(name, "linear")}"'), known)
    if "queued_event" in name:
        source = source.replace("dataset_consumer", "waiting").replace(ORDERS, UPDATED)
    program = compile(source, f"the example of {name}", "exec")
    since = re.search(
        rf"^## {name.partition('.')[2]}\n.*?since Airflow ([\d.]+)\.", PAGES[name.partition(".")[0]], re.S | re.M
    )
    if not at_least(airflow.release, since[1]):
        with pytest.raises(OpenApiException, match=f"(since|needs) Airflow {re.escape(since[1])}"):
            exec(program, {})
    elif name in REFUSED:
        with pytest.raises(REFUSED[name]):
            exec(program, {})
    else:
        exec(program, {})
        assert statuses == [STATUS[name]]
        assert bool(capsys.readouterr().out.strip()) is ("print(" in source)


def test_every_operation_has_an_example_and_a_row():
    page = (ROOT / "docs" / "reference" / "operations.md").read_text()
    rows = re.findall(r"^\[`(\w+)`\]\((\w+)\.md#\1\) \| \w+ \| (\S+)", page, re.MULTILINE)
    assert {f"{group}.{name}" for name, group, _ in rows} == EXAMPLES.keys() == STATUS.keys()
    assert len({name for name, _, path in rows if path != "-"}) == 89  # those of Airflow 2


def test_links_lead_somewhere():
    pages = {path.name: path.read_text() for path in (ROOT / "docs" / "reference").glob("*.md")}
    for name, page in pages.items():
        for target, anchor in re.findall(r"\]\(([\w.]*)#([\w-]+)\)", page):
            headings = re.findall(r"^#+ .*?([\w -]+)\]?[^\n]*$", pages[target or name], re.MULTILINE)
            anchors = {"top", *(heading.strip().lower().replace(" ", "-") for heading in headings)}
            assert anchor in anchors, f"{name}: {target}#{anchor}"


def test_it_is_up_to_date():
    done = subprocess.run([sys.executable, "tools/reference.py", "--check"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_examples_type_check(tmp_path):
    for name, source in EXAMPLES.items():
        (tmp_path / f"{name.replace('.', '_')}.py").write_text(source)
    type_check(tmp_path)
