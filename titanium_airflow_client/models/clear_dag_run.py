"""The documented import path of `ClearDagRun`. Written by tools/facade.py."""

from ..schemas.dag_run import ClearDagRun as ClearDagRun
