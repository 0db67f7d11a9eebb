"""The documented import path of `GetLog200Response`. Written by tools/facade.py."""

from ..schemas.task_log import GetLog200Response as GetLog200Response
