"""The documented import path of `TaskFailedDependency`. Written by tools/facade.py."""

from ..schemas.task_dependency import TaskFailedDependency as TaskFailedDependency
