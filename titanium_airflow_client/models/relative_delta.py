"""The documented import path of `RelativeDelta`. Written by tools/facade.py."""

from ..schemas.schedule_interval import RelativeDelta as RelativeDelta
