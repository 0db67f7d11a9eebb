"""The documented import path of `TaskStateStoreResponse`. Written by tools/facade.py."""

from ..schemas.task_state_store import TaskStateStoreResponse as TaskStateStoreResponse
