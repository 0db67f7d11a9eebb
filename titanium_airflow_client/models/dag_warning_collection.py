"""The documented import path of `DagWarningCollection`. Written by tools/facade.py."""

from ..schemas.dag_warning import DagWarningCollection as DagWarningCollection
