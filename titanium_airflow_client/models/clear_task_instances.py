"""The documented import path of `ClearTaskInstances`. Written by tools/facade.py."""

from ..schemas.task_instance_change import ClearTaskInstances as ClearTaskInstances
