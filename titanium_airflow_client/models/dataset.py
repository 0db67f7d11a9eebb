"""The documented import path of `Dataset`. Written by tools/facade.py."""

from ..schemas.dataset import Dataset as Dataset
