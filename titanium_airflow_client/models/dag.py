"""The documented import path of `DAG`. Written by tools/facade.py."""

from ..schemas.dag import DAG as DAG
