"""The documented import path of `DagStatsCollectionSchema`. Written by tools/facade.py."""

from ..schemas.dag_stats import DagStatsCollectionSchema as DagStatsCollectionSchema
