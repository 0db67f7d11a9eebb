"""The documented import path of `HITLUser`. Written by tools/facade.py."""

from ..schemas.hitl_detail import HITLUser as HITLUser
