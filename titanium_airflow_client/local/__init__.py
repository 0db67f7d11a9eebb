"""A real Apache Airflow on this machine, for development and tests (extra `local`).

from titanium_airflow_client import ApiClient, DAGApi, local

with local.airflow("2.11.2") as server, ApiClient(server.configuration) as client:
    print(DAGApi(client).get_dags())
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .errors import LocalAirflowError as LocalAirflowError
    from .installation import install as install
    from .releases import RELEASES as RELEASES
    from .releases import Release as Release
    from .server import LocalServer as LocalServer
    from .start import SAMPLE_DAGS as SAMPLE_DAGS
    from .start import airflow as airflow
    from .start import find as find
    from .start import servers as servers

# The supervisor lives in this package too, and needs none of these.
_HOMES = {
    "LocalAirflowError": "errors",
    "install": "installation",
    "RELEASES": "releases",
    "Release": "releases",
    "LocalServer": "server",
    "SAMPLE_DAGS": "start",
    "airflow": "start",
    "find": "start",
    "servers": "start",
}
__all__ = [
    "RELEASES",
    "SAMPLE_DAGS",
    "LocalAirflowError",
    "LocalServer",
    "Release",
    "airflow",
    "find",
    "install",
    "servers",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f".{_HOMES[name]}", __name__), name)


def __dir__() -> list[str]:
    return sorted(__all__)
