"""The documented import path of `ProviderCollection`. Written by tools/facade.py."""

from ..schemas.provider import ProviderCollection as ProviderCollection
