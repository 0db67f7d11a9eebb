"""The documented import path of `XComCreateBody`. Written by tools/facade.py."""

from ..schemas.xcom import XComCreateBody as XComCreateBody
