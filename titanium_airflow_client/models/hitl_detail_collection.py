"""The documented import path of `HITLDetailCollection`. Written by tools/facade.py."""

from ..schemas.hitl_detail import HITLDetailCollection as HITLDetailCollection
