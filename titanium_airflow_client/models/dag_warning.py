"""The documented import path of `DagWarning`. Written by tools/facade.py."""

from ..schemas.dag_warning import DagWarning as DagWarning
