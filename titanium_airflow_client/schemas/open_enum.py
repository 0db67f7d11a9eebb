"""Enumerations that a newer server may extend."""

from __future__ import annotations

from enum import Enum


class OpenEnum(str, Enum):
    """The values that are known, as constants that equal their text. Any other value of the server stays a `str`.

    `TaskState("from the future")` is a member too, made when first asked for: no value is ever refused.
    """

    def __str__(self) -> str:
        return str.__str__(self)

    def __format__(self, format_spec: str) -> str:
        return str.__format__(self, format_spec)

    @classmethod
    def _missing_(cls, value: object) -> OpenEnum | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_, member._value_ = value, value
        return member
