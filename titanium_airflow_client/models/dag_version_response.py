"""The documented import path of `DagVersionResponse`. Written by tools/facade.py."""

from ..schemas.dag_version import DagVersionResponse as DagVersionResponse
