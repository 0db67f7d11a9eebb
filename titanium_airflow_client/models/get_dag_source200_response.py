"""The documented import path of `GetDagSource200Response`. Written by tools/facade.py."""

from ..schemas.dag import GetDagSource200Response as GetDagSource200Response
