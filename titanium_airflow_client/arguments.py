"""Whether the arguments of a call can be meant: their names and types, before anything is sent."""

from __future__ import annotations

import types
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, Union, get_args, get_origin

from .exceptions import ApiTypeError
from .request import CallOptions

OPTIONS = CallOptions.__annotations__.keys()
USE_INSTEAD = {
    "_preload_content": "call ..._without_preload_content to get the response itself",
    "_return_http_data_only": "call ..._with_http_info to get the status and the headers too",
    "concurrency": "only iter_... fetches pages, and takes it",
    "async_req": "use an AsyncApiClient, or a thread pool of your own",
}


def checker(build: Callable[..., Any]) -> Callable[[tuple[Any, ...], dict[str, Any]], None]:
    """The check of one operation's arguments, by the annotations of its builder; they are read at the first call."""
    code = build.__code__
    names = code.co_varnames[1 : code.co_argcount + code.co_kwonlyargcount]
    accepted: dict[str, frozenset[type]] = {}

    def check(args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        if not accepted:
            accepted.update({name: types_of(build, name) for name in names})
        for name, value in zip(names, args):
            if type(value) not in accepted[name]:
                _refuse_unless_kind_of(build, name, value, accepted[name])
        for name, value in kwargs.items():
            if name in accepted:
                if type(value) not in accepted[name]:
                    _refuse_unless_kind_of(build, name, value, accepted[name])
            elif name not in OPTIONS:
                advice = f"; {USE_INSTEAD[name]}" if name in USE_INSTEAD else ""
                raise ApiTypeError(f"{build.__qualname__}() got an unexpected keyword argument {name!r}{advice}")

    return check


def types_of(build: Callable[..., Any], name: str) -> frozenset[type]:
    """The classes that an argument may have, None among them where it is optional."""
    hint = eval(build.__annotations__[name], build.__globals__)  # noqa: S307 - our own annotation
    members = get_args(hint) if get_origin(hint) in (Union, types.UnionType) else (hint,)
    classes: set[type] = set()
    for member in members:
        origin = get_origin(member) or member
        if origin is Literal:
            classes.add(str)
        elif origin is Sequence:
            classes |= {list, tuple, set, frozenset, str}  # a text alone is a list of one, and never its letters
        elif origin is Mapping:
            classes |= {dict, Mapping}
        elif origin is Any:
            classes.add(object)
        elif origin is float:
            classes |= {float, int}
        else:
            classes.add(origin)
    return frozenset(classes)


def _refuse_unless_kind_of(build: Callable[..., Any], name: str, value: Any, accepted: frozenset[type]) -> None:
    if isinstance(value, tuple(accepted)) and not (isinstance(value, bool) and bool not in accepted):
        return
    wanted = " or ".join(sorted(one.__name__ for one in accepted - {types.NoneType, Mapping})) or "None"
    raise ApiTypeError(f"{build.__qualname__}(): {name} must be {wanted}, not {type(value).__name__}")
