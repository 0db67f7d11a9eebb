"""The documented import path of `DagProcessorStatus`. Written by tools/facade.py."""

from ..schemas.health import DagProcessorStatus as DagProcessorStatus
