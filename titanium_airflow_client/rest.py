"""The documented import path of `ApiException` and of the response that `..._without_preload_content` returns."""

from __future__ import annotations

from urllib3 import BaseHTTPResponse as RESTResponse

from .exceptions import ApiException, ApiTypeError, ApiValueError

__all__ = ["ApiException", "ApiTypeError", "ApiValueError", "RESTResponse"]
