"""The documented import path of `DAGRunCollection`. Written by tools/facade.py."""

from ..schemas.dag_run import DAGRunCollection as DAGRunCollection
