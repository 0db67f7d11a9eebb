"""The documented import path of `TaskInstanceHistory`. Written by tools/facade.py."""

from ..schemas.task_instance_history import TaskInstanceHistory as TaskInstanceHistory
