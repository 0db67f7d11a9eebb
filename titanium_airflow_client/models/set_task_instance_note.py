"""The documented import path of `SetTaskInstanceNote`. Written by tools/facade.py."""

from ..schemas.task_instance_change import SetTaskInstanceNote as SetTaskInstanceNote
