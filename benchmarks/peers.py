"""Who is measured: how each is called in tables, where it is installed, and which bodies it reads."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "benchmarks" / "requirements"


class Peer(NamedTuple):
    """One column of the tables."""

    label: str
    environment: str
    """Whose requirements it is installed by: `requirements/ENVIRONMENT.txt`."""
    client: str
    """Its module and class in `clients/`."""
    version: str = "v1"
    """The API whose bodies it reads."""


PEERS = {
    "bare": Peer("Python alone", "alone", ""),
    "ideal": Peer("nothing but the waiting", "ours", "floor:Ideal"),
    "json": Peer("floor: json, dicts", "ours", "floor:Json"),
    "floor": Peer("floor: socket, orjson, dicts", "ours", "floor:Socket"),
    "floor_v2": Peer("floor: orjson, dicts (v2 bodies)", "ours", "floor:Socket", "v2"),
    "http_client": Peer("floor: http.client, dicts", "ours", "floor:HttpClient"),
    "urllib3": Peer("floor: urllib3, orjson, dicts", "ours", "floor:Urllib3"),
    "by_hand": Peer("own transport: urllib3, msgspec, by hand", "ours", "floor:ByHand"),
    "ours": Peer("**titanium_airflow_client**", "ours", "ours:Blocking"),
    "ours_alone": Peer("**titanium_airflow_client**", "alone", ""),
    "ours_used": Peer("**titanium_airflow_client**, `DAGApi` and `ApiClient`", "alone", ""),
    "ours_v2": Peer("**titanium_airflow_client** (v2 bodies)", "ours", "ours:OnAirflow3", "v2"),
    "awaited": Peer("**titanium_airflow_client**, awaited", "ours", "ours:Awaited"),
    "ac2": Peer("apache-airflow-client 2.10.0", "ac2", "ac2:Official"),
    "ac3": Peer("apache-airflow-client 3.3.2 (v2 bodies)", "ac3", "ac3:Official", "v2"),
    "ctl": Peer("apache-airflow-ctl 0.1.5 (v2 bodies)", "ctl", "ctl:Control", "v2"),
    "og7": Peer("openapi-generator 7.26.0", "og7", "og7:Generated"),
}
