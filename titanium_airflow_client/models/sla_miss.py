"""The documented import path of `SLAMiss`. Written by tools/facade.py."""

from ..schemas.sla_miss import SLAMiss as SLAMiss
