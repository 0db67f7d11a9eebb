"""The documented import path of `TaskInstanceReference`. Written by tools/facade.py."""

from ..schemas.task_instance_change import TaskInstanceReference as TaskInstanceReference
