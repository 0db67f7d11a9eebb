"""The documented import path of `BulkDeleteActionBulkDAGRunBody`. Written by tools/facade.py."""

from ..schemas.dag_run_bulk import BulkDeleteActionBulkDAGRunBody as BulkDeleteActionBulkDAGRunBody
