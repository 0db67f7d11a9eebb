"""Everything that this library raises.

    OpenApiException
    ├── ApiTypeError, ApiValueError, ApiKeyError, ApiAttributeError    a mistake in the call; nothing was sent
    ├── UnsupportedOperation              the server's Airflow release does not have this operation; nothing was sent
    ├── PreflightFailed                   `trigger(preflight=True)`: the run would not start; none was made
    ├── DAGRunFailed                      `wait(check=True)`: the run ended, and did not succeed
    ├── DAGRunTimeout                     `wait(timeout=...)`: the run had not ended in time; also a `TimeoutError`
    └── ApiException                      something was sent: status, reason, body, headers, data
        ├── BadRequestException               400
        │   └── UnprocessableEntityException  422, the same mistake as Airflow 3 tells it
        ├── UnauthorizedException             401
        ├── ForbiddenException                403
        ├── NotFoundException                 404
        ├── MethodNotAllowedException         405
        ├── NotAcceptableException            406
        ├── ConflictException                 409
        │   └── DAGRunDiffers                     the ID, or the key, of a run that was asked for otherwise
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
    from collections.abc import Mapping, Sequence

    from .outcome import Outcomes
    from .runs.readiness import Readiness
    from .schemas.dag_run import DAGRun
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
    "DAGRunDiffers",
    "DAGRunFailed",
    "DAGRunTimeout",
    "ForbiddenException",
    "MethodNotAllowedException",
    "NotAcceptableException",
    "NotFoundException",
    "OpenApiException",
    "PlanRefused",
    "PreflightFailed",
    "ServiceException",
    "SomeFailed",
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


class SomeFailed(OpenApiException):
    """Some of many things that were done at once failed; the others were done.

    - `outcomes`: what became of each.
    - `errors`: what failed, each with its error.
    """

    def __init__(self, outcomes: Outcomes[Any, Any]) -> None:
        super().__init__(outcomes)
        self.outcomes = outcomes
        self.errors = outcomes.failed

    def __str__(self) -> str:
        told = [f"{key}: {type(error).__name__}: {' '.join(str(error).split())}" for key, error in self.errors.items()]
        more = [f"and {len(told) - 20} more: see errors"] if len(told) > 20 else []
        return "\n".join([f"{len(told)} of {len(self.outcomes)} failed", *told[:20], *more])


class PlanRefused(OpenApiException):
    """A plan was not applied, because the world is no longer the one it was made for. Nothing was changed.

    - `reasons`: what is different, one sentence for each.
    """

    def __init__(self, reasons: Sequence[str]) -> None:
        super().__init__(reasons)
        self.reasons = list(reasons)

    def __str__(self) -> str:
        more = [f"and {len(self.reasons) - 20} more: see reasons"] if len(self.reasons) > 20 else []
        told = "\n".join([*self.reasons[:20], *more])
        return f"nothing was changed, because this is different from when the plan was made:\n{told}"


class PreflightFailed(OpenApiException):
    """The run would not start, so none was made.

    - `readiness`: what stands against it.
    """

    def __init__(self, readiness: Readiness) -> None:
        super().__init__(f"no run was made:\n{readiness}")
        self.readiness = readiness

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.readiness,)


class DAGRunFailed(OpenApiException):
    """A run that was waited for ended, and did not succeed.

    - `run`: the run.
    """

    def __init__(self, run: DAGRun) -> None:
        super().__init__(f"the run {run.dag_run_id!r} of {run.dag_id} ended as {run.state}")
        self.run = run

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.run,)


class DAGRunTimeout(OpenApiException, TimeoutError):
    """A run that was waited for had not ended in time. It goes on.

    - `run`: the run, as it was when it was last seen.
    - `seconds`: how long it was waited for.
    """

    def __init__(self, run: DAGRun, seconds: float) -> None:
        since = f"had not ended after {seconds:g} seconds: it was last seen {run.state}"
        super().__init__(f"the run {run.dag_run_id!r} of {run.dag_id} {since}")
        self.run, self.seconds = run, seconds

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.run, self.seconds)


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


class DAGRunDiffers(ConflictException):
    """409: there is a run of this ID, or of this key, and it was asked for otherwise. Nothing was made.

    - `run`: the run that is there.
    - `differences`: what it has otherwise, by name; no values, which may be secret.
    """

    def __init__(self, run: DAGRun, differences: Sequence[str]) -> None:
        super().__init__(
            409,
            f"there is a run {run.dag_run_id!r} of {run.dag_id} already, with another {', '.join(differences)}",
            hint="one key, or one ID, stands for one run: take another for another run",
        )
        self.run, self.differences = run, list(differences)

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.run, self.differences), self.__dict__


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
