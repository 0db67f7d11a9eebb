"""What a release does not have is refused by name: with the release that has it, or with what to use instead."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

import titanium_airflow_client
from titanium_airflow_client import ApiClient, ApiException, MonitoringApi, UnsupportedOperation

sys.path.insert(0, str(Path(__file__).parents[2] / "tools"))

from declared import declared
from trials import calls


def test_what_the_server_lacks_is_refused_by_name(airflow: Any) -> None:
    with ApiClient(airflow.configuration) as client:
        MonitoringApi(client).get_version()
        server = client.server
        assert server is not None
        lacking = [one for one in declared() if not server.supports(getattr(group(one), one.name))]
        for one in lacking:
            _, arguments = next(calls(one))
            with pytest.raises(
                (UnsupportedOperation, ApiException), match=rf"^{one.name}|exists since Airflow"
            ) as info:
                getattr(group(one)(client), one.name)(**arguments)
            assert "since Airflow" in str(info.value) or "it needs Airflow" in str(info.value)
    assert server.release.startswith("3.3") or lacking


def group(one: Any) -> Any:
    """The class of an operation."""
    return getattr(titanium_airflow_client, f"{one.group}Api")
