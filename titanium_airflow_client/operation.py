"""One declaration, six typed methods: {plain, with_http_info, without_preload_content} x {blocking, awaited}.

At run time an operation is an ordinary function on the API class: `help()`, `inspect.signature`, `create_autospec` and
tracebacks see nothing unusual. For type checkers it is an `Operation`: read from an `Api[ApiClient]` it returns the
result, from an `Api[AsyncApiClient]` a coroutine of it.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from types import FunctionType
from typing import TYPE_CHECKING, Any, Concatenate, Generic, ParamSpec, TypeAlias, TypeVar, cast, overload

from . import answer, engine
from .api_client import ApiClient, AsyncApiClient
from .api_response import ApiResponse
from .arguments import checker
from .request import Request, Route

if TYPE_CHECKING:
    import aiohttp
    import urllib3
    from typing_extensions import TypeVar as TypeVarWithDefault

P = ParamSpec("P")
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)
if TYPE_CHECKING:
    C = TypeVarWithDefault("C", bound=ApiClient | AsyncApiClient, default=ApiClient)
else:
    C = TypeVar("C")  # a default is for type checkers alone, and typing_extensions takes its time to load


class Api(Generic[C]):
    """A group of operations over a client; the client decides whether they block or are awaited.

    - `api_client`: an `ApiClient` or an `AsyncApiClient`; default `ApiClient.get_default()`.
    """

    api_client: C

    @overload
    def __init__(self: Api[ApiClient], api_client: None = None) -> None: ...
    @overload
    def __init__(self, api_client: C) -> None: ...
    def __init__(self, api_client: Any = None) -> None:
        self.api_client = cast("C", ApiClient.get_default()) if api_client is None else api_client


class Coloured(Generic[P, R_co]):
    """The static type of a method that blocks or is awaited, as the client decides. Never instantiated.

    - The awaitable is `Coroutine[object, None, R]`: with `Any`, mypy loses a mixed `asyncio.gather`.
    - `self` is dropped in the decorator and not in `__get__`: python/mypy#18036, microsoft/pyright#11558.
    """

    @overload
    def __get__(self, api: Api[ApiClient], owner: type) -> Callable[P, R_co]: ...
    @overload
    def __get__(self, api: Api[AsyncApiClient], owner: type) -> Callable[P, Coroutine[object, None, R_co]]: ...
    @overload
    def __get__(self, api: None, owner: type) -> Callable[Concatenate[Any, P], R_co]: ...
    def __get__(self, api: Any, owner: type) -> Any: ...


class Operation(Coloured[P, R_co]):
    """The static type of an operation."""

    build: Callable[..., Request[Any]]
    route: Route


class RawOperation(Generic[P]):
    """The static type of `..._without_preload_content`: each colour returns the response of its HTTP library."""

    build: Callable[..., Request[Any]]
    route: Route

    @overload
    def __get__(self, api: Api[ApiClient], owner: type) -> Callable[P, urllib3.BaseHTTPResponse]: ...
    @overload
    def __get__(
        self, api: Api[AsyncApiClient], owner: type
    ) -> Callable[P, Coroutine[object, None, aiohttp.ClientResponse]]: ...
    @overload
    def __get__(self, api: None, owner: type) -> Callable[Concatenate[Any, P], urllib3.BaseHTTPResponse]: ...
    def __get__(self, api: Any, owner: type) -> Any: ...


Builder: TypeAlias = Callable[Concatenate[Any, P], Request[R]]

SAME = "the same path"


def _method(
    verb: str, v1: str | None, v2: str | None, since: str, reads: bool = False
) -> Callable[[Builder[P, R]], Operation[P, R]]:
    def declare(build: Any) -> Any:
        route = Route(build.__name__, verb, v1, v1 if v2 is SAME else v2, since, reads)
        return _form(build, route, checker(build), answer.data)

    return declare


def get(v1: str | None = None, v2: str | None = SAME, since: str = "") -> Callable[[Builder[P, R]], Operation[P, R]]:
    """Declare an operation that reads: its path in Airflow 2, in Airflow 3, and the release that brought it."""
    return _method("GET", v1, v2, since)


def post(
    v1: str | None = None, v2: str | None = SAME, since: str = "", reads: bool = False
) -> Callable[[Builder[P, R]], Operation[P, R]]:
    """Declare an operation that makes something, or does something; or that reads what its body asks for."""
    return _method("POST", v1, v2, since, reads)


def put(v1: str | None = None, v2: str | None = SAME, since: str = "") -> Callable[[Builder[P, R]], Operation[P, R]]:
    """Declare an operation that replaces something."""
    return _method("PUT", v1, v2, since)


def patch(v1: str | None = None, v2: str | None = SAME, since: str = "") -> Callable[[Builder[P, R]], Operation[P, R]]:
    """Declare an operation that changes something."""
    return _method("PATCH", v1, v2, since)


def delete(v1: str | None = None, v2: str | None = SAME, since: str = "") -> Callable[[Builder[P, R]], Operation[P, R]]:
    """Declare an operation that removes something."""
    return _method("DELETE", v1, v2, since)


def with_http_info(operation: Operation[P, R]) -> Operation[P, ApiResponse[R]]:
    """The form that returns an `ApiResponse`: status, headers and the answer as it came, beside the model."""
    return cast("Operation[P, ApiResponse[R]]", _variant(operation, answer.http_info, "_with_http_info"))


def without_preload_content(operation: Operation[P, R]) -> RawOperation[P]:
    """The form that returns the HTTP library's own response, unread, whatever its status."""
    return cast("RawOperation[P]", _variant(operation, answer.raw, "_without_preload_content"))


def _variant(operation: Any, shape: engine.Form, suffix: str) -> Any:
    return _form(operation.build, operation.route, operation.check, shape, suffix)


def _form(build: Any, route: Route, check: Callable[..., None], shape: engine.Form, suffix: str = "") -> Any:
    """The function that makes the call: check the arguments, build the request, let the client run it."""
    stream = shape is answer.raw

    def call(self: Api[Any], /, *args: Any, **kwargs: Any) -> Any:
        check(args, kwargs)
        request = build(self, *args, **kwargs)
        client = self.api_client
        return client.run(engine.call(route, request, shape, client, stream))

    call.__name__, call.__doc__, call.__module__ = build.__name__ + suffix, build.__doc__, build.__module__
    call.__qualname__ = build.__qualname__ + suffix
    result = build.__annotations__["return"].removeprefix("Request[").removesuffix("]")
    shown = {"": result, "_with_http_info": f"ApiResponse[{result}]"}.get(suffix, "urllib3.BaseHTTPResponse")
    facts = {"__wrapped__": returning(shown, build), "build": build, "route": route, "check": check, "form": shape}
    call.__dict__.update(facts)
    return call


def returning(result: str, build: Any) -> FunctionType:
    """The declaration as its callers see it, for `inspect.signature`; to make signatures here would slow the import."""
    seen = FunctionType(build.__code__, build.__globals__, build.__name__, build.__defaults__)
    seen.__kwdefaults__, seen.__annotations__ = build.__kwdefaults__, {**build.__annotations__, "return": result}
    return seen
