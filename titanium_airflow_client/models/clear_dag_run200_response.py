"""The documented import path of `ClearDagRun200Response`. Written by tools/facade.py."""

from ..schemas.dag_run import ClearDagRun200Response as ClearDagRun200Response
