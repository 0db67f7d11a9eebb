"""The documented import path of `XComCollection`. Written by tools/facade.py."""

from ..schemas.xcom import XComCollection as XComCollection
