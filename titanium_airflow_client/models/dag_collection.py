"""The documented import path of `DAGCollection`. Written by tools/facade.py."""

from ..schemas.dag import DAGCollection as DAGCollection
