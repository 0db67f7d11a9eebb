"""The documented import path of `TaskExtraLinksInner`. Written by tools/facade.py."""

from ..schemas.task import TaskExtraLinksInner as TaskExtraLinksInner
