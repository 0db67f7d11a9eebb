"""What every model is: fields that are unset, null or set, and the conversions to and from dict and JSON."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from pprint import pformat
from types import CodeType, FunctionType, MemberDescriptorType
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, TypeVar

import msgspec

if TYPE_CHECKING:
    from typing_extensions import Self, dataclass_transform

T = TypeVar("T")

UNSET: Any = msgspec.UNSET
"""The default of a field without one: it reads as None, and is not sent."""

ReadOnly = Annotated[T, msgspec.Meta(extra={"read_only": True})]
"""A field that only the server writes: it is left out when the model is sent."""

Secret = Annotated[T, msgspec.Meta(extra={"secret": True})]
"""A field that `repr` does not show, so that no log or traceback does; `to_dict` and the like have it."""


def _read(self: Any) -> Any:
    value = self.SLOT
    return None if value is UNSET else value


def _reader(slot: str, code: CodeType = _read.__code__) -> FunctionType:
    # One code object per slot lets the interpreter specialise the attribute: twice as fast as a closure.
    names = tuple(slot if name == "SLOT" else name for name in code.co_names)
    return FunctionType(code.replace(co_names=names), globals())


class _ModelType(msgspec.StructMeta):
    """Makes each field a property that reads *unset* as None; msgspec works on the slots underneath."""

    def __new__(mcls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **config: Any) -> _ModelType:
        # gc=False: models are trees, and a page of them is nothing for the collector to walk
        cls = super().__new__(mcls, name, bases, namespace, kw_only=True, gc=False, **config)
        for field in cls.__struct_fields__:
            slot = cls.__dict__.get(field)
            if isinstance(slot, MemberDescriptorType):
                setattr(cls, f"_{field}", slot)
                setattr(cls, field, property(_reader(f"_{field}"), slot.__set__))
        return cls


if TYPE_CHECKING:
    # What type checkers need to know of the metaclass: the constructor takes keywords only.
    @dataclass_transform(kw_only_default=True)
    class _Base(msgspec.Struct): ...
else:

    class _Base(msgspec.Struct, metaclass=_ModelType):
        pass


class Model(_Base):
    """A value of the API. Any field may be missing; a missing field reads as None and is never sent.

    A field that was set to None is null, and is sent as null.
    """

    required_fields: ClassVar[tuple[str, ...]] = ()
    """What the server demands when the model is sent."""
    required_to_create: ClassVar[tuple[str, ...]] = ()
    """What it demands beside that to make a new one."""
    never_null: ClassVar[tuple[str, ...]] = ()
    """What the server sends as null and refuses as null: with that it is left out when the model is sent."""

    def to_dict(self) -> dict[str, Any]:
        """Every field that is set, under its name in the API; dates stay `datetime`."""
        fields: dict[str, Any] = msgspec.to_builtins(self, builtin_types=(datetime,))
        return fields

    def to_json(self) -> str:
        """Every field that is set, as JSON."""
        return msgspec.json.encode(self).decode()

    def to_str(self) -> str:
        """Every field that is set, laid out for people."""
        return pformat(self.to_dict(), sort_dicts=False)

    @classmethod
    def from_dict(cls, obj: Any) -> Self | None:
        """The model of these fields, None of None. Unknown fields are dropped, values of a wrong type left unset."""
        if obj is None or isinstance(obj, cls):
            return obj
        from ..decode import convert

        return convert(obj, cls)

    @classmethod
    def from_json(cls, json_str: str | bytes) -> Self | None:
        """The model of this JSON text, by the rules of `from_dict`."""
        from ..decode import decode

        text = json_str.encode("utf-8", "surrogatepass") if isinstance(json_str, str) else json_str
        return decode(text, cls)

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        secret = _marked(type(self), "secret")
        return [
            (field, "***" if name in secret and value else value)
            for field, name in zip(self.__struct_fields__, self.__struct_encode_fields__)
            if (value := getattr(self, f"_{field}")) is not UNSET
        ]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{field}={value!r}' for field, value in self.__rich_repr__())})"

    def __getitem__(self, field: str) -> Any:
        """`dag["dag_id"]`, as clients of older generators read a field."""
        if field in self.__struct_fields__:
            return getattr(self, field)
        raise KeyError(field)

    def __contains__(self, field: object) -> bool:
        return field in self.__struct_fields__ and getattr(self, f"_{field}") is not UNSET


def read_only_fields(model: type[Model]) -> frozenset[str]:
    """The names in the API of the fields that only the server writes."""
    return _marked(model, "read_only")


@cache
def _marked(model: type[Model], mark: str) -> frozenset[str]:
    return frozenset(
        field.encode_name
        for field in msgspec.structs.fields(model)
        if any(mark in (meta.extra or ()) for meta in getattr(field.type, "__metadata__", ()))
    )
