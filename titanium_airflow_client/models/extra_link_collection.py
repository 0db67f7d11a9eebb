"""The documented import path of `ExtraLinkCollection`. Written by tools/facade.py."""

from ..schemas.extra_link import ExtraLinkCollection as ExtraLinkCollection
