"""The documented import path of `ConnectionTestRequestBody`. Written by tools/facade.py."""

from ..schemas.connection import ConnectionTestRequestBody as ConnectionTestRequestBody
