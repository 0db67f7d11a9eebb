"""The documented import path of `TaskStateStoreBody`. Written by tools/facade.py."""

from ..schemas.task_state_store import TaskStateStoreBody as TaskStateStoreBody
