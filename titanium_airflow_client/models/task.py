"""The documented import path of `Task`. Written by tools/facade.py."""

from ..schemas.task import Task as Task
