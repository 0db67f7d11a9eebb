"""The documented import path of `DagState`. Written by tools/facade.py."""

from ..schemas.dag_run import DagState as DagState
