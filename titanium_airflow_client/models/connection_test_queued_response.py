"""The documented import path of `ConnectionTestQueuedResponse`. Written by tools/facade.py."""

from ..schemas.connection import ConnectionTestQueuedResponse as ConnectionTestQueuedResponse
