"""The documented import path of `SetDagRunNote`. Written by tools/facade.py."""

from ..schemas.dag_run import SetDagRunNote as SetDagRunNote
