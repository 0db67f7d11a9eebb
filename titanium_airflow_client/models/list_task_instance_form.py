"""The documented import path of `ListTaskInstanceForm`. Written by tools/facade.py."""

from ..schemas.task_instance import ListTaskInstanceForm as ListTaskInstanceForm
