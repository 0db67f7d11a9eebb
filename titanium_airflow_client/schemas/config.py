"""The configuration of the server."""

from __future__ import annotations

from .model import UNSET, Model, ReadOnly


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
