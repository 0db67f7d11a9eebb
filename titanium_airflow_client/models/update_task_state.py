"""The documented import path of `UpdateTaskState`. Written by tools/facade.py."""

from ..schemas.task_state import UpdateTaskState as UpdateTaskState
