"""The documented import path of `BulkDAGRunClearBody`. Written by tools/facade.py."""

from ..schemas.dag_run_bulk import BulkDAGRunClearBody as BulkDAGRunClearBody
