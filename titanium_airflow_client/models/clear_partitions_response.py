"""The documented import path of `ClearPartitionsResponse`. Written by tools/facade.py."""

from ..schemas.dag_run_bulk import ClearPartitionsResponse as ClearPartitionsResponse
