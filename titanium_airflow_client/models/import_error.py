"""The documented import path of `ImportError`. Written by tools/facade.py."""

from ..schemas.import_error import ImportError as ImportError
