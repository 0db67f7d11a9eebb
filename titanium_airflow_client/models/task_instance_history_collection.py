"""The documented import path of `TaskInstanceHistoryCollection`. Written by tools/facade.py."""

from ..schemas.task_instance_history import TaskInstanceHistoryCollection as TaskInstanceHistoryCollection
