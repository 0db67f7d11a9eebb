"""What every model is: fields that are unset, null or set, and the conversions to and from dict and JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from functools import cache
from types import CodeType, FunctionType, MemberDescriptorType
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, TypeAlias, TypeVar, get_args

import msgspec

if TYPE_CHECKING:
    from typing_extensions import Self, dataclass_transform

T = TypeVar("T")
Otherwise: TypeAlias = Mapping[str, Callable[[Any], Any]]

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


def _reader_or(slot: str, otherwise: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def read(self: Any) -> Any:
        value = getattr(self, slot)
        return otherwise(self) if value is UNSET else value

    return read


def _reader_as(slot: str, shown: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def read(self: Any) -> Any:
        value = getattr(self, slot)
        return None if value is UNSET else shown(value)

    return read


def renamed(field: str) -> Callable[[Any], Any]:
    """For `Model.otherwise`: the other generation of the API has this name for it."""
    slot = f"_{field}"

    def read(self: Any) -> Any:
        value = getattr(self, slot)
        return None if value is UNSET else value

    return read


def either(field: str, other: str) -> Otherwise:
    """For `Model.otherwise`: the two generations have these names for the same."""
    return {field: renamed(other), other: renamed(field)}


def opposite(field: str) -> Callable[[Any], Any]:
    """For `Model.otherwise`: the other generation of the API tells the opposite, by this name."""
    read_other = renamed(field)
    return lambda self: None if (value := read_other(self)) is None else not value


class _ModelType(msgspec.StructMeta):
    """Makes each field a property that reads *unset* as None; msgspec works on the slots underneath."""

    def __new__(mcls, name: str, bases: tuple[type, ...], namespace: dict[str, Any], **config: Any) -> _ModelType:
        # Sorted as Airflow 2 sorts them: msgspec looks for each field from where it found the last one, which makes a
        # page of DAGs a quarter faster. Airflow 3 has an order of its own for each model: behind `_airflow_3` it stays.
        if fields := namespace.get("__annotations__"):
            names = list(fields)
            end = names.index("_airflow_3") if "_airflow_3" in fields else len(names)
            namespace["__annotations__"] = {name: fields[name] for name in sorted(names[:end]) + names[end:]}
        # gc=False: models are trees, and a page of them is nothing for the collector to walk
        cls = super().__new__(mcls, name, bases, namespace, kw_only=True, gc=False, **config)
        otherwise, shown = namespace.get("otherwise", {}), namespace.get("shown", {})
        for field in cls.__struct_fields__:
            slot = cls.__dict__.get(field)
            if isinstance(slot, MemberDescriptorType):
                hidden = f"_{field}"
                read: Callable[[Any], Any] = _reader(hidden)
                if field in otherwise:
                    read = _reader_or(hidden, otherwise[field])
                elif field in shown:
                    read = _reader_as(hidden, shown[field])
                setattr(cls, hidden, slot)
                setattr(cls, field, property(read, slot.__set__))
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
    otherwise: ClassVar[Otherwise] = {}
    """How a field of this class reads when it is unset: from what the other generation of the API calls the same."""
    shown: ClassVar[Otherwise] = {}
    """How a value of a field of this class reads that the generations send in different forms."""
    never_null: ClassVar[tuple[str, ...]] = ()
    """What the server sends as null and refuses as null: with that it is left out when the model is sent."""

    excerpt: ClassVar[bool] = False
    """Whether servers tell more than is wanted here: what else they send is not noticed as unknown."""

    def to_dict(self) -> dict[str, Any]:
        """Every field that is set, under its name in the API; dates stay `datetime`."""
        fields: dict[str, Any] = msgspec.to_builtins(self, builtin_types=(datetime,))
        return fields

    def to_json(self) -> str:
        """Every field that is set, as JSON."""
        try:
            return msgspec.json.encode(self).decode()
        except UnicodeEncodeError:  # lone surrogates, which JSON escapes
            from ..decode import unparse

            return unparse(msgspec.to_builtins(self)).decode()

    def to_str(self) -> str:
        """Every field that is set, laid out for people."""
        from pprint import pformat

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


@cache
def items_of(model: type[Model]) -> tuple[str, type[Model]] | None:
    """The field of a collection that has its items, and their model; None for what is no collection."""
    for field in msgspec.structs.fields(model):
        for member in get_args(field.type):
            for item in get_args(member):
                if isinstance(item, type) and issubclass(item, Model) and "total_entries" in model.__struct_fields__:
                    return field.name, item
    return None


def project(value: Model, fields: Iterable[str]) -> Model:
    """The model with these fields alone; of a collection, each of its items."""
    names = list(fields)
    within = items_of(type(value))
    if within is None:
        return type(value)(**{name: getattr(value, name) for name in names})
    items = [type(item)(**{name: getattr(item, name) for name in names}) for item in getattr(value, within[0]) or ()]
    return msgspec.structs.replace(value, **{within[0]: items})
