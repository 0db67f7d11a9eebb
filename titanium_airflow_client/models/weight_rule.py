"""The documented import path of `WeightRule`. Written by tools/facade.py."""

from ..schemas.task import WeightRule as WeightRule
