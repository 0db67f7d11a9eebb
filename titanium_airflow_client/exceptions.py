"""Everything that this library raises.

    OpenApiException
    ├── ApiTypeError, ApiValueError, ApiKeyError, ApiAttributeError    a mistake in the call; nothing was sent
    ├── UnsupportedOperation              the server's Airflow release does not have this operation; nothing was sent
    └── ApiException                      something was sent: status, reason, body, headers, data
        ├── BadRequestException               400
        │   └── UnprocessableEntityException  422, the same mistake as Airflow 3 tells it
        ├── UnauthorizedException             401
        ├── ForbiddenException                403
        ├── NotFoundException                 404
        ├── MethodNotAllowedException         405
        ├── NotAcceptableException            406
        ├── ConflictException                 409
        ├── UnsupportedMediaTypeException     415
        ├── TooManyRequestsException          429
        ├── ServiceException                  5xx
        ├── UnexpectedAnswer                  an answer that does not come from Airflow's API, or is cut off
        └── ApiConnectionError                no answer; status is 0, `__cause__` the HTTP library's own error
            ├── ApiTimeoutError
            └── ApiTlsError

Every error pickles, and none holds a password, a token or a cookie.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .schemas.error import Error

__all__ = [
    "ApiAttributeError",
    "ApiConnectionError",
    "ApiException",
    "ApiKeyError",
    "ApiTimeoutError",
    "ApiTlsError",
    "ApiTypeError",
    "ApiValueError",
    "BadRequestException",
    "ConflictException",
    "ForbiddenException",
    "MethodNotAllowedException",
    "NotAcceptableException",
    "NotFoundException",
    "OpenApiException",
    "ServiceException",
    "TooManyRequestsException",
    "UnauthorizedException",
    "UnexpectedAnswer",
    "UnprocessableEntityException",
    "UnsupportedMediaTypeException",
    "UnsupportedOperation",
]


class OpenApiException(Exception):
    """The root of all errors of this library."""


class ApiTypeError(OpenApiException, TypeError):
    """An argument has the wrong type. Nothing was sent."""


class ApiValueError(OpenApiException, ValueError):
    """An argument has a value that cannot be sent. Nothing was sent."""


class ApiKeyError(OpenApiException, KeyError):
    """A key is not there."""


class ApiAttributeError(OpenApiException, AttributeError):
    """An attribute is not there."""


class UnsupportedOperation(OpenApiException):
    """The Airflow release that answers does not have this operation. Nothing was sent."""


class ApiException(OpenApiException):
    """The server, or the way to it, failed.

    - `status`: the HTTP status, 0 where no answer came.
    - `reason`: the reason phrase of the status, or what went wrong.
    - `body`: the answer as text; None without one.
    - `headers`: the answer's headers, in any case of letters and without cookies; None without an answer.
    - `data`: the problem document (`Error`) where Airflow sent one.
    - `call`: the operation, the method and the path, as `get_dag: GET /api/v1/dags/x`.
    - `hint`: what may help, where that is known.
    """

    def __init__(
        self,
        status: int | None = None,
        reason: str | None = None,
        *,
        body: str | None = None,
        headers: Mapping[str, str] | None = None,
        data: Error | None = None,
        call: str = "",
        hint: str = "",
    ) -> None:
        super().__init__(status, reason)
        self.status, self.reason = status, reason
        self.body, self.headers, self.data = body, headers, data
        self.call, self.hint = call, hint

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.status, self.reason), self.__dict__

    def __str__(self) -> str:
        lines = [f"({self.status})", f"Reason: {self.reason}"]
        if self.call:
            lines.append(self.call)
        if self.data is not None and (self.data.title or self.data.detail):
            lines.append(": ".join(text for text in (self.data.title, self.data.detail) if text))
        elif self.body:
            lines.append(self.body if len(self.body) <= 500 else f"{self.body[:500]}... ({len(self.body)} characters)")
        if self.hint:
            lines.append(f"hint: {self.hint}")
        return "\n".join(lines)


class BadRequestException(ApiException):
    """400: the server refuses an argument."""


class UnprocessableEntityException(BadRequestException):
    """422: the server refuses an argument; Airflow 3 says so where Airflow 2 says 400."""


class UnauthorizedException(ApiException):
    """401: the credentials are missing or wrong."""


class ForbiddenException(ApiException):
    """403: the user may not do this; some releases of Airflow 2 also answer this without credentials."""


class NotFoundException(ApiException):
    """404: there is no such thing."""


class MethodNotAllowedException(ApiException):
    """405: the path exists, the method does not."""


class NotAcceptableException(ApiException):
    """406: the server cannot answer in the format of the `Accept` header."""


class ConflictException(ApiException):
    """409: what is there already is in the way."""


class UnsupportedMediaTypeException(ApiException):
    """415: the server does not read bodies of this `Content-Type`."""


class TooManyRequestsException(ApiException):
    """429: the server asks to be called less often."""


class ServiceException(ApiException):
    """5xx: the server failed."""


class UnexpectedAnswer(ApiException):
    """What came is no answer of Airflow's API: a web page, a redirect elsewhere, broken JSON."""


class ApiConnectionError(ApiException):
    """No answer came. `sent` is False when the request cannot have reached the server."""

    sent = True


class ApiTimeoutError(ApiConnectionError):
    """No answer came in time."""


class ApiTlsError(ApiConnectionError):
    """No trusted connection could be made."""

    sent = False


BY_STATUS: dict[int, type[ApiException]] = {
    400: BadRequestException,
    401: UnauthorizedException,
    403: ForbiddenException,
    404: NotFoundException,
    405: MethodNotAllowedException,
    406: NotAcceptableException,
    409: ConflictException,
    415: UnsupportedMediaTypeException,
    422: UnprocessableEntityException,
    429: TooManyRequestsException,
}
