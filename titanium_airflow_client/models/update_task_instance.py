"""The documented import path of `UpdateTaskInstance`. Written by tools/facade.py."""

from ..schemas.task_instance_change import UpdateTaskInstance as UpdateTaskInstance
