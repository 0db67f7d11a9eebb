"""The documented import path of `DAGVersionCollectionResponse`. Written by tools/facade.py."""

from ..schemas.dag_version import DAGVersionCollectionResponse as DAGVersionCollectionResponse
