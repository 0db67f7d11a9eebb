"""Real Airflow servers for the tests, and one way to call in both colours."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from titanium_airflow_client import ApiClient, AsyncApiClient, Configuration, local

RELEASES = ("2.11.2", "2.9.3")
DAGS = Path(__file__).parent / "dags"
USERS = {"viewer": "Viewer", "nobody": "Public"}


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--airflow", action="append", metavar="RELEASE", help=f"a release to test against {RELEASES}")
    parser.addoption("--airflow-url", metavar="URL", help="a running server, with its credentials in the URL")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "airflow" in metafunc.fixturenames:
        chosen = metafunc.config.getoption
        servers = [chosen("--airflow-url")] if chosen("--airflow-url") else chosen("--airflow") or RELEASES
        metafunc.parametrize("airflow", servers, indirect=True, scope="session")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A test of what only one generation has is not even chosen for releases of the other one."""
    elsewhere = {item for item in items if not may_run(item)}
    if elsewhere:
        config.hook.pytest_deselected(items=[item for item in items if item in elsewhere])
        items[:] = [item for item in items if item not in elsewhere]
    for item in items:  # where tests run side by side: those of one server in one process, and else those of one file
        item.add_marker(pytest.mark.xdist_group(release_of(item) or item.path.name))


def release_of(item: pytest.Item) -> str:
    """The server that a test needs; empty for one that needs none, or one of its own."""
    call = getattr(item, "callspec", None)
    return call.params.get("airflow", "") if call else ""


def may_run(item: pytest.Item) -> bool:
    mark, release = item.get_closest_marker("only_on"), release_of(item)
    if mark is None or not release or "://" in release:  # whatever runs there
        return True
    return bool(release.startswith(mark.args))


@pytest.fixture(scope="session")
def airflow(request: pytest.FixtureRequest) -> Iterator[Any]:
    """A real Airflow of one release, started for the whole session: with scheduler, and the DAGs of tests/dags."""
    if "://" in request.param:
        configuration = Configuration(request.param)
        yield SimpleNamespace(configuration=configuration, release="", url=configuration.host)
        return
    with local.airflow(request.param, dags=DAGS, users=USERS) as server:
        yield server


@pytest.fixture(scope="session")
def with_users(airflow: Any) -> Iterator[Any]:
    """One of the same release that keeps users and roles: of Airflow 3, another with the FAB auth manager."""
    if not airflow.release.startswith("3"):
        yield airflow
        return
    with local.airflow(airflow.release, auth="fab", scheduler=False, users=USERS) as server:
        yield server


@pytest.fixture(params=["blocking", "awaited"])
def connect(request: pytest.FixtureRequest) -> Iterator[Callable[[Configuration], Any]]:
    """A client of either colour; what it returns is the same for a test, since `api` waits for what is awaited."""
    runner = None
    clients: list[Any] = []
    if request.param == "awaited":
        runner = Loop()

    def connect(configuration: Configuration, **arguments: Any) -> Any:
        client = (ApiClient if runner is None else AsyncApiClient)(configuration, **arguments)
        clients.append(client)
        return lambda group: InOneColour(group(client), runner)

    yield connect
    for client in clients:
        if runner is None:
            client.close()
        else:
            runner.run(client.close())
    if runner is not None:
        runner.close()


@pytest.fixture
def api(connect: Callable[[Configuration], Any], airflow: Any) -> Any:
    """`api(DAGApi)`: a group of operations on the real server, in either colour."""
    return connect(airflow.configuration)


class Loop:
    """An event loop that runs one coroutine after another (asyncio.Runner is newer than Python 3.10)."""

    def __init__(self) -> None:
        self.loop = asyncio.new_event_loop()

    def run(self, coroutine: Any) -> Any:
        return self.loop.run_until_complete(coroutine)

    def close(self) -> None:
        self.loop.run_until_complete(asyncio.sleep(0))
        self.loop.close()


async def collect(found: Any, items: list[Any]) -> None:
    async for item in found:
        items.append(item)  # noqa: PERF401 - what came before an error counts


class InOneColour:
    """An API group whose awaitables are awaited, so that one test reads the same in both colours."""

    def __init__(self, group: Any, runner: Loop | None) -> None:
        self.group, self.runner = group, runner

    def wait(self, result: Any) -> Any:
        return self.runner.run(result) if self.runner and asyncio.iscoroutine(result) else result

    def every(self, name: str, into: list[Any] | None = None, **arguments: Any) -> list[Any]:
        """What an `iter_...` yields."""
        items = [] if into is None else into
        found = getattr(self.group, name)(**arguments)
        if self.runner is None:
            for item in found:
                items.append(item)
        else:
            self.runner.run(collect(found, items))
        return items

    def first(self, name: str, **arguments: Any) -> Any:
        """The first item that an `iter_...` yields; the others are not wanted."""
        found = getattr(self.group, name)(**arguments)
        if self.runner is None:
            item = next(found)
            found.close()
            return item
        item = self.runner.run(found.__anext__())
        self.runner.run(found.aclose())
        return item

    def rest(self, seconds: float) -> None:
        time.sleep(seconds) if self.runner is None else self.runner.run(asyncio.sleep(seconds))

    def __getattr__(self, name: str) -> Any:
        operation = getattr(self.group, name)

        return lambda *args, **kwargs: self.wait(operation(*args, **kwargs))
