"""The documented import path of `TaskInstanceCollection`. Written by tools/facade.py."""

from ..schemas.task_instance import TaskInstanceCollection as TaskInstanceCollection
