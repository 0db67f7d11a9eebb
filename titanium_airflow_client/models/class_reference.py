"""The documented import path of `ClassReference`. Written by tools/facade.py."""

from ..schemas.task import ClassReference as ClassReference
