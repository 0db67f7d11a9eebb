"""The documented import path of `XComCollectionItem`. Written by tools/facade.py."""

from ..schemas.xcom import XComCollectionItem as XComCollectionItem
