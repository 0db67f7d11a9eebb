"""The documented import path of `TaskState`. Written by tools/facade.py."""

from ..schemas.task_state import TaskState as TaskState
