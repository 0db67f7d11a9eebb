"""The documented import path of `ConnectionTest`. Written by tools/facade.py."""

from ..schemas.connection import ConnectionTest as ConnectionTest
