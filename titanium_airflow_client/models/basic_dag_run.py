"""The documented import path of `BasicDAGRun`. Written by tools/facade.py."""

from ..schemas.dag_run import BasicDAGRun as BasicDAGRun
