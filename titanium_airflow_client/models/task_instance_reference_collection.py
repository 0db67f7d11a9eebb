"""The documented import path of `TaskInstanceReferenceCollection`. Written by tools/facade.py."""

from ..schemas.task_instance_change import TaskInstanceReferenceCollection as TaskInstanceReferenceCollection
