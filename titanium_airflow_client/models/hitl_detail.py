"""The documented import path of `HITLDetail`. Written by tools/facade.py."""

from ..schemas.hitl_detail import HITLDetail as HITLDetail
