"""What starts DAG runs."""

from __future__ import annotations

from typing import Literal, TypeAlias

RunTypeName: TypeAlias = Literal[
    "backfill",
    "manual",
    "scheduled",
    "dataset_triggered",
    "asset_triggered",
    "asset_materialization",
    "operator_triggered",
]
"""What can start a DAG run, for editors. Airflow 3 says `asset_triggered`, where Airflow 2 says `dataset_triggered`."""
