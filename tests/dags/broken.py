"""A DAG file that does not import, for what Airflow says about such files."""

from airflow.decorators import dag  # noqa: F401

raise RuntimeError("this file is broken on purpose")
