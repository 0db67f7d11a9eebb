"""The documented import path of `Job`. Written by tools/facade.py."""

from ..schemas.job import Job as Job
