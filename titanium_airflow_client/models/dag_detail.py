"""The documented import path of `DAGDetail`. Written by tools/facade.py."""

from ..schemas.dag import DAGDetail as DAGDetail
