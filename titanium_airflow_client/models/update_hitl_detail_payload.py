"""The documented import path of `UpdateHITLDetailPayload`. Written by tools/facade.py."""

from ..schemas.hitl_detail import UpdateHITLDetailPayload as UpdateHITLDetailPayload
