"""The documented import path of `DAGRun`. Written by tools/facade.py."""

from ..schemas.dag_run import DAGRun as DAGRun
