"""The documented import path of `GetProviders200Response`. Written by tools/facade.py."""

from ..schemas.provider import GetProviders200Response as GetProviders200Response
