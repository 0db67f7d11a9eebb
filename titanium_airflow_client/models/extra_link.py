"""The documented import path of `ExtraLink`. Written by tools/facade.py."""

from ..schemas.extra_link import ExtraLink as ExtraLink
