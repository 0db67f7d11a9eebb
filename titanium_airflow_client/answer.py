"""What came back, what each form of a call makes of it, and what an error says of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import NoneType
from typing import TYPE_CHECKING, Any, cast
from urllib.parse import unquote, urlsplit

import msgspec

from .api_response import ApiResponse
from .decode import Undecodable, convert, decode, parse
from .dialect import number
from .drift import Report
from .exceptions import BY_STATUS, ApiException, ServiceException, UnexpectedAnswer
from .request import Request, Response, Route, Send
from .schemas.error import Error
from .schemas.model import project

if TYPE_CHECKING:
    from .server import Server


class Answer(msgspec.Struct, frozen=True):
    """A response together with the call that it answers."""

    route: Route
    request: Request[Any]
    send: Send
    response: Response
    report: Report
    server: Server


def data(answer: Answer) -> Any:
    """The plain form: the model, or an error."""
    request, response = answer.request, answer.response
    if response.status >= 300:
        raise error(answer)
    if request.into is NoneType:
        # a login page says 200 to everything; but to log in and out is to get one
        if answer.route.method != "GET" and response.content.lstrip().startswith(b"<"):
            raise unexpected(answer, "the answer is no JSON")
        return None
    if request.text and content_type(response) == "text/plain":
        text = response.content.decode("utf-8", "replace")
        return request.text(text) if callable(request.text) else request.into(**{request.text: text})
    try:
        value = decode(response.content, request.into, answer.report)
    except Undecodable as problem:
        raise unexpected(answer, str(problem)) from problem
    fields = request.query.get("fields") if request.query else None
    if fields and not answer.server.projects:
        return project(value, cast("Iterable[str]", fields))
    return value


def http_info(answer: Answer) -> ApiResponse[Any]:
    """`..._with_http_info`: the model with what came around it, or an error."""
    from urllib3 import HTTPHeaderDict

    response = answer.response
    return ApiResponse(response.status, HTTPHeaderDict(response.headers.items()), data(answer), response.content)


def raw(answer: Answer) -> Any:
    """`..._without_preload_content`: the response as it came, whatever its status, its content still to be read."""
    return answer.response.raw


def content_type(response: Response) -> str:
    """The media type of a response, without its parameters."""
    return response.headers.get("Content-Type", "").partition(";")[0].strip().lower()


def describe(route: Route, send: Send) -> str:
    """A call as error messages name it, without its query."""
    return f"{route.name}: {send.method} {send.url.partition('?')[0]}"


def error(answer: Answer) -> ApiException:
    """The exception for a status that is no success."""
    response = answer.response
    if response.status < 400:
        return unexpected(answer, f"a redirect to {without_query(response.headers.get('Location', 'nowhere'))}")
    fallback = ServiceException if response.status >= 500 else ApiException
    return BY_STATUS.get(response.status, fallback)(
        response.status, response.reason, data=problem_of(response), hint=hint(answer), **facts(answer)
    )


def unexpected(answer: Answer, problem: str) -> UnexpectedAnswer:
    """The exception for an answer that Airflow's API does not give."""
    response = answer.response
    reason, advice = problem, ""
    if 300 <= response.status < 400:
        advice = "credentials are not sent elsewhere; set host to the address that Airflow is really at"
        if merges_slashes(urlsplit(answer.send.url).path, path_in(response.headers.get("Location", ""))):
            advice = "Airflow 2 cannot be asked for an ID that begins or ends with a slash: it takes it for another"
    elif page := html_title(response):
        reason = f"a web page came, not an answer of Airflow's API: {page!r}"
        advice = "host must be the address of Airflow itself, and a login page or a proxy before it must let calls pass"
    elif not response.content:
        reason = "the answer is empty"
    return UnexpectedAnswer(response.status, reason, hint=advice, **facts(answer))


def no_airflow(answer: Answer) -> UnexpectedAnswer:
    """The exception for an address where no Airflow tells its version."""
    response = answer.response
    found = f"a web page, {page!r}" if (page := html_title(response)) else f"{response.status} {response.reason}"
    advice = "host must be the address of Airflow itself, with the path that it is mounted at, if there is one"
    return UnexpectedAnswer(response.status, f"no Airflow found: {found}", hint=advice, **facts(answer))


def facts(answer: Answer) -> dict[str, Any]:
    """What every error knows of its answer; of a success nothing else, since it may hold a password or a token."""
    response = answer.response
    headers = without_secrets(response.headers)
    body = html_title(response) or ("" if response.status < 300 else response.content.decode("utf-8", "replace"))
    return {"body": body, "headers": headers, "call": describe(answer.route, answer.send)}


def without_secrets(headers: Mapping[str, str]) -> Mapping[str, str]:
    """The headers, without the one that carries a session, and with the address of a redirect without its query."""
    from urllib3 import HTTPHeaderDict

    return HTTPHeaderDict(
        [
            (name, without_query(value) if name.lower() == "location" else value)
            for name, value in headers.items()
            if name.lower() != "set-cookie"
        ]
    )


