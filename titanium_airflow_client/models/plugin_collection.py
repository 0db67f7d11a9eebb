"""The documented import path of `PluginCollection`. Written by tools/facade.py."""

from ..schemas.plugin import PluginCollection as PluginCollection
