"""The documented import path of `ReprocessBehavior`. Written by tools/facade.py."""

from ..schemas.backfill import ReprocessBehavior as ReprocessBehavior
