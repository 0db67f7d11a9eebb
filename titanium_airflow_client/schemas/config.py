"""The configuration of the server."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .model import UNSET, Model, ReadOnly

if TYPE_CHECKING:
    from typing_extensions import Self

_OPTION = re.compile(r"([\w.-]+) = (.*)")


class ConfigOption(Model):
    """An option of the configuration."""

    key: ReadOnly[str | None] = UNSET
    """Its name."""
    value: ReadOnly[str | None] = UNSET
    """Its value, as text."""


class ConfigSection(Model):
    """A section of the configuration."""

    name: ReadOnly[str | None] = UNSET
    """Its name."""
    options: list[ConfigOption] | None = UNSET
    """Its options."""


class Config(Model):
    """The configuration of the server."""

    sections: list[ConfigSection] | None = UNSET
    """Its sections."""

    @classmethod
    def from_text(cls, text: str) -> Self:
        """The configuration of Airflow's text answer. A line that is no option belongs to the value before it."""
        sections: list[ConfigSection] = []
        for block in re.split(r"^\[(?=[^\]\n]+\]$)", text, flags=re.MULTILINE)[1:]:
            name, _, lines = block.partition("]\n")
            options: list[ConfigOption] = []
            for line in lines.removesuffix("\n").removesuffix("\n").split("\n"):
                if option := _OPTION.fullmatch(line):
                    options.append(ConfigOption(key=option[1], value=option[2]))
                elif options:
                    options[-1].value = f"{options[-1].value}\n{line}"
            sections.append(ConfigSection(name=name, options=options))
        return cls(sections=sections)
