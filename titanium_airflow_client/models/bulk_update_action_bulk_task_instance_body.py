"""The documented import path of `BulkUpdateActionBulkTaskInstanceBody`. Written by tools/facade.py."""

from ..schemas.bulk_task_instance import BulkUpdateActionBulkTaskInstanceBody as BulkUpdateActionBulkTaskInstanceBody
