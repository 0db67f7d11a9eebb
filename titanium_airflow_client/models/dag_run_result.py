"""The documented import path of `DAGRunResult`. Written by tools/facade.py."""

from ..schemas.dag_run_bulk import DAGRunResult as DAGRunResult
