"""The documented import path of `DAGTagCollectionResponse`. Written by tools/facade.py."""

from ..schemas.dag import DAGTagCollectionResponse as DAGTagCollectionResponse
