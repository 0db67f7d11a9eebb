"""The documented import path of `ClearDagRunsResponse`. Written by tools/facade.py."""

from ..schemas.dag_run_bulk import ClearDagRunsResponse as ClearDagRunsResponse
