"""The documented import path of `TaskInstance`. Written by tools/facade.py."""

from ..schemas.task_instance import TaskInstance as TaskInstance
