"""The documented import path of `PluginImportErrorResponse`. Written by tools/facade.py."""

from ..schemas.plugin import PluginImportErrorResponse as PluginImportErrorResponse
