"""The documented import path of `PluginImportErrorCollectionResponse`. Written by tools/facade.py."""

from ..schemas.plugin import PluginImportErrorCollectionResponse as PluginImportErrorCollectionResponse
