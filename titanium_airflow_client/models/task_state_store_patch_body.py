"""The documented import path of `TaskStateStorePatchBody`. Written by tools/facade.py."""

from ..schemas.task_state_store import TaskStateStorePatchBody as TaskStateStorePatchBody
