"""The documented import path of `DagStatsCollectionItem`. Written by tools/facade.py."""

from ..schemas.dag_stats import DagStatsCollectionItem as DagStatsCollectionItem
