"""The documented import path of `DagStatsStateCollectionItem`. Written by tools/facade.py."""

from ..schemas.dag_stats import DagStatsStateCollectionItem as DagStatsStateCollectionItem
