"""The documented import path of `PluginCollectionItem`. Written by tools/facade.py."""

from ..schemas.plugin import PluginCollectionItem as PluginCollectionItem
