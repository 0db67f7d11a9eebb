"""The documented import path of `HITLDetailHistory`. Written by tools/facade.py."""

from ..schemas.hitl_detail import HITLDetailHistory as HITLDetailHistory
