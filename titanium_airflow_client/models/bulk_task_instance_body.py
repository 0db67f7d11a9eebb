"""The documented import path of `BulkTaskInstanceBody`. Written by tools/facade.py."""

from ..schemas.bulk_task_instance import BulkTaskInstanceBody as BulkTaskInstanceBody
