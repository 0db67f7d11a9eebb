"""The documented import path of `AsyncConnectionTestResponse`. Written by tools/facade.py."""

from ..schemas.connection import AsyncConnectionTestResponse as AsyncConnectionTestResponse
