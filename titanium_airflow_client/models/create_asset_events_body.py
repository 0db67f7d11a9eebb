"""The documented import path of `CreateAssetEventsBody`. Written by tools/facade.py."""

from ..schemas.dataset_event import CreateAssetEventsBody as CreateAssetEventsBody
