"""The documented import path of `BulkBodyBulkDAGRunBody`. Written by tools/facade.py."""

from ..schemas.dag_run_bulk import BulkBodyBulkDAGRunBody as BulkBodyBulkDAGRunBody
