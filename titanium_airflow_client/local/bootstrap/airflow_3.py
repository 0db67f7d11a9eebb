"""Make the database of an Airflow 3: tables, DAGs, import errors, in one process of Airflow's own Python."""
# mypy: ignore-errors
# pyright: reportMissingImports=false

from __future__ import annotations

import os
import sys

if __name__ == "__main__":
    # 3.0's serialisation leaves the DAG folder out of the import path, its dag-processor does not
    sys.path.append(os.environ["AIRFLOW__CORE__DAGS_FOLDER"])
    from airflow.utils import db

    db.initdb()

    from airflow.cli import cli_parser

    arguments = cli_parser.get_parser().parse_args(["dags", "reserialize"])
    arguments.func(arguments)
