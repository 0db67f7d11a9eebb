"""The documented import path of `ClearPartitionsBody`. Written by tools/facade.py."""

from ..schemas.dag_run_bulk import ClearPartitionsBody as ClearPartitionsBody
