"""The documented import path of `TaskStateStoreCollectionResponse`. Written by tools/facade.py."""

from ..schemas.task_state_store import TaskStateStoreCollectionResponse as TaskStateStoreCollectionResponse
