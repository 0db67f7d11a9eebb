"""What goes above a body, and what an answer that is made here has there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from .exceptions import ApiValueError

if TYPE_CHECKING:
    from .dialect import Dialect
    from .request import Options

_are_names = re.compile(r"[!#-'*+.^_`|~0-9A-Za-z-]*").fullmatch


class Headers(dict[str, str]):
    """Headers by name. Their values are not shown: some are secret, and crash reports show what is at hand."""

    def __repr__(self) -> str:
        return f"<Headers {', '.join(self)}>"

    def checked(self) -> Headers:
        """These headers, if all of them are what can stand in a head; the HTTP libraries would quote the others."""
        try:
            values = "".join(self.values())
            if "" not in self and _are_names("".join(self)) and values.isascii() and values.isprintable():
                return self
        except TypeError:
            pass
        for name, value in self.items():
            if not (isinstance(name, str) and name and _are_names(name)):
                raise ApiValueError(f"{name!r} is not the name of a header: letters, digits and hyphens")
            if not (isinstance(value, str) and value.isascii() and value.isprintable()):
                raise ApiValueError(f"the value of the header {name!r} must be one line of ASCII text")
        return self


def headers_of(
    options: Options, default: Mapping[str, str], proof: Mapping[str, str], with_body: bool, dialect: Dialect
) -> Headers:
    """The headers of a request: who asks, what is sent, and what may come back. What the caller says goes first."""
    given = Headers({"Accept": "application/json", **proof, **default})
    if with_body:  # Airflow answers 400 to a DELETE with a Content-Type
        given["Content-Type"] = options.get("_content_type") or "application/json"
    more = options.get("_headers")
    if more:
        Headers(more).checked()
        given.update({name: dialect.accept(text) if name.lower() == "accept" else text for name, text in more.items()})
    if more or len(default) > 1:  # names in other letters are the same names
        given = Headers({name.lower(): (name, value) for name, value in given.items()}.values())
    return given.checked()


def made_headers() -> Mapping[str, str]:
    """The headers of an answer that a recipe makes."""
    from urllib3 import HTTPHeaderDict

    return HTTPHeaderDict({"Content-Type": "application/json"})
