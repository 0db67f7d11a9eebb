"""Local Airflows for these tests: the installations are the user's, the servers are kept apart from the user's."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from titanium_airflow_client import local

if TYPE_CHECKING:
    from collections.abc import Iterator

RELEASE = "2.11.2"
DAGS = Path(__file__).parents[1] / "dags"


@pytest.fixture(scope="session", autouse=True)
def _own_servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A state folder of our own; nothing may be left in it at the end."""
    state = tmp_path_factory.mktemp("state")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(state))
        yield
        assert [server.name for server in local.servers()] == []


@pytest.fixture(scope="session")
def server() -> Iterator[local.LocalServer]:
    """An Airflow with scheduler, all sample DAGs, a broken file, and users of three roles."""
    with local.airflow(RELEASE, dags=DAGS, users={"vera": "Viewer", "otto": "op", "paul": "Public"}) as server:
        yield server


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "titanium-airflow-client" / "airflow"
