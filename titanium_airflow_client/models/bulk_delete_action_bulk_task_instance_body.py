"""The documented import path of `BulkDeleteActionBulkTaskInstanceBody`. Written by tools/facade.py."""

from ..schemas.bulk_task_instance import BulkDeleteActionBulkTaskInstanceBody as BulkDeleteActionBulkTaskInstanceBody
