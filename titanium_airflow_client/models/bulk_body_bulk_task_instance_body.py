"""The documented import path of `BulkBodyBulkTaskInstanceBody`. Written by tools/facade.py."""

from ..schemas.bulk_task_instance import BulkBodyBulkTaskInstanceBody as BulkBodyBulkTaskInstanceBody
