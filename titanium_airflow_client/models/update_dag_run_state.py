"""The documented import path of `UpdateDagRunState`. Written by tools/facade.py."""

from ..schemas.dag_run import UpdateDagRunState as UpdateDagRunState
