"""The documented import path of `XComUpdateBody`. Written by tools/facade.py."""

from ..schemas.xcom import XComUpdateBody as XComUpdateBody
