"""The documented import path of `BulkUpdateActionBulkDAGRunBody`. Written by tools/facade.py."""

from ..schemas.dag_run_bulk import BulkUpdateActionBulkDAGRunBody as BulkUpdateActionBulkDAGRunBody
