"""The documented import path of `ImportErrorCollection`. Written by tools/facade.py."""

from ..schemas.import_error import ImportErrorCollection as ImportErrorCollection
