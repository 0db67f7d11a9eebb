"""The documented import path of `UpdateTaskInstancesState`. Written by tools/facade.py."""

from ..schemas.task_instance_change import UpdateTaskInstancesState as UpdateTaskInstancesState
