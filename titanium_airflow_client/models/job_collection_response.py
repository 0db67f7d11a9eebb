"""The documented import path of `JobCollectionResponse`. Written by tools/facade.py."""

from ..schemas.job import JobCollectionResponse as JobCollectionResponse
