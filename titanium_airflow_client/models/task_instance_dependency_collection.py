"""The documented import path of `TaskInstanceDependencyCollection`. Written by tools/facade.py."""

from ..schemas.task_dependency import TaskInstanceDependencyCollection as TaskInstanceDependencyCollection
