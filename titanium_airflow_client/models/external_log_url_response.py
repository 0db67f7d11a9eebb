"""The documented import path of `ExternalLogUrlResponse`. Written by tools/facade.py."""

from ..schemas.task_log import ExternalLogUrlResponse as ExternalLogUrlResponse
