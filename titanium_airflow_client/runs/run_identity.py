"""Which DAG run is meant: the ID of a key, and whether a run that is there is the one that was asked for. No I/O."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterator
from datetime import datetime, timezone
from hashlib import sha256
from typing import Any

from .. import encode
from ..decode import parse
from ..encode import aware
from ..exceptions import ApiValueError
from ..schemas.dag_run import DAGRun

LONGEST = 200
"""Characters of a key that are kept as they are; Airflow takes run IDs of up to 250."""
COMPARED = ("conf", "logical_date", "data_interval_start", "data_interval_end", "run_after", "partition_key")
"""What makes two runs of one ID different; a note may be changed at any time."""


def run_id_of_key(key: str) -> str:
    """The ID of the run that a key stands for: `once__` and the key.

    What stock servers refuse in a run ID becomes `-`, and a part of the key's SHA-256 then tells such keys apart.
    """
    if not key.strip():
        raise ApiValueError("idempotency_key must not be empty")
    readable = re.sub(r"[^A-Za-z0-9_.~:+-]", "-", key)[:LONGEST]
    if readable == key:
        return f"once__{key}"
    return f"once__{readable}__{sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def new_run_id() -> str:
    """An ID as Airflow itself makes them, that no other run ever has."""
    return f"manual__{datetime.now(timezone.utc).isoformat()}_{secrets.token_hex(4)}"


def differences(found: DAGRun, wanted: DAGRun) -> list[str]:
    """What a run that is there has otherwise than was asked for; of `conf`, the names of the parameters."""
    return [difference for name in COMPARED for difference in _differences(name, found, wanted)]


def _differences(name: str, found: DAGRun, wanted: DAGRun) -> Iterator[str]:
    there, asked = getattr(found, name), getattr(wanted, name)
    if name == "conf":
        there, asked = plain(there), plain(asked)
        yield from (f"conf[{key!r}]" for key in {**asked, **there} if there.get(key, ...) != asked.get(key, ...))
    elif asked is not None:
        if isinstance(asked, datetime):
            asked, there = aware(asked), there and aware(there)
        if there is not None and there != asked:
            yield name


def plain(conf: Any) -> dict[str, Any]:
    """Parameters as Airflow gives them back: what JSON has."""
    values: dict[str, Any] = parse(encode.json(conf or {}))
    return values
