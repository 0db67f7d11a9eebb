"""The documented import path of `TaskCollection`. Written by tools/facade.py."""

from ..schemas.task import TaskCollection as TaskCollection
