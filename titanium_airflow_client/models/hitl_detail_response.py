"""The documented import path of `HITLDetailResponse`. Written by tools/facade.py."""

from ..schemas.hitl_detail import HITLDetailResponse as HITLDetailResponse