def problem_of(response: Response) -> Error | None:
    """The problem document that Airflow sends with its errors; None where something else came."""
    if not content_type(response).endswith("json"):
        return None
    try:
        told = parse(response.content)
    except Undecodable:
        return None
    if not isinstance(told, dict):
        return None
    told = {"title": response.reason, "status": response.status, **told}
    detail = told.get("detail", told.get("error"))  # Airflow 3 tells some as a list, or as an object
    if isinstance(detail, list):
        told["errors"], detail = detail, "; ".join(map(in_words, detail))
    elif isinstance(detail, dict):
        told["errors"], detail = [detail], in_words(detail)
    told["detail"] = detail if detail is None else str(detail)
    return convert(told, Error, lambda _: None)


def in_words(problem: Any) -> str:
    """One of the problems that Airflow 3 lists: where it is, and what it is."""
    if not isinstance(problem, dict):
        return str(problem)
    place = problem.get("loc")
    where = ".".join(str(part) for part in place if part != "body") if isinstance(place, list) else ""
    what = problem.get("msg") or problem.get("message") or problem.get("reason") or problem
    return f"{where}: {what}" if where else str(what)


def html_title(response: Response) -> str:
    """What a web page calls itself, or its first words; empty for what is no web page."""
    if content_type(response) != "text/html":
        return ""
    text = response.content[:65536].decode("utf-8", "replace")
    title = re.search(r"<(title|h1)[^<>]*>([^<]+)", text, re.IGNORECASE)
    words = title[2] if title else re.sub(r"<[^<>]*>", " ", text)
    return " ".join(words.split())[:200] or "an empty page"


def has_lost_slash(answer: Answer) -> bool:
    """Whether an ID has a slash where Airflow finds no such ID."""
    slashes = answer.server.dialect.slashes
    return any("/" in str(value) for name, value in answer.request.path.items() if name not in slashes)


def merges_slashes(path: str, other: str) -> bool:
    """Whether the other path is this one with slashes left out that belong to an ID: it is that of something else."""
    path, other = unquote(re.sub("/+", "/", path)), unquote(other)
    return path != other and re.sub("/+", "/", path) == re.sub("/+", "/", other)


def path_in(address: str) -> str:
    """The path of an address; empty where it is none."""
    try:
        return urlsplit(address).path
    except ValueError:
        return ""


def without_query(address: str) -> str:
    """An address without what may be secret in it."""
    return re.sub(r"//[^/@]*@", "//", address.partition("?")[0])


UNKNOWN_WORDS = (b"parameter(s)", b"Unknown field.")
"""How Airflow 2 refuses a parameter or a field of a later release; names that no release has are not even sent."""

UNKNOWN = (None, "Not Found", "API route not found")
"""What Airflow 3 says of a path that it does not know."""


def is_unknown_path(response: Response) -> bool:
    """Whether the server has no such path or method; of what it knows but does not find, it names the kind."""
    problem = problem_of(response)
    if response.status == 405 or problem is None:
        return True
    return problem.type == "about:blank" or (problem.type is None and problem.detail in UNKNOWN)


def is_too_old(answer: Answer) -> bool:
    """Whether the server is older than the operation: by its release, or else by what it says of the path."""
    since, version = answer.route.since, answer.server.version
    return bool(since) and (version < number(since) if version else is_unknown_path(answer.response))


def hint(answer: Answer) -> str:
    """What may help against an error of the server."""
    response, send = answer.response, answer.send
    anonymous = not any(name.lower() in ("authorization", "cookie") for name in send.headers)
    match response.status:
        case 401 | 403 if anonymous:
            return "no credentials were sent: set username and password, or access_token, on the Configuration"
        case 401:
            return (
                "the credentials were refused. If they are right, the server may not allow this kind: Airflow 2 needs "
                "airflow.api.auth.backend.basic_auth in [api] auth_backends"
            )
        case 403:
            return "the user lacks the permission, or (Airflow 2.9 and 2.11) the credentials are wrong"
        case 404 | 405 if has_lost_slash(answer):
            return "Airflow finds nothing whose ID has a slash in it, whatever is sent"
        case 404 | 405 if is_too_old(answer):
            return f"{answer.route.name} exists since Airflow {answer.route.since}: this server is older"
        case 404 | 405 if is_unknown_path(response) and (
            not answer.request.path or content_type(response) == "text/html"
        ):
            path = send.target.partition("?")[0]
            return f"the server does not know {path}: is host the address of Airflow 2's webserver?"
        case 406:
            return f"the server does not answer as {send.headers.get('Accept')}; try application/json or text/plain"
        case 400 if any(words in response.content for words in UNKNOWN_WORDS):
            return "the server is too old for that: leave it out"
        case 400 if "read-only" in response.content.decode("utf-8", "replace"):
            return "leave the fields out that only the server writes; a model does so by itself"
        case 400 | 422 if answer.server.is_newer:
            return f"Airflow {answer.server.release} is newer than this library: a newer one may know what it wants"
        case 409:
            return "something that is there already, or still running, is in the way"
        case 415:
            return "Airflow reads bodies as application/json only: leave _content_type out"
        case 500:
            return "the server's own log says why"
    return ""
