"""The documented import path of `PatchTaskInstanceBody`. Written by tools/facade.py."""

from ..schemas.task_instance_change import PatchTaskInstanceBody as PatchTaskInstanceBody
