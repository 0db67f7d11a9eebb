"""The documented import path of `ListDagRunsForm`. Written by tools/facade.py."""

from ..schemas.dag_run import ListDagRunsForm as ListDagRunsForm
