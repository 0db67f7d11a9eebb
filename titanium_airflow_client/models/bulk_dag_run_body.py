"""The documented import path of `BulkDAGRunBody`. Written by tools/facade.py."""

from ..schemas.dag_run_bulk import BulkDAGRunBody as BulkDAGRunBody
